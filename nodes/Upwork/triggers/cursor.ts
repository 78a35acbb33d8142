import type { Page } from '../api';

/** What the cursor has to know about a record. */
export interface CursorRecord {
  id: string;
  /** When it was published, in epoch milliseconds. */
  at: number;
}

/** What is remembered from poll to poll. Plain data: n8n stores it as JSON. */
export interface CursorState {
  /**
   * Records up to and including this time are old, whether they were seen or not. Epoch
   * milliseconds.
   */
  pastUntil: number | null;
  /** Every record after that time that was emitted, or existed at the start. */
  seen: CursorRecord[];
}

/** How much a poll may do, and how much the state remembers. */
export interface CursorLimits {
  /** How many records a poll emits at most. */
  emitted: number;
  /** How many records the state remembers; all that are older count as old. */
  remembered: number;
  /** How many records a poll reads at most. */
  read: number;
  /** How long after its publication a record may first be listed, in milliseconds. */
  latenessMs: number;
}

/**
 * The state at the start, in which everything that is listed is old. Reads until anything that may
 * still appear late will be newer than the last record read.
 */
export async function readBaseline(
  pages: AsyncIterable<Page<CursorRecord>>,
  limits: CursorLimits,
): Promise<CursorState> {
  const { fetched, end } = await scan(pages, limits, (last, newestRead) =>
    isBeyondLateness(last, newestRead, limits),
  );
  return baseline(fetched, end !== 'exhausted', limits);
}

/**
 * What is new since the state. Reads, newest first, up to a known record that is too old for
 * anything late to follow it: if nothing is new, that is usually one page. `isTruncated` means that
 * there were more new records than a poll may read, so that the oldest of them are missing.
 */
export async function readNew<T extends CursorRecord>(
  pages: AsyncIterable<Page<T>>,
  state: CursorState,
  limits: CursorLimits,
): Promise<{ emitted: T[]; state: CursorState; isTruncated: boolean }> {
  const isUnknown = isNew(state);
  const newestSeen = state.seen.reduce((newest, { at }) => Math.max(newest, at), -Infinity);
  const { fetched, end } = await scan(
    pages,
    limits,
    (last) => !isUnknown(last) && isBeyondLateness(last, newestSeen, limits),
  );
  return { ...advance(state, fetched, limits), isTruncated: end === 'limit' };
}

/** Why a scan ended: nothing more is listed, nothing more can be new, or it has read its limit. */
type ScanEnd = 'exhausted' | 'caughtUp' | 'limit';

async function scan<T extends CursorRecord>(
  pages: AsyncIterable<Page<T>>,
  limits: CursorLimits,
  isCaughtUp: (last: T, newestRead: number) => boolean,
): Promise<{ fetched: T[]; end: ScanEnd }> {
  const fetched: T[] = [];
  let newestRead = -Infinity;
  for await (const { records, isLast } of pages) {
    fetched.push(...records);
    newestRead = Math.max(newestRead, ...records.map(({ at }) => at));
    const last = records.at(-1);
    if (isLast || !last) break;
    if (isCaughtUp(last, newestRead)) return { fetched, end: 'caughtUp' };
    if (fetched.length >= limits.read) return { fetched, end: 'limit' };
  }
  return { fetched, end: 'exhausted' };
}

function isBeyondLateness(
  last: CursorRecord,
  newest: number,
  { latenessMs }: CursorLimits,
): boolean {
  return last.at < newest - latenessMs;
}

/**
 * The state in which all records that exist now are old. If there are more than were read, the
 * oldest that was read sets the limit.
 */
function baseline(
  records: readonly CursorRecord[],
  moreExist: boolean,
  limits: CursorLimits,
): CursorState {
  const pastUntil = moreExist ? oldest(records) : null;
  return remember({ pastUntil, seen: [] }, records, limits);
}

/** Whether a record is neither seen nor old. */
function isNew(state: CursorState): (record: CursorRecord) => boolean {
  const seen = new Set(state.seen.map(({ id }) => id));
  return ({ id, at }) => !seen.has(id) && (state.pastUntil === null || at > state.pastUntil);
}

/**
 * The new ones of the fetched records, oldest first, up to the limit, and the state afterwards as a
 * new object. Whatever exceeds the limit is still new the next time.
 */
function advance<T extends CursorRecord>(
  state: CursorState,
  fetched: readonly T[],
  limits: CursorLimits,
): { emitted: T[]; state: CursorState } {
  const unique = new Map(fetched.filter(isNew(state)).map((record) => [record.id, record]));
  const emitted = [...unique.values()].sort(oldestFirst).slice(0, limits.emitted);
  return { emitted, state: remember(state, emitted, limits) };
}

/** Adds records to the seen ones and forgets the oldest, which then count as old. */
function remember(
  state: CursorState,
  records: readonly CursorRecord[],
  { remembered }: CursorLimits,
): CursorState {
  const known = [...state.seen, ...records.map(({ id, at }) => ({ id, at }))].sort(oldestFirst);
  const surplus = known.length - remembered;
  const lastForgotten = surplus > 0 ? known[surplus - 1] : undefined;
  if (!lastForgotten) return { pastUntil: state.pastUntil, seen: known };
  const pastUntil = Math.max(lastForgotten.at, state.pastUntil ?? -Infinity);
  return { pastUntil, seen: known.filter(({ at }) => at > pastUntil) };
}

function oldest(records: readonly CursorRecord[]): number | null {
  return records.reduce<number | null>(
    (min, { at }) => (min === null || at < min ? at : min),
    null,
  );
}

function oldestFirst(a: CursorRecord, b: CursorRecord): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
