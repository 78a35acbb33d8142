import type { Guard } from './guards.mts';

/** An action of the control that other processes can call too: with JSON that is checked first. */
export interface Remote {
  /** @throws ControlError when the input isn't what the action takes */
  fromJson(input: unknown): unknown;
}

/** A control call that can't be carried out, and why. */
export class ControlError extends Error {}

/** Gives a function its second face, for JSON from outside. */
export function action<Input, Run extends (input: Input) => unknown>(
  accepts: Guard<Input>,
  run: Run,
): Run & Remote {
  return Object.assign(run, {
    fromJson(input: unknown): unknown {
      if (!accepts(input)) {
        throw new ControlError(`This is not what the action takes: ${JSON.stringify(input)}`);
      }
      return run(input);
    },
  });
}

const MOST = 10_000;

/** @throws ControlError when an action is asked for a number of things that makes no sense */
export function checkCount(name: string, count: number): void {
  if (!Number.isInteger(count) || count < 1 || count > MOST) {
    throw new ControlError(`${name}: count must be a whole number from 1 to ${MOST}`);
  }
}
