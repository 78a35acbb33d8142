import type { Guard } from './guards.mts';

/** A control action that other processes can also call, with JSON that is validated first. */
export interface Remote {
  /** @throws ControlError when the input isn't what the action takes */
  fromJson(input: unknown): unknown;
}

/** Why a control action can't be executed. */
export class ControlError extends Error {}

/** Makes a function callable with JSON from outside. */
export function action<Input, Run extends (input: Input) => unknown>(
  accepts: Guard<Input>,
  run: Run,
): Run & Remote {
  return Object.assign(run, {
    fromJson(input: unknown): unknown {
      if (!accepts(input)) {
        throw new ControlError(`Invalid input for this action: ${JSON.stringify(input)}`);
      }
      return run(input);
    },
  });
}

const MAX_COUNT = 10_000;

/** @throws ControlError if the count is out of range */
export function checkCount(name: string, count: number): void {
  if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) {
    throw new ControlError(`${name}: count must be a whole number from 1 to ${MAX_COUNT}`);
  }
}
