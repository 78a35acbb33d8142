import { isLastPage } from '../../api';
import type { PagedList } from '../../api';
import { attempt } from '../../attempt';

/** What has to be known about a record in order to find the new ones. */
export interface CursorRecord {
  id: string;
  /** When it happened, in epoch milliseconds: the order of the output. Null if Upwork doesn't say. */
  at: number | null;
  /** What its list is sorted by, newest first, in epoch milliseconds. Null if Upwork doesn't say. */
  rank: number | null;
}

/** Whether a record is old by its place in the list. */
export const isPast =
  (floor: number) =>
  ({ rank }: CursorRecord): boolean =>
    rank !== null && rank <= floor;

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
  /** Whether it had to stop before its end: no time was left, or a page could not be read. */
  isInterrupted: boolean;
}

/**
 * Reads a list, newest first, from a page on until the list ends or the rule says so. Throws only if the very first page
 * can't be read: later ones can be read later.
 *
 * @param start the cursor of the first page to read; null for the first page of the list
 */
export async function scan<T extends { id: string }>(
  list: PagedList<T>,
  start: string | null,
  { isEnd, mayContinue }: ScanRule<T>,
): Promise<Scan<T>> {
  const records = new Map<string, T>();
  let [next, lastPage, pages]: [string | null, readonly T[], number] = [start, [], 0];
  const end = (isInterrupted: boolean): Scan<T> => ({
    records: [...records.values()],
    pages,
    lastPage,
    next,
    isInterrupted,
  });

  for (;;) {
    if (!mayContinue(pages)) return end(true);
    const after = next ?? list.order.after;
    const result = await attempt(list.fetchPage(after));
    if (result.status === 'rejected') {
      if (pages === 0) throw result.reason;
      return end(true);
    }
    const page = result.value;
    // A list that ignores its cursor would never end.
    const isRepeated = pages > 0 && page.edgeCount > 0 && haveSameIds(page.records, lastPage);
    const isLast = isRepeated || isLastPage(page, { ...list.order, after });
    for (const record of page.records) records.set(record.id, record);
    lastPage = page.records;
    pages++;
    next = isLast ? null : (page.endCursor ?? null);
    if (isLast || isEnd(lastPage, pages)) return end(false);
  }
}

const haveSameIds = <T extends { id: string }>(a: readonly T[], b: readonly T[]): boolean =>
  a.length > 0 && a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
