/** One page of a connection, as Upwork sends it. */
export interface ConnectionPage<T> {
  records: T[];
  /** Includes edges without a record. */
  edgeCount: number;
  endCursor: string | null | undefined;
  hasNextPage: boolean | null | undefined;
}

/** A list in GraphQL's cursor style. Upwork: an edge or node is null where a record can't be shown. */
interface Connection<T> {
  edges?: ({ node?: T | null | undefined } | null)[] | null | undefined;
  pageInfo?: Partial<Pick<ConnectionPage<T>, 'endCursor' | 'hasNextPage'>> | null | undefined;
}

/** A connection's records without the nulls, and its cursor. */
export function toConnectionPage<T>(
  connection: Connection<T> | null | undefined,
): ConnectionPage<T> {
  const edges = connection?.edges ?? [];
  return {
    records: edges.flatMap((edge) => edge?.node ?? []),
    edgeCount: edges.length,
    endCursor: connection?.pageInfo?.endCursor,
    hasNextPage: connection?.pageInfo?.hasNextPage,
  };
}

/** Upwork: the first page of the job search has `after: "0"`; without it the search fails. */
export const ZERO_CURSOR = '0';

/** Some records of a list, and whether more may follow. */
export interface Page<T> {
  records: T[];
  isLast: boolean;
}

/** A page of one connection. */
export interface CountedPage<T> extends Page<T> {
  /** Includes edges without a record and repeated ones. */
  edgeCount: number;
}

/** How the pages of a list follow each other. */
export interface PageOrder {
  /** The cursor of the first page. */
  after: string | null;
  /** Whether `hasNextPage` may end the list. Upwork: it is only reliable in the job search. */
  trustsHasNextPage: boolean;
}

/** A list that is read page by page. */
export interface PagedList<T> {
  order: PageOrder;
  /** @param after the cursor of the page */
  fetchPage(after: string | null): Promise<ConnectionPage<T>>;
}

/** The same list, with other records in place of each one. */
export const mapPages = <T, TMapped>(
  { order, fetchPage }: PagedList<T>,
  map: (record: T) => TMapped[],
): PagedList<TMapped> => ({
  order,
  async fetchPage(after) {
    const page = await fetchPage(after);
    return { ...page, records: page.records.flatMap(map) };
  },
});

/** Upwork: how the job search is read. */
export const FROM_ZERO: PageOrder = { after: ZERO_CURSOR, trustsHasNextPage: true };
/** Upwork: how all other lists are read. */
export const BY_CURSOR: PageOrder = { after: null, trustsHasNextPage: false };

/**
 * Whether a list ends with the page after this cursor. Upwork: `hasNextPage` may be false although
 * more records follow, and a page whose nodes are all null doesn't end a list.
 */
export function isLastPage(
  { edgeCount, endCursor, hasNextPage }: Omit<ConnectionPage<never>, 'records'>,
  { after, trustsHasNextPage }: PageOrder = BY_CURSOR,
): boolean {
  return (
    edgeCount === 0 || !endCursor || endCursor === after || (trustsHasNextPage && !hasNextPage)
  );
}

/**
 * Yields page after page and each record once, even if new records shift the pages during the read.
 * A page that only repeats earlier records counts as one without edges.
 */
export async function* paginate<T extends { id?: unknown }>(
  fetchPage: (after: string | null) => Promise<ConnectionPage<T>>,
  order: PageOrder = BY_CURSOR,
): AsyncGenerator<CountedPage<T>> {
  const seen = new Set<unknown>();
  let { after } = order;
  for (let isLast = false; !isLast; ) {
    const page = await fetchPage(after);
    const records = page.records.filter((record) => {
      // A query that a user wrote may select no ID.
      const identity = record.id ?? record;
      return !seen.has(identity) && seen.add(identity);
    });
    const repeated = page.records.length - records.length;
    isLast = isLastPage({ ...page, edgeCount: page.edgeCount - repeated }, { ...order, after });
    after = page.endCursor ?? after;
    yield { records, edgeCount: page.edgeCount, isLast };
  }
}

/** The first records that match, up to the limit. Reads no more pages than necessary. */
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
