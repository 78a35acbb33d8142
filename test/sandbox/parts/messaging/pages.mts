import type { Pagination } from '../connection.mts';
import { UpworkError } from '../part.mts';

// How large a page is that nobody asked for, and where the largest ends, is unknown: as in the job search.
const DEFAULT_SIZE = 10;
const LARGEST = 100;

/**
 * The first page of what is left of a list after its cursor.
 * Whether Upwork tells the end of a list in time is unknown. Here a full page always claims that there is more,
 * so that a client meets an empty page now and then.
 */
export function pageOf<Item>(
  left: readonly Item[],
  pagination: Pagination | null | undefined,
  cursorOf: (item: Item, index: number) => string,
) {
  const { first, after = null } = pagination ?? { first: DEFAULT_SIZE };
  if (first < 1 || first > LARGEST) throw new UpworkError('Exception occurred');
  const page = left.slice(0, first).map((item, index) => ({ cursor: cursorOf(item, index), item }));
  const endCursor = page.at(-1)?.cursor ?? after;
  return { page, pageInfo: { endCursor, hasNextPage: page.length === first } };
}
