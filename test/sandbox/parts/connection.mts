export interface Pagination {
  after?: string | null;
  first: number;
}

export interface Page {
  offset: number;
  size: number;
}

export type SortOrder = 'ASC' | 'DESC';

/** Sorts items by a value, then by ID. */
export function inOrder<Item extends { id: string }>(
  value: (item: Item) => number,
  sortOrder: SortOrder,
): (one: Item, other: Item) => number {
  const sign = sortOrder === 'ASC' ? 1 : -1;
  return (one, other) => sign * (value(one) - value(other) || (one.id < other.id ? -1 : 1));
}

/**
 * One page of a list, as Upwork wraps it. The cursor is an offset, as it seems to be in reality:
 * new items shift the pages.
 */
export function connection<Item, Node>(
  found: readonly Item[],
  { offset, size }: Page,
  asNode: (item: Item) => Node,
  cursorAt: (offset: number) => string = String,
) {
  const page = found.slice(offset, offset + size);
  const end = offset + page.length;
  return {
    totalCount: found.length,
    edges: page.map((item, index) => ({
      cursor: cursorAt(offset + index + 1),
      node: asNode(item),
    })),
    pageInfo: { endCursor: cursorAt(end), hasNextPage: end < found.length },
  };
}
