import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { SandboxOptions } from '../../sandbox/index.mts';
import { CLIENT } from '../../sandboxClient/ids.mts';
import { FakeClock } from '../../unit/fakeClock.mts';
import type { Instance } from '../instance.mts';
import { Upwork } from '../upwork.mts';
import { MINUTE } from './jobFeed.mts';

/** The New Proposal event of the client organization. */
export const watching = (changes: INodeParameters = {}): INodeParameters => ({
  event: 'newProposal',
  organizationId: { __rl: true, mode: 'id', value: CLIENT },
  ...changes,
});

/** A client's Upwork and n8n for some tests, on a clock of their own. */
export class ClientFeed {
  readonly clock = new FakeClock();
  readonly upwork: Upwork;

  constructor(options: Partial<SandboxOptions> = {}) {
    const now = () => this.clock.now();
    this.upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, now, ...options });
  }

  get control() {
    return this.upwork.control;
  }

  /** Opens job postings. */
  post(count = 1): string[] {
    return this.control.addJobPostings({ title: 'Shelves', count });
  }

  /** A freelancer applies. The proposal is listed now, even if it was created earlier. */
  apply(jobPostingId: string, createdSecondsAgo = 0): string {
    return this.control.addReceivedProposal({ jobPostingId, createdSecondsAgo }).id;
  }

  /** An n8n in which this trigger was activated. */
  async active(trigger: INodeParameters): Promise<Instance> {
    const n8n = this.upwork.connected();
    expect(await n8n.activate(trigger, this.clock)).toBeNull();
    return n8n;
  }

  async activate(n8n: Instance, trigger: INodeParameters): Promise<IDataObject[] | null> {
    return await n8n.activate(trigger, this.clock);
  }

  /** A poll, five minutes after the last one by default. */
  async poll(n8n: Instance, minutes = 5): Promise<IDataObject[] | null> {
    this.clock.advance(minutes * MINUTE);
    return await n8n.poll();
  }

  /** How many requests Upwork has received since this was last called. */
  requests(): number {
    const { graphql } = this.control.stats().requests;
    this.control.resetStats();
    return graphql;
  }
}
