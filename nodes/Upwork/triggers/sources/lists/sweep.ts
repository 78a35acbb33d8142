import type { PagedList } from '../../../api';
import { attempt } from '../../../attempt';
import type { PollTime } from '../../source';
import { isPast, scan } from '../scan';
import type { CursorRecord, Scan } from '../scan';
import { SWEEP_INTERVAL_MS } from '../sweepInterval';
import type { ListState, Sweep } from './state';

/** How many pages of a sweep that isn't urgent a poll reads at most. */
const PAGES_PER_POLL = 3;
/** How often the page at which a sweep goes on is tried before the sweep begins again. */
const MAX_FAILURES = 3;
/** So many old records in a row end the window: a single one may stand among newer ones. */
const TAIL = 10;

/** What a poll has read of a sweep. */
export interface SweepProgress<T> {
  startedAt: number;
  isUrgent: boolean;
  records: T[];
  /** What is left for the next polls; null if the sweep is complete. */
  rest: Sweep | null;
}

/** A sweep that begins now. @param after the cursor of its first page */
export const newSweep = (startedAt: number, after: string | null, isUrgent: boolean): Sweep => ({
  startedAt,
  after,
  isUrgent,
  goesFirst: false,
  failures: 0,
});

/**
 * Begins a sweep or goes on with it, as far as this poll may; null if none is due.
 *
 * @param top what the poll has read from the first page on; null if it begins with the sweep
 */
export async function sweepOn<T extends CursorRecord>(
  list: PagedList<T>,
  top: Scan<T> | null,
  { sweep, sweptAt, floor }: ListState,
  { now, hasTime }: PollTime,
): Promise<SweepProgress<T> | null> {
  if (top?.isInterrupted) {
    return postponed(sweep ? { ...sweep, isUrgent: true } : newSweep(now, top.next, true));
  }
  if (sweep) return await readOn(list, sweep, floor, hasTime);
  if (!top || (sweptAt !== null && now - sweptAt < SWEEP_INTERVAL_MS)) return null;
  const isComplete = top.next === null || top.lastPage.slice(-TAIL).every(isPast(floor));
  if (isComplete) return progress(newSweep(now, null, false), [], null);
  return await readOn(list, newSweep(now, top.next, false), floor, hasTime);
}

async function readOn<T extends CursorRecord>(
  list: PagedList<T>,
  sweep: Sweep,
  floor: number,
  hasTime: () => boolean,
): Promise<SweepProgress<T>> {
  if (!hasTime()) return postponed(sweep);
  const result = await attempt(
    scan(list, sweep.after, {
      isEnd: (page) => page.every(isPast(floor)),
      mayContinue: (pages) =>
        pages === 0 || (hasTime() && (sweep.isUrgent || pages < PAGES_PER_POLL)),
    }),
  );
  if (result.status === 'rejected') return progress(sweep, [], afterFailure(sweep));
  const { records, isInterrupted, next } = result.value;
  const rest = { ...sweep, after: next, goesFirst: false, failures: 0 };
  return progress(sweep, records, isInterrupted ? rest : null);
}

const progress = <T>(
  { startedAt, isUrgent }: Sweep,
  records: T[],
  rest: Sweep | null,
): SweepProgress<T> => ({ startedAt, isUrgent, records, rest });

/** There was no time for it: where a page takes long, the first one takes all of it each time. */
const postponed = <T>(sweep: Sweep): SweepProgress<T> =>
  progress(sweep, [], { ...sweep, goesFirst: true });

/**
 * There may have been too little time after the first page, so the next poll begins with the sweep, and the one after
 * it doesn't. A cursor may have become invalid: after a few failures the sweep begins with the first page.
 */
function afterFailure(sweep: Sweep): Sweep {
  const failures = sweep.failures + 1;
  return failures < MAX_FAILURES
    ? { ...sweep, goesFirst: !sweep.goesFirst, failures }
    : newSweep(sweep.startedAt, null, sweep.isUrgent);
}
