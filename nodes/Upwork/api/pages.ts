/** One page of a connection in Upwork's cursor style. */
export interface Page<T> {
  records: T[];
  endCursor: string | null | undefined;
  hasNextPage: boolean | null | undefined;
}

/** What Upwork calls a connection: a list in pages, with gaps where a record can't be shown. */
interface Connection<T> {
  edges?: ({ node?: T | null | undefined } | null)[] | null | undefined;
  pageInfo?: Partial<Omit<Page<T>, 'records'>> | null | undefined;
}

/** A connection's records without the gaps, and where it goes on. */
export function pageOf<T>(connection: Connection<T> | null | undefined): Page<T> {
  return {
    records: (connection?.edges ?? []).flatMap((edge) => edge?.node ?? []),
    endCursor: connection?.pageInfo?.endCursor,
    hasNextPage: connection?.pageInfo?.hasNextPage,
  };
}

/** Upwork: the job search wants `after: "0"` for its first page and fails without it. */
export const FIRST_CURSOR = '0';

/** Some records of a connection, and whether any come after them. */
export interface Batch<T> {
  records: T[];
  isLast: boolean;
}

/** Page after page, until Upwork says that there are no more, or its cursor stands still. */
export async function* cursorPages<T>(
  fetchPage: (after: string | null) => Promise<Page<T>>,
  firstCursor: string | null,
): AsyncGenerator<Batch<T>> {
  let after = firstCursor;
  for (let isLast = false; !isLast; ) {
    const page = await fetchPage(after);
    isLast = isLastPage(page, after);
    after = page.endCursor ?? after;
    yield { records: page.records, isLast };
  }
}

/** Whether the page that was asked for with this cursor is the last one. */
export function isLastPage(
  { endCursor, hasNextPage }: Omit<Page<never>, 'records'>,
  after: string | null,
): boolean {
  return !hasNextPage || !endCursor || endCursor === after;
}

/** The pages of a connection that starts at "0", each record once. */
export function zeroCursorPages<T extends { id: string }>(
  fetchPage: (after: string) => Promise<Page<T>>,
): AsyncGenerator<Batch<T>> {
  return eachOnce(
    cursorPages(async (after) => await fetchPage(after ?? FIRST_CURSOR), FIRST_CURSOR),
  );
}

/**
 * Each record once, although new ones push the pages down while they are read. Ends too when a page
 * brings nothing new.
 */
export async function* eachOnce<T extends { id: string }>(
  pages: AsyncIterable<Batch<T>>,
): AsyncGenerator<Batch<T>> {
  const seen = new Set<string>();
  for await (const { records, isLast } of pages) {
    const fresh = records.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    yield { records: fresh, isLast: isLast || fresh.length === 0 };
    if (fresh.length === 0) return;
  }
}
