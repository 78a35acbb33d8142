import type { Story } from '../../world/messaging/room.mts';
import type { Pagination } from '../connection.mts';
import { readDate } from '../dates.mts';
import { UpworkError } from '../part.mts';
import { pageOf } from './pages.mts';

export interface StoryFilter {
  storyCreatedDateTime_bt?: { rangeStart?: string | null; rangeEnd?: string | null } | null;
  pagination?: Pagination | null;
}

/** Upwork's maximum page size is unknown. */
const MAX_PAGE_SIZE = 100;
/**
 * Upwork: times of the messaging service look like this; whether it accepts others is unknown, here
 * it doesn't.
 */
const MESSAGING_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A bound of the range; whether Upwork includes the bounds is unknown, here they are included. */
function readLimit(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const limit = MESSAGING_TIME.test(text) ? readDate(text) : null;
  if (limit === null) throw new UpworkError('Exception occurred');
  return limit;
}

/** A cursor is a point in time, not an offset: new messages don't shift the pages. */
function cursorOf({ createdAt, number }: Story): string {
  return `${createdAt}-${number}`;
}

function olderThan(cursor: string): (story: Story) => boolean {
  const [, time, position] = /^(\d+)-(\d+)$/.exec(cursor) ?? [];
  if (time === undefined) throw new UpworkError('Exception occurred');
  return ({ createdAt, number }) =>
    createdAt < Number(time) || (createdAt === Number(time) && number < Number(position));
}

/**
 * A page of a room's stories, newest first. Upwork: with `after`, the end of the range is ignored.
 */
export function storyPage(
  oldestFirst: readonly Story[],
  { storyCreatedDateTime_bt: range, pagination }: StoryFilter,
) {
  const start = readLimit(range?.rangeStart) ?? -Infinity;
  const end = readLimit(range?.rangeEnd) ?? Infinity;
  const cursor = pagination?.after ?? null;
  const isBefore = cursor === null ? ({ createdAt }: Story) => createdAt <= end : olderThan(cursor);
  const newestFirst = oldestFirst.filter(({ createdAt }) => createdAt >= start).reverse();
  const remaining = newestFirst.filter(isBefore);
  if ((pagination?.first ?? 0) > MAX_PAGE_SIZE) throw new UpworkError('Exception occurred');
  // With a cursor, the count is that of all pages, not of the remaining ones.
  const totalCount = cursor === null ? remaining.length : newestFirst.length;
  return { totalCount, ...pageOf(remaining, pagination, cursorOf, MAX_PAGE_SIZE) };
}
