import { KEY_LENGTH, keyOf } from '../seen/seenIds';
import type { OuterRecord } from './nestedLists';

/** 24 bits of a hash: of 16 million changes, one isn't noticed before the next sweep. */
const VERSION_LENGTH = 4;

/** The versions of outer records, by their keys. */
export type Versions = ReadonlyMap<string, string>;

export const outerKey = ({ id }: Pick<OuterRecord, 'id'>): string => keyOf(id);

/** A version in the form in which it is stored; null if Upwork doesn't tell any. */
export const versionKey = ({ version }: OuterRecord): string | null =>
  version === null ? null : keyOf(version).slice(0, VERSION_LENGTH);

/** The versions that a text holds one after another. */
export function versionsIn(text: string): Versions {
  const entries = text.match(new RegExp(`.{${KEY_LENGTH + VERSION_LENGTH}}`, 'gs')) ?? [];
  return new Map(entries.map((entry) => [entry.slice(0, KEY_LENGTH), entry.slice(KEY_LENGTH)]));
}

/** @param max how many to keep of them: the last ones */
export const textOf = (versions: Versions, max: number): string =>
  [...versions]
    .slice(-max)
    .map((entry) => entry.join(''))
    .join('');
