import { emptyMemory } from '../seen/memory';
import type { Memory } from '../seen/memory';

/** What is remembered of one or several lists that may show the same records. */
export interface ListsState extends Memory {
  kind: 'lists';
  /** By the list's key. */
  lists: Readonly<Record<string, ListState>>;
  /** Where a list begins that isn't among them. */
  begin: number;
}

/** How far a list was read. Times are in epoch milliseconds. */
export interface ListState {
  /** Whatever happened up to this moment is past, seen or not. */
  floor: number;
  /** How many pages the next poll reads at least. */
  minPages: number;
  /** The reading of the whole list that is in progress, if any. */
  sweep: Sweep | null;
  /** When the last complete sweep began. */
  sweptAt: number | null;
  /** When the last poll began after which nothing was left to read or to emit; null before the first one. */
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
  /** Whether the next poll begins with it, because the last one had no time for it. */
  goesFirst: boolean;
  /** How often the page to go on with could not be read. */
  failures: number;
}

/** The state before anything was read. */
export const beginLists = (activatedAt: number): ListsState => ({
  ...emptyMemory,
  kind: 'lists',
  lists: {},
  begin: activatedAt,
});

/** A list of which nothing was read. */
export const beginList = (floor: number): ListState => ({
  floor,
  minPages: 1,
  sweep: null,
  sweptAt: null,
  caughtUpAt: null,
});
