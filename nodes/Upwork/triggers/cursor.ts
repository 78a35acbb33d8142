/** What the feed has to know of a record. */
export interface CursorRecord {
  id: string;
  /** When it was published, in epoch milliseconds. */
  at: number;
}

/** What is remembered from poll to poll. Plain data: n8n stores it as JSON. */
export interface CursorState {
  /** Records up to and including this moment are past, whether seen or not. Epoch milliseconds. */
  pastUntil: number | null;
  /** Every record after that moment that was emitted, or was there at the start. */
  seen: CursorRecord[];
}

/** How much one step may emit, and how many records the state remembers. */
export interface CursorLimits {
  emitted: number;
  /** A record is told apart from the past as long as this many newer ones have not been seen. */
  remembered: number;
}

/**
 * The state in which the records that are there now are old. Where more exist than were read, what
 * is not newer than the oldest that was read is past, so that it never counts as new.
 */
export function baseline(
  records: readonly CursorRecord[],
  moreExist: boolean,
  limits: CursorLimits,
): CursorState {
  const pastUntil = moreExist ? oldest(records) : null;
  return remember({ pastUntil, seen: [] }, records, limits);
}

/** Whether a record was not yet emitted and is not past. */
export function isNew(state: CursorState): (record: CursorRecord) => boolean {
  const seen = new Set(state.seen.map(({ id }) => id));
  return ({ id, at }) => !seen.has(id) && (state.pastUntil === null || at > state.pastUntil);
}

/**
 * Which of the fetched records are new, oldest first, up to the limit; and the state afterwards, as
 * a new object. What the limit leaves out is still new the next time.
 */
export function advance<T extends CursorRecord>(
  state: CursorState,
  fetched: readonly T[],
  limits: CursorLimits,
): { emitted: T[]; state: CursorState } {
  const unique = new Map(fetched.filter(isNew(state)).map((record) => [record.id, record]));
  const emitted = [...unique.values()].sort(oldestFirst).slice(0, limits.emitted);
  return { emitted, state: remember(state, emitted, limits) };
}

/** Adds records to what was seen and forgets the oldest ones; what is forgotten is past. */
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
