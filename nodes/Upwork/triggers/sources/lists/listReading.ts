import { knownKeys, remember } from './memory';
import { scan } from './scan';
import type { PagedList } from './scan';
import { keyOf } from './seenIds';
import { isPast } from './state';
import type { CursorLimits, CursorRecord, CursorState } from './state';
import { newSweep, sweepOn } from './sweep';
import type { PollTime, SweepProgress } from './sweep';

export type { PagedList } from './scan';
export { initialState, stateOfOtherList } from './state';
export type { CursorLimits, CursorRecord, CursorState } from './state';
export type { PollTime } from './sweep';

export interface News<T> {
  /** Oldest first. */
  records: T[];
  state: CursorState;
}

/**
 * The state in which whatever is listed is known. If the whole window could be read, it is the limit from
 * then on, so that a record that is listed late counts as new even if it happened before the activation.
 *
 * @param state the initial state
 */
export async function readBaseline<T extends CursorRecord>(
  list: PagedList<T>,
  state: CursorState,
  limits: CursorLimits,
  { now, hasTime }: PollTime,
): Promise<CursorState> {
  const floor = sweepFloor(now, limits);
  const { records, isInterrupted } = await scan(list, null, {
    isEnd: (page) => page.every(isPast(floor)),
    mayContinue: (pages) => pages === 0 || hasTime(),
  });
  const next: CursorState = isInterrupted ? state : { ...state, floor, sweptAt: now };
  return remember({ ...next, caughtUpAt: now }, records, limits);
}

/**
 * What is new since the state. A list isn't strictly sorted by time, so pages are read while there is
 * anything unknown on them. What this doesn't find or doesn't get to is left to a sweep. Throws if the first
 * page can't be read.
 */
export async function readNews<T extends CursorRecord>(
  list: PagedList<T>,
  state: CursorState,
  limits: CursorLimits,
  time: PollTime,
): Promise<News<T>> {
  const known = knownKeys(state);
  const isKnown = ({ id }: T) => known.has(keyOf(id));
  const isOld = isPast(state.floor);
  const top = await scan(list, null, {
    isEnd: (page, pages) =>
      pages >= state.minPages && page.every((record) => isKnown(record) || isOld(record)),
    mayContinue: (pages) => pages === 0 || time.hasTime(),
  });
  const sweep = await sweepOn(list, top, state, limits, time);

  const read = [...top.records, ...(sweep?.records ?? [])];
  const unique = [...new Map(read.map((record) => [record.id, record])).values()];
  const news = unique
    .filter((record) => !isKnown(record) && (record.at === null || record.at > state.floor))
    .sort(oldestFirst);
  const waiting = new Set(news.slice(limits.emitted));
  // The next poll reads the first pages again, but not what a sweep has found below them.
  const mustRepeatSweep = sweep?.records.some((record) => waiting.has(record)) ?? false;
  const rest = mustRepeatSweep ? newSweep(time.now, null, true) : (sweep?.rest ?? null);

  const next: CursorState = {
    ...state,
    minPages: news.length > 0 ? top.pages : 1,
    sweep: rest,
    caughtUpAt: rest?.isUrgent || waiting.size > 0 ? state.caughtUpAt : time.now,
    // What waits must not become past.
    ...(sweep && !rest && waiting.size === 0 && afterSweep(sweep, state, limits)),
  };
  const settled = unique.filter((record) => !waiting.has(record));
  return { records: news.slice(0, limits.emitted), state: remember(next, settled, limits) };
}

/** What a complete sweep changes. */
function afterSweep(
  { startedAt, isUrgent }: SweepProgress<unknown>,
  { floor }: CursorState,
  limits: CursorLimits,
): Pick<CursorState, 'floor' | 'sweptAt'> {
  return {
    floor: Math.max(floor, sweepFloor(startedAt, limits)),
    // Records may have moved while an urgent sweep took several polls, so another one follows.
    sweptAt: isUrgent ? null : startedAt,
  };
}

/**
 * The moment up to which everything is past once a sweep is complete. What is listed at the very end of its
 * window is found by the next sweep.
 */
const sweepFloor = (startedAt: number, { windowMs, sweepIntervalMs }: CursorLimits): number =>
  startedAt - windowMs - sweepIntervalMs;

/** Records without a time come last: they have just been listed. */
function oldestFirst(a: CursorRecord, b: CursorRecord): number {
  const [first, second] = [a.at ?? Infinity, b.at ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
