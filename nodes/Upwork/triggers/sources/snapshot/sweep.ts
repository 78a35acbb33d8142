import type { PagedList } from '../../../api';
import { attempt } from '../../../attempt';
import { scan } from '../scan';
import type { Scan, ScanRule } from '../scan';
import { SWEEP_INTERVAL_MS } from '../sweepInterval';
import type { Position, SnapshotLimits, SnapshotState, Sweep } from './state';

/** How many polls in a row try the pages at which a sweep goes on before it begins again. */
const MAX_FAILURES = 3;

/** What was read of one of the lists. */
export interface ListScan<T> {
  from: Position;
  result: PromiseSettledResult<Scan<T>>;
}

/** Reads lists side by side, so that they can share requests. */
export async function scanLists<T extends { id: string }>(
  lists: readonly PagedList<T>[],
  positions: readonly Position[],
  rule: ScanRule<T>,
): Promise<ListScan<T>[]> {
  const scans = positions.map(async (from): Promise<ListScan<T>[]> => {
    const list = lists[from.list];
    return list ? [{ from, result: await attempt(scan(list, from.after, rule)) }] : [];
  });
  return (await Promise.all(scans)).flat();
}

export const recordsOf = <T>(scans: readonly ListScan<T>[]): T[] =>
  scans.flatMap(({ result }) => (result.status === 'fulfilled' ? result.value.records : []));

export const failuresOf = (scans: readonly ListScan<unknown>[]): unknown[] =>
  scans.flatMap(({ result }): unknown[] => (result.status === 'rejected' ? [result.reason] : []));

/** Whether a scan had to stop before its end. */
const isCutShort = ({ result }: ListScan<unknown>): boolean =>
  result.status === 'rejected' || result.value.isInterrupted;

/** Where a list goes on; none at its end. */
const positionAfter = ({ from, result }: ListScan<unknown>): Position[] => {
  if (result.status === 'rejected') return [from];
  return result.value.next === null ? [] : [{ list: from.list, after: result.value.next }];
};

/** What a poll has read of a sweep. */
export interface SweepReading<T> {
  /** As it was before; null if it has begun just now. */
  before: Sweep | null;
  scans: ListScan<T>[];
  /** As it goes on; without positions if it is complete. */
  after: Sweep;
}

/**
 * Begins a sweep or goes on with it, as far as this poll may; null if none is due.
 *
 * @param top what the poll has read from the first pages on; nothing if it begins with the sweep
 */
export async function sweepOn<T extends { id: string }>(
  lists: readonly PagedList<T>[],
  top: readonly ListScan<T>[],
  { sweep: before, sweptAt }: SnapshotState,
  { sweepPages }: SnapshotLimits,
  { now, hasTime }: { now: number; hasTime(): boolean },
): Promise<SweepReading<T> | null> {
  const cutShort = top.filter(isCutShort);
  const isDue = sweptAt === null || now - sweptAt >= SWEEP_INTERVAL_MS;
  if (!before && !isDue && cutShort.length === 0) return null;
  const sweep = before ?? {
    startedAt: now,
    positions: top.flatMap(positionAfter),
    isUrgent: sweptAt === null,
    goesFirst: false,
    metUnread: false,
    failures: 0,
  };
  const goesFirst = top.length > 0 && !hasTime();
  if (cutShort.length > 0) {
    const after = fromTheTop(sweep, cutShort.flatMap(positionAfter));
    return { before, scans: [], after: { ...after, goesFirst } };
  }
  // Where a page takes long, the first one takes all of the time each time.
  if (goesFirst) return { before, scans: [], after: { ...sweep, goesFirst } };

  const scans = await scanLists(lists, sweep.positions, {
    isEnd: () => false,
    mayContinue: (pages) => pages === 0 || (hasTime() && (sweep.isUrgent || pages < sweepPages)),
  });
  const hasFailed = failuresOf(scans).length > 0;
  const after = {
    ...sweep,
    positions: scans.filter(isCutShort).flatMap(positionAfter),
    goesFirst: false,
    failures: hasFailed ? sweep.failures + 1 : 0,
  };
  // A cursor may have become invalid.
  const isStuck = after.failures >= MAX_FAILURES;
  return { before, scans, after: isStuck ? fromTheTop(after, firstPages(lists)) : after };
}

/** The first page of each list. */
export const firstPages = (lists: readonly unknown[]): Position[] =>
  lists.map((_, list) => ({ list, after: null }));

/** Goes back to where the reading from the top had to stop: what follows there is probably new. */
const fromTheTop = (sweep: Sweep, positions: readonly Position[]): Sweep => ({
  ...sweep,
  positions: [
    ...sweep.positions.filter(({ list }) => !positions.some((other) => other.list === list)),
    ...positions,
  ],
  isUrgent: true,
  failures: 0,
});
