import type { Parameters } from '../parameters';

interface LocatorValue {
  /** The ID that was entered, or is in the URL; undefined if there is none. */
  parse(entered: string): string | undefined;
  /** What is wrong otherwise, such as "is not a room's ID or URL". */
  problem: string;
  /** What to enter instead. */
  advice: string;
}

/** The ID that a required resource locator names. */
export function readLocator(
  parameters: Parameters,
  name: string,
  { parse, problem, advice }: LocatorValue,
): string {
  const entered = parameters.locator(name);
  if (entered === undefined) throw parameters.invalid(name, 'is empty');
  const id = parse(entered);
  if (id === undefined) throw parameters.invalid(name, `${problem}: "${entered}"`, advice);
  return id;
}
