import { keySet, keysIn, withinLength, withKeys, withoutPast } from './seenIds';
import type { SeenIds } from './seenIds';

/** Which records were emitted, or are not to be emitted. */
export interface Memory {
  /** Those with a time. */
  seen: SeenIds;
  /** The keys of those without a time, the least recently listed first. */
  undated: string;
}

/** A record as it is remembered. */
export interface Remembered {
  key: string;
  /** When it happened or was listed anew, in epoch milliseconds; null if Upwork doesn't say. */
  time: number | null;
}

/** How many records without a time are remembered. */
const MAX_UNDATED = 500;
/** The whole state has to stay below 64 KB. */
const MAX_SEEN_LENGTH = 52_000;

export const emptyMemory: Memory = { seen: {}, undated: '' };

/** The keys of all records that are known. */
export function knownKeys({ seen, undated }: Memory): Set<string> {
  const keys = keySet(seen);
  for (const key of keysIn(undated)) keys.add(key);
  return keys;
}

/**
 * The memory with more records, and without those that are past anyway.
 *
 * @param floor whatever happened up to this moment is past, in epoch milliseconds
 * @returns also the moment up to which records had to be forgotten, if any: they have to count as past
 */
export function remember(
  memory: Memory,
  records: readonly Remembered[],
  floor: number,
): { memory: Memory; forgottenUntil: number | null } {
  const known = knownKeys(memory);
  const dated = new Map<string, number>();
  const undated: string[] = [];
  for (const { key, time } of records) {
    if (time === null) undated.push(key);
    else if (time > floor && !known.has(key)) dated.set(key, time);
  }
  const { seen, forgottenUntil } = withinLength(
    withoutPast(withKeys(memory.seen, dated), floor),
    MAX_SEEN_LENGTH,
  );
  return {
    memory: { seen, undated: latest([...keysIn(memory.undated), ...undated]).join('') },
    forgottenUntil,
  };
}

/** The last ones, each once. A record is forgotten only if it hasn't been listed for long. */
const latest = (keys: readonly string[]): string[] =>
  [...new Set([...keys].reverse())].slice(0, MAX_UNDATED).reverse();
