import type { PagedList } from '../../../../nodes/Upwork/api/index.ts';
import type { CursorRecord } from '../../../../nodes/Upwork/triggers/sources/scan.ts';

export const MINUTE = 60_000;
const PAGE_SIZE = 5;

/** A record as Upwork keeps it. */
export interface Listed {
  id: string;
  at: number | null;
  /** When it was renewed, which moves it to the top. */
  renewedAt: number | null;
  /** When it was first listed. */
  listedAt: number;
  /** In which lists it is. */
  lists: readonly string[];
}

export interface ModelRecord extends CursorRecord {
  lists: readonly string[];
}

/** Lists like Upwork's: latest first, in pages whose cursors are offsets, so that they shift. */
export class UpworkModel {
  now = 1_700_000_000_000;
  private listed: Listed[] = [];
  private nextId = 1;

  /** @param tellsRenewal whether it says when a record was renewed */
  constructor(private readonly tellsRenewal: boolean) {}

  get all(): readonly Listed[] {
    return this.listed;
  }

  publish(at: number | null, lists: readonly string[]): void {
    const id = `job-${this.nextId++}`;
    this.listed.push({ id, at, renewedAt: null, listedAt: this.now, lists });
  }

  renew(index: number): void {
    const record = this.listed[index % this.listed.length];
    if (record) record.renewedAt = this.now;
  }

  close(index: number): void {
    if (this.listed.length > 0) this.listed.splice(index % this.listed.length, 1);
  }

  /** @param beforePage what happens before a page is read */
  list(name: string, beforePage: (page: number) => void): PagedList<ModelRecord> {
    let page = 0;
    return {
      order: { after: null, trustsHasNextPage: false },
      fetchPage: async (after) => {
        beforePage(++page);
        const offset = Number(after ?? '0');
        const records = this.sorted(name).slice(offset, offset + PAGE_SIZE);
        return await Promise.resolve({
          records: records.map(({ id, at, renewedAt, lists }) => ({
            id,
            at,
            rank: this.tellsRenewal && at !== null ? Math.max(at, renewedAt ?? 0) : at,
            lists,
          })),
          edgeCount: records.length,
          endCursor: records.length > 0 ? String(offset + records.length) : null,
          hasNextPage: null,
        });
      },
    };
  }

  private sorted(name: string): Listed[] {
    const place = ({ at, renewedAt, listedAt }: Listed) => Math.max(at ?? listedAt, renewedAt ?? 0);
    return this.listed
      .filter(({ lists }) => lists.includes(name))
      .sort((a, b) => place(b) - place(a) || (a.id < b.id ? 1 : -1));
  }
}
