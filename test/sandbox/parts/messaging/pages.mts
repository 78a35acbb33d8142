import type { Pagination } from '../connection.mts';
import { UpworkError } from '../part.mts';

// How large a page is that nobody asked for is unknown: as in the job search.
const DEFAULT_SIZE = 10;

/** The first page of what is left of a list after its cursor. */
export function pageOf<Item>(
  left: readonly Item[],
  pagination: Pagination | null | undefined,
  cursorOf: (item: Item, index: number) => string,
  largest: number,
) {
  const { first, after = null } = pagination ?? { first: DEFAULT_SIZE };
  if (first < 1) throw new UpworkError('Exception occurred');
  const page = left
    .slice(0, Math.min(first, largest))
    .map((item, index) => ({ cursor: cursorOf(item, index), item }));
  const endCursor = page.at(-1)?.cursor ?? after;
  return { page, pageInfo: { endCursor, hasNextPage: page.length < left.length } };
}
