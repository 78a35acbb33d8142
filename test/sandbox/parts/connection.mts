export interface Pagination {
  after?: string | null;
  first: number;
}

export interface Page {
  offset: number;
  size: number;
}

/**
 * One page of a list, as Upwork wraps it.
 * The cursor is an offset, as it seems to be in reality: what appears meanwhile shifts the pages.
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
