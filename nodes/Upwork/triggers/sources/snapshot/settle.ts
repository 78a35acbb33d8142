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
  const { sweep: rest, sweptAt } = sweep
    ? afterSweep(sweep, state, waiting, read.some(isUnread) && memory.hasSpace)
    : state;
  const waitedAt = waiting.size > 0 ? time.now : state.waitedAt;
  const next = { ...state, ...memory.toState(), sweep: rest, sweptAt, waitedAt };
  // What waits must not become past. Only a sweep that has begun since finds all of it.
  if (waitedAt !== null && waitedAt >= (sweptAt ?? -Infinity)) return next;
  // What was forgotten must not be new again.
  if (hasForgotten) return { ...next, floor: Math.max(state.floor, time.now) };
  if (sweptAt === null) return next;
  const floor = floorAfter(sweptAt, time.windowMs);
  return { ...next, floor: memory.hasSpace ? floor : Math.max(state.floor, floor) };
}

/** @param meetsUnread whether the poll has met records that could have been read before */
function afterSweep<T extends StatusRecord>(
  { before, scans, after }: SweepReading<T>,
  { sweptAt }: SnapshotState,
  waiting: ReadonlySet<string>,
  meetsUnread: boolean,
): Pick<SnapshotState, 'sweep' | 'sweptAt'> {
  const metUnread = after.metUnread || meetsUnread;
  // The next poll reads the first pages again, but not what a sweep has found below them.
  if (recordsOf(scans).some(({ id }) => waiting.has(id))) {
    return { sweep: before && { ...before, metUnread }, sweptAt };
  }
  if (after.positions.length > 0) return { sweep: { ...after, metUnread }, sweptAt };
  // While a sweep takes several polls, records move from page to page: it is repeated until it meets nothing unread.
  if (before && metUnread) return { sweep: null, sweptAt };
  return { sweep: null, sweptAt: after.startedAt };
}
