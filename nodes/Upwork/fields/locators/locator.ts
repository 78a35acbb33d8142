import { isId, quoted } from '../id';
import type { Parameters } from '../parameters';

interface LocatorValue {
  /** The IDs in what was entered. */
  find(entered: string): Set<string>;
  /** What is wrong otherwise, such as "is not a room's ID or URL". */
  problem: string;
  /** What to enter instead. */
  advice: string;
}

/** The ID that a required resource locator names. */
export function readLocator(
  parameters: Parameters,
  name: string,
  { find, problem, advice }: LocatorValue,
): string {
  const entered = parameters.locator(name);
  if (entered === undefined)
    throw parameters.invalid(
      name,
      'is empty',
      `Choose it from the list, or ${advice.charAt(0).toLowerCase()}${advice.slice(1)}`,
    );
  const [id, another] = find(entered);
  if (another !== undefined) {
    throw parameters.invalid(name, `names more than one: ${quoted(entered)}`, advice);
  }
  if (id === undefined || !isId(id)) {
    throw parameters.invalid(name, `${problem}: ${quoted(entered)}`, advice);
  }
  return id;
}

const NUMERIC_ID = /^\d+$/;

/** A numeric ID as it is. */
export const findNumericId = (entered: string): Set<string> =>
  new Set(NUMERIC_ID.test(entered) ? [entered] : []);

/** A numeric ID as it is, or those in a text: a URL can hold the same one twice. */
export function findIds(entered: string, inText: RegExp): Set<string> {
  const found = Array.from(entered.matchAll(inText), ([match, id = match]) => id);
  if (found.length === 0) return findNumericId(entered);
  return new Set([...found, ...wordsOf(entered).filter((word) => NUMERIC_ID.test(word))]);
}

/** A comma in a URL is not a separator. */
const wordsOf = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => (/^https?:/i.test(word) ? word : word.split(/[,;]/)));
