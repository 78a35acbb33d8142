import type { Page } from '../api';
import { advance, baseline, isNew } from './cursor';
import type { CursorLimits, CursorRecord, CursorState } from './cursor';

export interface ScanLimits extends CursorLimits {
  /** How many records one scan reads at most. */
  read: number;
  /** How long after its publication a record may first be listed, in milliseconds. */
  latenessMs: number;
}

/**
 * The state at the start, in which everything that is listed is old. Reads on until anything that
 * is listed late will be newer than what was read.
 */
export async function readBaseline(
  batches: AsyncIterable<Page<CursorRecord>>,
  limits: ScanLimits,
): Promise<CursorState> {
  const { fetched, end } = await scan(batches, limits, (last, newestRead) =>
    isBeyondLateness(last, newestRead, limits),
  );
  return baseline(fetched, end !== 'of the list', limits);
}

/**
 * What is new since the state. Reads on, newest first, until a known record that is too old for
 * anything late to follow it: where nothing is new, that is usually one page. `isCut` tells that
 * there were more new records than a scan may read, so that the oldest of them are missing.
 */
export async function readNew<T extends CursorRecord>(
  batches: AsyncIterable<Page<T>>,
  state: CursorState,
  limits: ScanLimits,
): Promise<{ emitted: T[]; state: CursorState; isCut: boolean }> {
  const isUnknown = isNew(state);
  const newestSeen = state.seen.reduce((newest, { at }) => Math.max(newest, at), -Infinity);
  const { fetched, end } = await scan(
    batches,
    limits,
    (last) => !isUnknown(last) && isBeyondLateness(last, newestSeen, limits),
  );
  return { ...advance(state, fetched, limits), isCut: end === 'of patience' };
}

async function scan<T extends CursorRecord>(
  batches: AsyncIterable<Page<T>>,
  limits: ScanLimits,
  isFarEnough: (last: T, newestRead: number) => boolean,
): Promise<{ fetched: T[]; end: 'of the list' | 'of what matters' | 'of patience' }> {
  const fetched: T[] = [];
  let newestRead = -Infinity;
  for await (const { records, isLast } of batches) {
    fetched.push(...records);
    newestRead = Math.max(newestRead, ...records.map(({ at }) => at));
    const last = records.at(-1);
    if (isLast || !last) break;
    if (isFarEnough(last, newestRead)) return { fetched, end: 'of what matters' };
    if (fetched.length >= limits.read) return { fetched, end: 'of patience' };
  }
  return { fetched, end: 'of the list' };
}

function isBeyondLateness(last: CursorRecord, newest: number, { latenessMs }: ScanLimits): boolean {
  return last.at < newest - latenessMs;
}
