/** One page of a connection, as Upwork sends it. */
export interface ConnectionPage<T> {
  records: T[];
  endCursor: string | null | undefined;
  hasNextPage: boolean | null | undefined;
}

/** A list in GraphQL's cursor style. Upwork: an edge or node is null where a record can't be shown. */
interface Connection<T> {
  edges?: ({ node?: T | null | undefined } | null)[] | null | undefined;
  pageInfo?: Partial<Omit<ConnectionPage<T>, 'records'>> | null | undefined;
}

/** A connection's records without the nulls, and its cursor. */
export function toConnectionPage<T>(
  connection: Connection<T> | null | undefined,
): ConnectionPage<T> {
  return {
    records: (connection?.edges ?? []).flatMap((edge) => edge?.node ?? []),
    endCursor: connection?.pageInfo?.endCursor,
    hasNextPage: connection?.pageInfo?.hasNextPage,
  };
}

/** Upwork: the first page of the job search has `after: "0"`; without it the search fails. */
export const ZERO_CURSOR = '0';

/** Some records of a list, and whether any come after them. */
export interface Page<T> {
  records: T[];
  isLast: boolean;
}

/** Page after page, until Upwork says that there are no more, or the cursor stands still. */
export async function* paginate<T>(
  fetchPage: (after: string | null) => Promise<ConnectionPage<T>>,
  firstCursor: string | null,
): AsyncGenerator<Page<T>> {
  let after = firstCursor;
  for (let isLast = false; !isLast; ) {
    const page = await fetchPage(after);
    isLast = isLastPage(page, after);
    after = page.endCursor ?? after;
    yield { records: page.records, isLast };
  }
}

/** Whether the page after this cursor is the last one. */
export function isLastPage(
  { endCursor, hasNextPage }: Omit<ConnectionPage<never>, 'records'>,
  after: string | null,
): boolean {
  return !hasNextPage || !endCursor || endCursor === after;
}

/** The pages of a connection whose first cursor is "0", each record once. */
export function paginateFromZero<T extends { id: string }>(
  fetchPage: (after: string) => Promise<ConnectionPage<T>>,
): AsyncGenerator<Page<T>> {
  return uniqueById(paginate(async (after) => await fetchPage(after ?? ZERO_CURSOR), ZERO_CURSOR));
}

/**
 * Each record once, although new ones shift the pages while they are read. Ends as well on a page
 * that brings nothing new.
 */
export async function* uniqueById<T extends { id: string }>(
  pages: AsyncIterable<Page<T>>,
): AsyncGenerator<Page<T>> {
  const seen = new Set<string>();
  for await (const { records, isLast } of pages) {
    const fresh = records.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    yield { records: fresh, isLast: isLast || fresh.length === 0 };
    if (fresh.length === 0) return;
  }
}

/** The first records that match, up to the limit. Reads no more pages than that takes. */
export async function takeRecords<T>(
  pages: AsyncIterable<Page<T>>,
  limit: number,
  matches: (record: T) => boolean,
): Promise<T[]> {
  const taken: T[] = [];
  for await (const { records } of pages) {
    taken.push(...records.filter(matches).slice(0, limit - taken.length));
    if (taken.length >= limit) break;
  }
  return taken;
}
