import { attempt } from '../../attempt';
import { scan } from './scan';
import type { PagedList, Scan } from './scan';
import type { CursorLimits, CursorRecord, CursorState, Sweep } from './state';
import { isPast } from './state';

/** How often the page at which a sweep goes on is tried before the sweep begins again. */
const MAX_FAILURES = 3;
/** So many old records in a row end the window: a single one may stand among newer ones. */
const TAIL = 10;

export interface PollTime {
  /** When the poll began, in epoch milliseconds. */
  now: number;
  /** Whether there is time for another page. */
  hasTime(): boolean;
}

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
  failures: 0,
});

/**
 * Begins a sweep or goes on with it, as far as this poll may; null if none is due.
 *
 * @param top what the poll has read from the first page on
 */
export async function sweepOn<T extends CursorRecord>(
  list: PagedList<T>,
  top: Scan<T>,
  state: CursorState,
  limits: CursorLimits,
  { now, hasTime }: PollTime,
): Promise<SweepProgress<T> | null> {
  if (top.isInterrupted) return waiting(newSweep(now, top.next, true));
  if (state.sweep) return await readOn(list, state.sweep, state.floor, limits, hasTime);
  if (state.sweptAt !== null && now - state.sweptAt < limits.sweepIntervalMs) return null;
  const isComplete = top.next === null || top.lastPage.slice(-TAIL).every(isPast(state.floor));
  if (isComplete) return { startedAt: now, isUrgent: false, records: [], rest: null };
  return await readOn(list, newSweep(now, top.next, false), state.floor, limits, hasTime);
}

async function readOn<T extends CursorRecord>(
  list: PagedList<T>,
  sweep: Sweep,
  floor: number,
  { sweepPages }: CursorLimits,
  hasTime: () => boolean,
): Promise<SweepProgress<T>> {
  const result = await attempt(
    scan(list, sweep.after, {
      isEnd: (page) => page.every(isPast(floor)),
      mayContinue: (pages) => hasTime() && (sweep.isUrgent || pages < sweepPages),
    }),
  );
  if (result.status === 'rejected') return waiting(afterFailure(sweep));
  const { records, isInterrupted, next } = result.value;
  const { startedAt, isUrgent } = sweep;
  const rest = isInterrupted ? { ...sweep, after: next, failures: 0 } : null;
  return { startedAt, isUrgent, records, rest };
}

const waiting = <T>(sweep: Sweep): SweepProgress<T> => ({ ...sweep, records: [], rest: sweep });

/** A cursor may have become invalid: after a few failures the sweep begins with the first page. */
function afterFailure(sweep: Sweep): Sweep {
  const failures = sweep.failures + 1;
  return failures < MAX_FAILURES
    ? { ...sweep, failures }
    : newSweep(sweep.startedAt, null, sweep.isUrgent);
}
