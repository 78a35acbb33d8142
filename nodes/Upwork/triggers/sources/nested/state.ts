import { emptyMemory } from '../seen/memory';
import type { Memory } from '../seen/memory';

/** What is remembered of lists of lists: rooms with their messages, job postings with their proposals. */
export interface NestedState extends Memory {
  kind: 'nested';
  /** Which outer records are watched; when it changes, what the others showed before isn't new. */
  scope: string;
  /**
   * Whatever happened up to this moment is past, seen or not. Epoch milliseconds. Until the first sweep is complete, it
   * is the moment of the start; what happened shortly before is then remembered, in case the clocks differ.
   */
  floor: number;
  /** The keys of outer records in a version whose news is remembered, the least recently listed first. */
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

export interface NestedSweep {
  startedAt: number;
  isComplete: boolean;
  /** Whether no sweep has been completed yet. */
  isFirst: boolean;
  /** The keys of the lists that it has read. */
  done: string;
}

const firstSweep = (startedAt: number): NestedSweep => ({
  startedAt,
  isComplete: false,
  isFirst: true,
  done: '',
});

/** @param activatedAt whatever happened up to this moment isn't new */
export const beginNested = (scope: string, activatedAt: number): NestedState => ({
  kind: 'nested',
  scope,
  floor: activatedAt,
  ...emptyMemory,
  versions: '',
  sweep: firstSweep(activatedAt),
  gaps: {},
  failing: {},
  caughtUpAt: null,
});

/**
 * The state after the user has chosen other outer records: what appeared since the last complete poll is new, what the
 * others showed before isn't.
 */
export const inScope = (state: NestedState, scope: string): NestedState =>
  state.scope === scope
    ? state
    : {
        ...beginNested(scope, Math.max(state.floor, state.caughtUpAt ?? state.floor)),
        seen: state.seen,
        undated: state.undated,
      };
