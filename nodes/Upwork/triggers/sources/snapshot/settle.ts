import type { PollTime } from '../../source';
import { floorAfter } from '../sweepInterval';
import type { Judge, StatusRecord } from './judge';
import type { SnapshotLimits, SnapshotState } from './state';
import { StatusMemory } from './statusMemory';
import { recordsOf } from './sweep';
import type { SweepReading } from './sweep';

/** What a poll has read. */
export interface Outcome<T> {
  state: SnapshotState;
  judge: Judge;
  read: readonly T[];
  sweep: SweepReading<T> | null;
}

/** The state after a poll. @param waiting the IDs of the news that the next polls have to emit */
export function settle<T extends StatusRecord>(
  { state, judge, read, sweep }: Outcome<T>,
  waiting: ReadonlySet<string>,
  isFinal: (status: string) => boolean,
  limits: SnapshotLimits,
  time: PollTime,
): SnapshotState {
  const memory = new StatusMemory(state, limits.remembered);
  const isUnread = (record: T) => judge.verdict(record) === 'unread';
  for (const record of read) {
    // Beyond the limit it would only displace others.
    const isDispensable = isUnread(record) && isFinal(record.status) && !memory.hasSpace;
    if (!isDispensable && !waiting.has(record.id)) memory.set(record.id, record.status);
  }
  const hasForgotten = memory.forget(isFinal);
  const next = {
    ...state,
    ...memory.toState(),
    ...(sweep && afterSweep(sweep, state, read.some(isUnread), memory, waiting, time)),
  };
  // What was forgotten must not be new again, but what waits must stay so.
  const isPast = hasForgotten && waiting.size === 0;
  return isPast ? { ...next, floor: Math.max(next.floor, time.now) } : next;
}

function afterSweep<T extends StatusRecord>(
  { before, scans, after }: SweepReading<T>,
  { floor }: SnapshotState,
  meetsUnread: boolean,
  { hasSpace }: StatusMemory,
  waiting: ReadonlySet<string>,
  { windowMs }: PollTime,
): Partial<SnapshotState> {
  const metUnread = after.metUnread || meetsUnread;
  // The next poll reads the first pages again, but not what a sweep has found below them.
  if (recordsOf(scans).some(({ id }) => waiting.has(id))) {
    return { sweep: before && { ...before, metUnread } };
  }
  if (after.positions.length > 0) return { sweep: { ...after, metUnread } };
  // While a sweep takes several polls, records move from page to page: it is repeated until it meets nothing unread.
  if (before && metUnread && hasSpace) return { sweep: null };

  const past = floorAfter(after.startedAt, windowMs);
  return {
    sweep: null,
    sweptAt: after.startedAt,
    // What waits must not become past, nor what was forgotten new.
    ...(waiting.size === 0 && { floor: hasSpace ? past : Math.max(floor, past) }),
  };
}
