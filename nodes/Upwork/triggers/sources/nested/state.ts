import { emptyMemory } from '../seen/memory';
import type { Memory } from '../seen/memory';
import { keyOf } from '../seen/seenIds';

/** What is remembered of lists of lists: rooms with their messages, job postings with their proposals. */
export interface NestedState extends Memory {
  kind: 'nested';
  /** What is watched, as a key. */
  scope: string;
  /** The keys of the outer records that are watched; null if all are. */
  watched: string | null;
  start: NestedStart;
  /** Whatever happened up to this moment is past, seen or not. Epoch milliseconds; null before the first sweep. */
  floor: number | null;
  /** The versions of outer records whose news is remembered, the least recently listed first. */
  versions: string;
  /** Reads all lists, whether they have changed or not, over as many polls as it takes. */
  sweep: NestedSweep;
  /** The cursors of the pages with which lists that were not read to their end go on. */
  gaps: Readonly<Record<string, string>>;
  /** Since when lists can't be read. */
  failing: Readonly<Record<string, number>>;
  /** When the last poll began after which nothing was left to read or to emit; null before the first one. */
  caughtUpAt: number | null;
}

/** The activation, or the last edit of what is watched. */
export interface NestedStart {
  /** What happened up to this moment isn't new. */
  at: number;
  /** The keys of the outer records that were watched before, for which that isn't so; null if all were. */
  watchedBefore: string | null;
  /** Whether records without a time existed. */
  hasUndated: boolean;
  /** How much of what existed is known. */
  isKnown: 'no' | 'almost' | 'yes';
}

export interface NestedSweep {
  startedAt: number;
  isComplete: boolean;
  /** The keys of the lists that it has read. */
  done: string;
}

/** What is watched, in the form in which it is stored. */
export type Watched = Pick<NestedState, 'scope' | 'watched'>;

/** @param chosen the IDs of the outer records; null if all are watched */
export const watchedIn = (scope: string, chosen: readonly string[] | null): Watched => ({
  scope: keyOf(scope),
  watched: chosen === null ? null : chosen.map(keyOf).join(''),
});

/** @param activatedAt whatever happened up to this moment isn't new */
export const beginNested = (watched: Watched, activatedAt: number): NestedState => ({
  kind: 'nested',
  ...watched,
  start: { at: activatedAt, watchedBefore: '', hasUndated: false, isKnown: 'no' },
  floor: null,
  ...emptyMemory,
  versions: '',
  sweep: { startedAt: activatedAt, isComplete: false, done: '' },
  gaps: {},
  failing: {},
  caughtUpAt: null,
});

/**
 * The state after an edit of what is watched: what appeared since the last complete poll is new, what newly watched
 * records showed before isn't.
 */
export function inScope(state: NestedState, watched: Watched): NestedState {
  if (state.scope === watched.scope) return state;
  // Upwork: times are in whole seconds.
  const caughtUpAt = Math.floor((state.caughtUpAt ?? 0) / 1_000) * 1_000 - 1;
  const at = Math.max(state.start.at, caughtUpAt);
  const { floor, seen, undated, start } = state;
  return {
    ...beginNested(watched, at),
    start: {
      at,
      watchedBefore: start.isKnown === 'no' ? start.watchedBefore : state.watched,
      hasUndated: false,
      isKnown: 'no',
    },
    floor,
    seen,
    undated,
    caughtUpAt: state.caughtUpAt,
  };
}
