/** One page of a connection in Upwork's cursor style. */
export interface Page<T> {
  records: T[];
  endCursor: string | null | undefined;
  hasNextPage: boolean | null | undefined;
}

/** Upwork: the job search wants `after: "0"` for its first page and fails without it. */
export const FIRST_CURSOR = '0';

/** Some records of a connection, and whether any come after them. */
export interface Batch<T> {
  records: T[];
  isLast: boolean;
}

/**
 * Page after page, each record once although new ones push the pages down while they are read.
 * Ends when Upwork says so, when its cursor stands still, or when a page brings nothing new.
 */
export async function* zeroCursorPages<T extends { id: string }>(
  fetchPage: (after: string) => Promise<Page<T>>,
): AsyncGenerator<Batch<T>> {
  const seen = new Set<string>();
  let after = FIRST_CURSOR;
  for (let isLast = false; !isLast; ) {
    const { records, endCursor, hasNextPage } = await fetchPage(after);
    const fresh = records.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    isLast = !hasNextPage || !endCursor || endCursor === after || fresh.length === 0;
    after = endCursor ?? after;
    yield { records: fresh, isLast };
  }
}
