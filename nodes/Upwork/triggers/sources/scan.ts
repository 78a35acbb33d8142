import { isLastPage } from '../../api';
import type { ConnectionPage, PageOrder } from '../../api';
import { attempt } from '../../attempt';

/** A list, newest first, that is read page by page. */
export interface PagedList<T> {
  order: PageOrder;
  /** @param after the cursor of the page; null for the first one */
  fetchPage(after: string | null): Promise<ConnectionPage<T>>;
}

export interface ScanRule<T> {
  /** Whether nothing that matters can follow this page. @param pages how many were read, with this one */
  isEnd(page: readonly T[], pages: number): boolean;
  /** Whether another page may be read. @param pages how many were read */
  mayContinue(pages: number): boolean;
}

export interface Scan<T> {
  /** What was read, each record once. */
  records: T[];
  pages: number;
  lastPage: readonly T[];
  /** The cursor of the page that follows; null at the end of the list. */
  next: string | null;
  /** Whether it had to stop before its end. */
  isInterrupted: boolean;
  /** Whether a page could not be read. */
  hasFailed: boolean;
}

/**
 * Reads a list from a page on until the list ends or the rule says so. Throws only if the very first page
 * can't be read: later ones can be read later.
 */
export async function scan<T extends { id: string }>(
  list: PagedList<T>,
  start: string | null,
  { isEnd, mayContinue }: ScanRule<T>,
): Promise<Scan<T>> {
  const records = new Map<string, T>();
  let [next, lastPage, pages]: [string | null, readonly T[], number] = [start, [], 0];
  const end = (how: Pick<Scan<T>, 'next' | 'isInterrupted' | 'hasFailed'>): Scan<T> => ({
    records: [...records.values()],
    pages,
    lastPage,
    ...how,
  });

  for (;;) {
    if (!mayContinue(pages)) return end({ next, isInterrupted: true, hasFailed: false });
    const result = await attempt(list.fetchPage(next));
    if (result.status === 'rejected') {
      if (pages === 0) throw result.reason;
      return end({ next, isInterrupted: true, hasFailed: true });
    }
    const page = result.value;
    // A list that ignores its cursor would never end.
    const isRepeated = pages > 0 && page.edgeCount > 0 && haveSameIds(page.records, lastPage);
    const isLast = isRepeated || isLastPage(page, { ...list.order, after: next });
    for (const record of page.records) records.set(record.id, record);
    lastPage = page.records;
    pages++;
    next = isLast ? null : (page.endCursor ?? null);
    if (isLast || isEnd(lastPage, pages)) return end({ next, isInterrupted: false, hasFailed: false });
  }
}

const haveSameIds = <T extends { id: string }>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
