import { BATCH_SIZE } from '../../../api';
import { readList } from './listReading';
import type { ListReading } from './listReading';
import type { InnerRecord, NestedLists, OuterRecord } from './nestedLists';
import { listKey } from './progress';
import type { Progress } from './progress';
import { outerKey } from './versions';

/** How many pages of each outer list a poll reads at most for a sweep. */
const SWEEP_PAGES = 3;
/** How many inner lists a poll reads at most for nothing but a sweep: two requests. */
const SWEEP_LISTS = 2 * BATCH_SIZE;

export interface OuterReading<TOuter> {
  key: string;
  reading: ListReading<TOuter>;
}

export interface InnerReading {
  outer: OuterRecord;
  key: string;
  /** Whether something new is to be expected. */
  hasChanged: boolean;
  /** Null if it has to wait for the next poll. */
  reading: ListReading<InnerRecord> | null;
}

/** Reads the outer lists. Throws if none of them can be read. */
export async function readOuterLists<TOuter extends OuterRecord>(
  { outerLists }: NestedLists<TOuter>,
  progress: Progress,
): Promise<OuterReading<TOuter>[]> {
  const read = await Promise.all(
    outerLists.map(async (list) => {
      const key = listKey(list);
      const reading = await readList(list, {
        isSettled: (outer) => progress.isOuterPast(outer) || !progress.hasChanged(outer),
        // A list that isn't sorted by activity may have news at its end.
        isPast: () => false,
        readsAll: progress.mustReadAll(key),
        gap: progress.gapOf(key),
        maxPages: SWEEP_PAGES,
        hasTime: progress.time.hasTime,
      });
      return { key, reading };
    }),
  );
  const [failure] = read.flatMap(({ reading }) => reading.failures);
  const isUnread = ({ failures, top }: ListReading<TOuter>) =>
    failures.length > 0 && top.length === 0;
  if (read.every(({ reading }) => isUnread(reading))) throw failure;
  return read;
}

/** Reads the inner lists that have changed and, as far as this poll may, those that the sweep hasn't read. */
export async function readInnerLists<TOuter extends OuterRecord>(
  { innerList }: NestedLists<TOuter>,
  read: readonly OuterReading<TOuter>[],
  progress: Progress,
): Promise<InnerReading[]> {
  const listed = read.flatMap(({ reading }) => [...reading.top, ...reading.below]);
  const due = [...new Map(listed.map((outer) => [outer.id, outer])).values()]
    .filter((outer) => !progress.isOuterPast(outer))
    .map((outer) => ({ outer, key: outerKey(outer), hasChanged: progress.hasChanged(outer) }))
    .filter(({ key, hasChanged }) => hasChanged || !progress.isDone(key));
  const changed = due.filter(({ hasChanged }) => hasChanged).sort(leastRecentFirst);
  const swept = due.filter(({ hasChanged }) => !hasChanged);
  const chosen = [...changed, ...swept.slice(0, SWEEP_LISTS)];
  const results: InnerReading[] = [];
  while (results.length < chosen.length && progress.time.hasTime()) {
    const batch = chosen.slice(results.length, results.length + BATCH_SIZE);
    results.push(
      ...(await Promise.all(
        batch.map(async (one) => ({ ...one, reading: await readInner(one.outer, one.key) })),
      )),
    );
  }
  const waiting = [...chosen.slice(results.length), ...swept.slice(SWEEP_LISTS)];
  return [...results, ...waiting.map((one) => ({ ...one, reading: null }))];

  async function readInner(outer: TOuter, key: string): Promise<ListReading<InnerRecord>> {
    const gap = progress.gapOf(key);
    return await readList(innerList(outer), {
      isSettled: (record) => progress.isPast(record) || progress.isKnown(record),
      isPast: (record) => progress.isPast(record),
      readsAll: progress.mustReadAll(key) || gap !== undefined,
      gap,
      maxPages: Infinity,
      hasTime: progress.time.hasTime,
    });
  }
}

/** So that what is emitted first happened first, if there is no time for all. */
const leastRecentFirst = (
  { outer: one }: { outer: OuterRecord },
  { outer: other }: { outer: OuterRecord },
): number => (one.activeAt ?? Infinity) - (other.activeAt ?? Infinity) || 0;
