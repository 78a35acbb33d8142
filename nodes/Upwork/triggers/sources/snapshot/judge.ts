import type { SnapshotState } from './state';
import type { StatusMemory } from './statusMemory';

/** A record whose status is watched. Times are in epoch milliseconds, null if Upwork doesn't say. */
export interface StatusRecord {
  id: string;
  status: string;
  createdAt: number | null;
  modifiedAt: number | null;
}

/** A record whose status has changed. */
export interface StatusChange<T> {
  record: T;
  /** Null if it wasn't known. */
  previousStatus: string | null;
  /** Whether the record was created after the activation and had no other status that was seen. */
  isFirst: boolean;
}

/**
 * What a record is: known with this status, news, new but the user's own doing, or one that nobody had read before
 * although it isn't new.
 */
export type Verdict = 'known' | 'news' | 'own' | 'unread';

/**
 * Judges records by what is remembered. What the first poll reads has existed at the activation, even if n8n's clock is
 * slow.
 */
export class Judge {
  constructor(
    private readonly state: SnapshotState,
    private readonly memory: StatusMemory,
    private readonly isOwnBeginning: (status: string) => boolean,
    private readonly isActivation: boolean,
  ) {}

  verdict(record: StatusRecord): Verdict {
    if (this.memory.has(record.id)) {
      return this.memory.isSame(record.id, record.status) ? 'known' : 'news';
    }
    if (this.isActivation || !this.isRecent(record)) return 'unread';
    return this.isOwnBeginning(record.status) ? 'own' : 'news';
  }

  /** Whether nothing on a page is new. What is unread is left to sweeps. */
  isSettled(page: readonly StatusRecord[]): boolean {
    return page.every((record) => ['known', 'unread'].includes(this.verdict(record)));
  }

  toChange<T extends StatusRecord>(record: T): StatusChange<T> {
    return {
      record,
      previousStatus: this.memory.statusOf(record.id),
      isFirst: !this.memory.has(record.id) && (record.createdAt ?? Infinity) > this.state.floor,
    };
  }

  /** A record without times is recent if every older one is remembered. */
  private isRecent({ createdAt, modifiedAt }: StatusRecord): boolean {
    if (createdAt === null && modifiedAt === null) {
      return this.state.sweptAt !== null && this.memory.hasSpace;
    }
    return Math.max(createdAt ?? -Infinity, modifiedAt ?? -Infinity) > this.state.floor;
  }
}
