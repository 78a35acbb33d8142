import type { PagedList } from '../../../../nodes/Upwork/api/index.ts';
import type { StatusRecord } from '../../../../nodes/Upwork/triggers/sources/snapshot/snapshotSource.ts';

export const MINUTE = 60_000;
const PAGE_SIZE = 3;

/** The lists, and which statuses each one shows: they overlap. One status has no list of its own. */
const LISTS = [
  ['Accepted', 'Activated'],
  ['Activated', 'Offered'],
  ['Offered'],
  ['Archived', 'Odd'],
] as const;
export const LIST_COUNT = LISTS.length;

export const STATUSES = ['Accepted', 'Activated', 'Offered', 'Archived', 'Odd'] as const;
export type Status = (typeof STATUSES)[number];

/** A proposal as Upwork keeps it. */
export interface Proposal extends StatusRecord {
  status: Status;
  /** The statuses that it has had since the activation, the first one included. */
  readonly had: Status[];
  /** Whether it existed at the activation. */
  readonly isOld: boolean;
  /** Whether the time of its last modification has moved since the activation. */
  hasMoved: boolean;
  /** Whether its status has changed without that, or while the first poll read. */
  hasChangedUnseen: boolean;
  /** How often something else than its status was modified. */
  touches: number;
}

/** Lists by status like Upwork's: latest first, in pages whose cursors are offsets, so that they shift. */
export class ProposalsModel {
  now = 1_700_000_000_000;
  /** While the first poll reads, nobody can tell what it finds from what existed. */
  isActivating = false;
  readonly all: Proposal[] = [];
  private readonly activatedAt = this.now;
  /** Cursors of an earlier generation are refused. */
  private generation = 0;

  /** @param undatedFirst where proposals without the time of a modification are */
  constructor(private readonly undatedFirst: boolean) {}

  add(
    status: Status,
    createdAt: number | null,
    modifiedAt: number | null = null,
    isOld = false,
  ): Proposal {
    const id = `proposal-${this.all.length}`;
    const proposal = {
      id,
      status,
      createdAt,
      modifiedAt,
      had: [status],
      isOld: isOld || this.isActivating,
      hasMoved: this.isActivating,
      hasChangedUnseen: this.isActivating,
      touches: 0,
    };
    this.all.push(proposal);
    return proposal;
  }

  set(index: number, status: Status, movesTime: boolean): void {
    const proposal = this.all[index % this.all.length];
    if (!proposal) return;
    proposal.status = status;
    proposal.had.push(status);
    if (movesTime) this.move(proposal);
    proposal.hasChangedUnseen ||= !movesTime || this.isActivating;
  }

  /** Modifies something else than the status. */
  touch(index: number): void {
    const proposal = this.all[index % this.all.length];
    if (!proposal) return;
    proposal.touches++;
    this.move(proposal);
  }

  expireCursors(): void {
    this.generation++;
  }

  lists(beforePage: () => void = () => undefined): PagedList<StatusRecord>[] {
    return LISTS.map((statuses) => ({
      order: { after: null, trustsHasNextPage: false },
      fetchPage: async (after) => {
        beforePage();
        const [generation, offset] = (after ?? `${this.generation}/0`).split('/').map(Number);
        if (generation !== this.generation || offset === undefined) {
          throw new Error('the cursor is invalid');
        }
        const shown = this.all.filter(({ status }) => statuses.some((one) => one === status));
        const records = shown
          .sort((a, b) => this.rank(b) - this.rank(a) || (a.id < b.id ? 1 : -1))
          .slice(offset, offset + PAGE_SIZE)
          .map(({ id, status, createdAt, modifiedAt }) => ({ id, status, createdAt, modifiedAt }));
        const endCursor = `${this.generation}/${offset + records.length}`;
        return await Promise.resolve({
          records,
          edgeCount: records.length,
          endCursor,
          hasNextPage: false,
        });
      },
    }));
  }

  private move(proposal: Proposal): void {
    proposal.modifiedAt = this.now;
    proposal.hasMoved = this.now > this.activatedAt;
  }

  private rank({ createdAt, modifiedAt }: Proposal): number {
    return modifiedAt ?? (this.undatedFirst ? Number.MAX_VALUE : (createdAt ?? 0));
  }
}
