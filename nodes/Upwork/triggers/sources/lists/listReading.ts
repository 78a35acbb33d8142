import type { PagedList } from '../../../api';
import type { PollTime } from '../../source';
import { isPast, scan } from '../scan';
import type { CursorRecord, Scan } from '../scan';
import { floorAfter } from '../sweepInterval';
import type { ListState } from './state';
import { newSweep, sweepOn } from './sweep';
import type { SweepProgress } from './sweep';

/** What a poll has read of a list. */
export interface ListReading<T> {
  /** Each once; the known ones only if they have no time. */
  records: readonly T[];
  isNew(record: T): boolean;
  /** How far the list was read. @param waits whether a new record is left for the next polls */
  next(waits: (record: T) => boolean): ListState;
}

/** Reads a list as far as anything in it may be new. Throws if its first page can't be read. */
export async function readList<T extends CursorRecord>(
  list: PagedList<T>,
  state: ListState,
  isKnown: (record: T) => boolean,
  time: PollTime,
): Promise<ListReading<T>> {
  return state.caughtUpAt === null
    ? await readFirst(list, state, isKnown, time)
    : await readOn(list, state, isKnown, time);
}

/**
 * Reads what exists at the start. Once all of the window is known, the window itself is the limit, so that a
 * record that is listed late is new even if it happened before the activation.
 */
async function readFirst<T extends CursorRecord>(
  list: PagedList<T>,
  state: ListState,
  isKnown: (record: T) => boolean,
  { activatedAt, now, hasTime, windowMs }: PollTime,
): Promise<ListReading<T>> {
  const floor = floorAfter(now, windowMs);
  const { records, pages, next, isInterrupted } = await scan(list, null, {
    isEnd: (page) => page.every(isPast(floor)),
    mayContinue: (read) => read === 0 || hasTime(),
  });
  // At the activation everything exists already, even if n8n's clock is slow; later, what has no time does.
  const isNew = (record: T) =>
    now > activatedAt && !isKnown(record) && record.at !== null && record.at > state.floor;
  return {
    records,
    isNew,
    next: (waits) => ({
      ...state,
      ...(isInterrupted
        ? { sweep: newSweep(now, next, true) }
        : { floor: Math.min(floor, state.floor), sweptAt: now }),
      minPages: records.some(isNew) ? pages : 1,
      caughtUpAt: isInterrupted || records.some(waits) ? state.floor : now,
    }),
  };
}

/**
 * Reads what is new since the state. A list isn't strictly sorted by time, so pages are read while there is
 * anything unknown on them. What this doesn't find or doesn't get to is left to a sweep.
 */
async function readOn<T extends CursorRecord>(
  list: PagedList<T>,
  state: ListState,
  isKnown: (record: T) => boolean,
  time: PollTime,
): Promise<ListReading<T>> {
  const isOld = isPast(state.floor);
  const top = state.sweep?.goesFirst
    ? null
    : await scan(list, null, {
        isEnd: (page, pages) =>
          pages >= state.minPages && page.every((record) => isKnown(record) || isOld(record)),
        mayContinue: (pages) => pages === 0 || time.hasTime(),
      });
  const sweep = await sweepOn(list, top, state, time);
  const read = [...(top?.records ?? []), ...(sweep?.records ?? [])];
  // What is known needs nothing more. What has no time is remembered as long as it is listed.
  const left = read.filter((record) => !isKnown(record) || record.at === null);
  const records = [...new Map(left.map((record) => [record.id, record])).values()];
  const isNew = (record: T) => !isKnown(record) && (record.at === null || record.at > state.floor);

  return {
    records,
    isNew,
    next(waits) {
      const isWaiting = records.some(waits);
      // The next poll reads the first pages again, but not what a sweep has found below them.
      const mustRepeat = sweep?.records.some(waits) ?? false;
      const rest = mustRepeat ? newSweep(time.now, null, true) : (sweep?.rest ?? null);
      const isCaughtUp = top !== null && !rest?.isUrgent && !isWaiting;
      return {
        ...state,
        minPages: top ? pagesToRepeat(top, records.some(isNew)) : state.minPages,
        sweep: rest,
        caughtUpAt: isCaughtUp ? time.now : state.caughtUpAt,
        // What waits, here or on the first pages, must not become past.
        ...(sweep && top && !rest && !isWaiting && afterSweep(sweep, state, time)),
      };
    },
  };
}

/** A record that is closed while several pages are read moves others up, to a page that was read before. */
const pagesToRepeat = ({ pages }: Scan<unknown>, foundNews: boolean): number =>
  foundNews ? pages : 1;

/**
 * What a complete sweep changes. What was listed since all was read for the last time doesn't become past yet: this
 * poll may have missed it, because records move while it reads.
 */
function afterSweep(
  { startedAt, isUrgent }: SweepProgress<unknown>,
  { floor, caughtUpAt }: ListState,
  { windowMs }: PollTime,
): Pick<ListState, 'floor' | 'sweptAt'> {
  const past = Math.min(floorAfter(startedAt, windowMs), (caughtUpAt ?? floor) - windowMs);
  return {
    floor: Math.max(floor, past),
    // Records may have moved while an urgent sweep took several polls, so another one follows.
    sweptAt: isUrgent ? null : startedAt,
  };
}
