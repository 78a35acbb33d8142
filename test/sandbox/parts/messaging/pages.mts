import type { Pagination } from '../connection.mts';
import { UpworkError } from '../part.mts';

// The default page size is unknown: as in the job search.
const DEFAULT_SIZE = 10;

/** The next page of a list, given the items after its cursor. */
export function pageOf<Item>(
  remaining: readonly Item[],
  pagination: Pagination | null | undefined,
  cursorOf: (item: Item, index: number) => string,
  maxSize: number,
) {
  const { first, after = null } = pagination ?? { first: DEFAULT_SIZE };
  if (first < 1) throw new UpworkError('Exception occurred');
  const page = remaining
    .slice(0, Math.min(first, maxSize))
    .map((item, index) => ({ cursor: cursorOf(item, index), item }));
  const endCursor = page.at(-1)?.cursor ?? after;
  return { page, pageInfo: { endCursor, hasNextPage: page.length < remaining.length } };
}
