import type { Story } from '../../world/messaging/room.mts';
import type { Pagination } from '../connection.mts';
import { readDate } from '../dates.mts';
import { UpworkError } from '../part.mts';
import { pageOf } from './pages.mts';

export interface StoryFilter {
  storyCreatedDateTime_bt?: { rangeStart?: string | null; rangeEnd?: string | null } | null;
  pagination?: Pagination | null;
}

/** Where Upwork's largest page ends is unknown. */
const LARGEST_PAGE = 100;
/** Upwork: times of the messaging service look like this; whether it takes others is unknown, here it does not. */
const MESSAGING_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A limit of the range; whether Upwork counts the limits in is unknown, here they are. */
function readLimit(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const limit = MESSAGING_TIME.test(text) ? readDate(text) : null;
  if (limit === null) throw new UpworkError('Exception occurred');
  return limit;
}

/** A cursor is a place in time, not an offset: what is written meanwhile shifts no page. */
function cursorOf({ createdAt, number }: Story): string {
  return `${createdAt}-${number}`;
}

function olderThan(cursor: string): (story: Story) => boolean {
  const [, time, place] = /^(\d+)-(\d+)$/.exec(cursor) ?? [];
  if (time === undefined) throw new UpworkError('Exception occurred');
  return ({ createdAt, number }) =>
    createdAt < Number(time) || (createdAt === Number(time) && number < Number(place));
}

/** A page of a room's stories, newest first. Upwork: where `after` is given, the end of the range is ignored. */
export function storyPage(
  oldestFirst: readonly Story[],
  { storyCreatedDateTime_bt: range, pagination }: StoryFilter,
) {
  const start = readLimit(range?.rangeStart) ?? -Infinity;
  const end = readLimit(range?.rangeEnd) ?? Infinity;
  const cursor = pagination?.after ?? null;
  const isBefore = cursor === null ? ({ createdAt }: Story) => createdAt <= end : olderThan(cursor);
  const newestFirst = oldestFirst.filter(({ createdAt }) => createdAt >= start).reverse();
  const left = newestFirst.filter(isBefore);
  if ((pagination?.first ?? 0) > LARGEST_PAGE) throw new UpworkError('Exception occurred');
  // With a cursor, the count is that of all pages, not of those that are left.
  const totalCount = cursor === null ? left.length : newestFirst.length;
  return { totalCount, ...pageOf(left, pagination, cursorOf, LARGEST_PAGE) };
}
