import type { SeenIds } from './seenIds';

/** What the cursor has to know about a record. */
export interface CursorRecord {
  id: string;
  /** When it happened, in epoch milliseconds: the order of the output. Null if Upwork doesn't say. */
  at: number | null;
  /** What its list is sorted by, newest first, in epoch milliseconds. Null if Upwork doesn't say. */
  rank: number | null;
}

/** What is remembered from poll to poll. Plain data: n8n stores it as JSON. */
export interface CursorState {
  version: 2;
  /** Whatever happened up to this moment is past, seen or not. Epoch milliseconds. */
  floor: number;
  /** The records after that moment that were emitted, or are not to be emitted. */
  seen: SeenIds;
  /** The keys of records without a time, the least recently listed first. */
  undated: string;
  /**
   * How many pages the next poll reads at least. A record that is closed while several pages are read moves
   * others up, to a page that was read before.
   */
  minPages: number;
  /** The reading of the whole list that is in progress, if any. */
  sweep: Sweep | null;
  /** When the last complete sweep began. */
  sweptAt: number | null;
  /** When the last poll began after which nothing was left to read or to emit. */
  caughtUpAt: number | null;
}

/** A list is read to the floor over as many polls as it takes. */
export interface Sweep {
  /** When it began. */
  startedAt: number;
  /** The cursor of the page to go on with; null for the first page. */
  after: string | null;
  /** Whether new records are known to be there, so that it can't wait. */
  isUrgent: boolean;
  /** How often the page to go on with could not be read. */
  failures: number;
}

/** How much a poll may do, and how much the state remembers. */
export interface CursorLimits {
  /** How long after its time a record may first be listed, in milliseconds. */
  windowMs: number;
  /** How often the whole window is read, in milliseconds. */
  sweepIntervalMs: number;
  /** How many pages of a sweep that isn't urgent a poll reads at most. */
  sweepPages: number;
  /** How many records a poll emits at most. */
  emitted: number;
  /** How many records the state remembers at most. */
  remembered: number;
}

/** The state at the moment of activation: whatever happened before is past, even if nothing can be read yet. */
export const initialState = (activatedAt: number): CursorState => ({
  version: 2,
  floor: activatedAt,
  seen: {},
  undated: '',
  minPages: 1,
  sweep: null,
  sweptAt: null,
  caughtUpAt: null,
});

/**
 * The state after the list itself has changed, such as after an edit of the filters: what appeared since
 * the last complete poll is new, what the other list didn't show before isn't.
 *
 * @param caughtUpAt when the last complete poll began, if that is known better than the state knows it
 */
export const stateOfOtherList = (state: CursorState, caughtUpAt: number | null): CursorState => ({
  ...state,
  floor: Math.max(state.floor, caughtUpAt ?? state.caughtUpAt ?? state.floor),
  sweep: null,
});

/** Whether a record is old by its place in the list. */
export const isPast =
  (floor: number) =>
  ({ rank }: CursorRecord): boolean =>
    rank !== null && rank <= floor;
