import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { SandboxControl } from '../../sandbox/index.mts';
import type { Instance } from '../instance.mts';
import { JobFeed, MINUTE } from './jobFeed.mts';

type Status = Parameters<SandboxControl['addOwnProposals']>[0]['status'];

export const watching = (changes: INodeParameters = {}): INodeParameters => ({
  event: 'proposalStatusChanged',
  ...changes,
});

/** An item, as far as it tells what has changed. */
export interface Change {
  id: unknown;
  previousStatus: unknown;
  status: unknown;
  change: unknown;
}

export const changed = (
  id: string | undefined,
  previousStatus: string | null,
  status: string,
): Change => ({ id, previousStatus, status, change: 'Status Changed' });

export const changesIn = (items: IDataObject[] | null): Change[] =>
  (items ?? []).map(({ id, previousStatus, status, change }) => ({
    id,
    previousStatus,
    status,
    change,
  }));

/** The freelancer's own proposals on Upwork, and an n8n that watches them. Time passes only when a test says so. */
export class ProposalFeed {
  private readonly feed = new JobFeed({ jobs: 0 });
  readonly clock = this.feed.clock;
  readonly upwork = this.feed.upwork;

  /** Adds proposals and returns their IDs; their times are so many milliseconds ago. */
  add(status: Status, { count = 1, ago = 0, modifiedAgo = NaN } = {}): string[] {
    const { control } = this.upwork;
    const added = control.addOwnProposals({
      count,
      status,
      createdSecondsAgo: ago / 1000,
      ...(!Number.isNaN(modifiedAgo) && { modifiedSecondsAgo: modifiedAgo / 1000 }),
    });
    return added.map(({ id }) => id);
  }

  set(proposalId: string | undefined, status: Status, { movesTime = true } = {}): void {
    this.upwork.control.setProposalStatus({ proposalId: proposalId ?? '', status, movesTime });
  }

  async activated(parameters = watching()): Promise<Instance> {
    const n8n = this.upwork.connected();
    await n8n.activate(parameters, this.clock);
    return n8n;
  }

  /** What the trigger emits in so many polls. */
  async polls(n8n: Instance, count = 1, interval = 5 * MINUTE): Promise<Change[]> {
    const emitted: Change[] = [];
    for (let poll = 0; poll < count; poll++) {
      this.clock.advance(interval);
      emitted.push(...changesIn(await n8n.poll()));
    }
    return emitted;
  }

  /** How many requests Upwork has received since this was last called. */
  requests(): number {
    return this.feed.requests();
  }
}
