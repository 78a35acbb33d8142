import type { SeenIds } from '../seen/seenIds';

/** What is remembered of lists of lists: rooms with their messages, job postings with their proposals. */
export interface NestedState {
  kind: 'nested';
  /** Which outer records are watched; when it changes, what the others showed before isn't new. */
  scope: string;
  /** Whatever happened up to this moment is past, seen or not. Epoch milliseconds. */
  floor: number;
  /** The inner records after that moment that were emitted, or are not to be emitted. */
  seen: SeenIds;
  /** The version of each outer record whose inner list was read to the end since it changed. */
  versions: Readonly<Record<string, string>>;
  /** When all inner lists began to be read again, whether they had changed or not. */
  sweptAt: number | null;
  /** When the last poll began after which nothing was left to read or to emit. */
  caughtUpAt: number | null;
}
