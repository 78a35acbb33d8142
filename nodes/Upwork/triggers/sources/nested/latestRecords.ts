import { BATCH_SIZE } from '../../../api';
import type { PagedList } from '../../../api';
import { attempt } from '../../../attempt';
import type { EventRecord } from '../../source';
import type { InnerRecord, NestedLists, OuterRecord } from './nestedLists';

/** How many inner lists are read at most. */
const MAX_LISTS = 5 * BATCH_SIZE;

/** The latest inner records that match, newest first. Throws if nothing can be read. */
export async function latestRecords<TOuter extends OuterRecord>(
  { outerLists, innerList }: NestedLists<TOuter>,
  limit: number,
): Promise<EventRecord[]> {
  const outers = (await firstPages(outerLists))
    .sort((a, b) => newestFirst(a.activeAt, b.activeAt))
    .slice(0, MAX_LISTS);
  let found: InnerRecord[] = [];
  for (let start = 0; start < outers.length; start += BATCH_SIZE) {
    const batch = outers.slice(start, start + BATCH_SIZE);
    const read = await firstPages(batch.map((outer) => innerList(outer)));
    found = [...found, ...read.filter(({ matches }) => matches)]
      .sort((a, b) => newestFirst(a.at, b.at))
      .slice(0, limit);
    const oldest = found[limit - 1];
    const next = outers[start + BATCH_SIZE];
    if (oldest && next && newestFirst(oldest.at, next.activeAt) <= 0) break;
  }
  return found;
}

/** The records on the first pages, each once. Throws if no page can be read. */
async function firstPages<T extends { id: string }>(lists: readonly PagedList<T>[]): Promise<T[]> {
  const pages = await Promise.all(
    lists.map(async ({ order, fetchPage }) => await attempt(fetchPage(order.after))),
  );
  const [failure] = pages.flatMap((page) => (page.status === 'rejected' ? [page] : []));
  if (failure && pages.every(({ status }) => status === 'rejected')) throw failure.reason;
  const records = pages.flatMap((page) => (page.status === 'fulfilled' ? page.value.records : []));
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

/** What has no time has just been listed. */
function newestFirst(one: number | null, other: number | null): number {
  const [first, second] = [one ?? Infinity, other ?? Infinity];
  return first === second ? 0 : second - first;
}
