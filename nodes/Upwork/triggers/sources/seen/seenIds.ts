import { hash } from 'crypto';

/**
 * The keys of records that were seen, by the minute of their time. Plain data: n8n stores it as JSON with the
 * workflow, so a key takes eight characters, however long the record's ID is.
 */
export type SeenIds = Readonly<Record<string, string>>;

/** 48 bits of a hash: among 6,000 IDs, one new ID in 40 billion is mistaken for a seen one. */
export const KEY_LENGTH = 8;
const MINUTE_MS = 60_000;
/** What a minute takes as JSON, without its keys: `"28333333":"",`. */
const MINUTE_LENGTH = 14;

/** A record's ID in the form in which it is stored. */
export const keyOf = (id: string): string => hash('sha256', id, 'base64url').slice(0, KEY_LENGTH);

/** The keys that a text holds one after another. */
export const keysIn = (text: string): string[] =>
  text.match(new RegExp(`.{${KEY_LENGTH}}`, 'gs')) ?? [];

/** All keys, to look them up. */
export const keySet = (seen: SeenIds): Set<string> => new Set(Object.values(seen).flatMap(keysIn));

/** With more keys. @param entries key and time of each, in epoch milliseconds */
export function withKeys(seen: SeenIds, entries: Iterable<readonly [string, number]>): SeenIds {
  const grown: Record<string, string> = { ...seen };
  for (const [key, time] of entries) {
    const minute = String(Math.floor(time / MINUTE_MS));
    grown[minute] = (grown[minute] ?? '') + key;
  }
  return grown;
}

/** Without those of a whole minute that ended by this moment. */
export const withoutPast = (seen: SeenIds, moment: number): SeenIds =>
  Object.fromEntries(Object.entries(seen).filter(([minute]) => endOf(minute) > moment));

/**
 * At most `maxLength` characters as JSON: the oldest minutes are forgotten.
 *
 * @returns also the end of the last forgotten minute; null if nothing was forgotten
 */
export function withinLength(
  seen: SeenIds,
  maxLength: number,
): { seen: SeenIds; forgottenUntil: number | null } {
  const newestFirst = Object.entries(seen).sort(([a], [b]) => Number(b) - Number(a));
  let length = 0;
  const surplus = newestFirst.findIndex(
    ([, keys]) => (length += keys.length + MINUTE_LENGTH) > maxLength,
  );
  const lastForgotten = newestFirst[surplus];
  return lastForgotten
    ? {
        seen: Object.fromEntries(newestFirst.slice(0, surplus)),
        forgottenUntil: endOf(lastForgotten[0]),
      }
    : { seen, forgottenUntil: null };
}

const endOf = (minute: string): number => (Number(minute) + 1) * MINUTE_MS - 1;
