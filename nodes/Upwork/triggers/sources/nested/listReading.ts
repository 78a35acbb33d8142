import type { PagedList } from '../../../api';
import { attempt } from '../../../attempt';
import { scan } from '../scan';

/** So many records in a row, or half a page, tell that nothing that matters follows: one may stand among others. */
const TAIL = 10;
/** A longer cursor isn't worth its place in the state. */
const MAX_CURSOR_LENGTH = 100;

export interface ListRule<T> {
  /** Whether a record is known or past. */
  isSettled(record: T): boolean;
  /** Whether nothing that matters can follow a record, known or not. */
  isPast(record: T): boolean;
  /** Whether to read on below what is settled, until everything is past. */
  readsAll: boolean;
  /** The cursor with which to go on there, if an earlier reading came so far. */
  gap: string | undefined;
  /** How many pages to read there. */
  maxPages: number;
  hasTime(): boolean;
}

export interface ListReading<T> {
  /** From the first page on, until a page ends with what is settled. */
  top: T[];
  /** What was read below that. */
  below: T[];
  /** Whether nothing new is left above what is settled. */
  isTopComplete: boolean;
  /** Whether it was read as far as the rule says. */
  isComplete: boolean;
  /** The cursor with which the next reading should go on. */
  gap: string | undefined;
  /** Why a page can't be read. */
  failures: unknown[];
}

/** Reads what is new in a list and, if need be, on until everything is past. */
export async function readList<T extends { id: string }>(
  { order, fetchPage }: PagedList<T>,
  { isSettled, isPast, readsAll, gap, maxPages, hasTime }: ListRule<T>,
): Promise<ListReading<T>> {
  const reading: ListReading<T> = {
    top: [],
    below: [],
    isTopComplete: false,
    isComplete: false,
    gap: undefined,
    failures: [],
  };
  const list: PagedList<T> = {
    order,
    async fetchPage(after) {
      const page = await attempt(fetchPage(after));
      if (page.status === 'fulfilled') return page.value;
      reading.failures.push(page.reason);
      throw page.reason;
    },
  };

  const top = await attempt(
    scan(list, null, {
      isEnd: endsWith(isSettled),
      mayContinue: (pages) => pages === 0 || hasTime(),
    }),
  );
  if (top.status === 'rejected') return reading;
  const { records, isInterrupted, lastPage, next } = top.value;
  reading.top = records;
  if (isInterrupted) return { ...reading, gap: storable(next) };
  reading.isTopComplete = true;
  const isAtEnd = gap === undefined && (next === null || endsWith(isPast)(lastPage));
  if (!readsAll || isAtEnd) return { ...reading, isComplete: true };
  const start = gap ?? next;
  if (!hasTime()) return { ...reading, gap: storable(start) };

  const below = await attempt(
    scan(list, start, {
      isEnd: endsWith(isPast),
      mayContinue: (pages) => pages === 0 || (pages < maxPages && hasTime()),
    }),
  );
  // The cursor may have become invalid: the next reading does without it.
  if (below.status === 'rejected') return reading;
  return {
    ...reading,
    below: below.value.records,
    isComplete: !below.value.isInterrupted,
    gap: below.value.isInterrupted ? storable(below.value.next) : undefined,
  };
}

/** A page without records, such as one of system messages, says nothing about what follows. */
const endsWith =
  <T>(test: (record: T) => boolean) =>
  (page: readonly T[]): boolean =>
    page.length > 0 && page.slice(-Math.min(TAIL, Math.ceil(page.length / 2))).every(test);

const storable = (cursor: string | null): string | undefined =>
  cursor !== null && cursor.length <= MAX_CURSOR_LENGTH ? cursor : undefined;
