import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Clock } from '../../../nodes/Upwork/api/clock.ts';
import type { JobChanges, SandboxOptions } from '../../sandbox/index.mts';
import { FakeClock } from '../../unit/fakeClock.mts';
import type { Instance } from '../instance.mts';
import { Upwork } from '../upwork.mts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const ids = (items: IDataObject[] | null): unknown[] => (items ?? []).map(({ id }) => id);

/** The New Job event that searches for this. */
export const watching = (query: string, changes: INodeParameters = {}): INodeParameters => ({
  event: 'newJob',
  query,
  ...changes,
});

/** Upwork and n8n for the tests of a file, on a clock of its own: time passes only when a test says so. */
export class JobFeed {
  readonly clock = new FakeClock();
  readonly upwork: Upwork;
  private readonly posted: string[] = [];

  constructor(options: Partial<SandboxOptions> = {}) {
    const now = () => this.clock.now();
    this.upwork = new Upwork({ perSecond: 0, perMinute: 0, now, ...options });
    // The sandbox would otherwise search through the jobs of all tests.
    afterEach(() => {
      this.close(...this.posted.splice(0));
    });
  }

  /** The clock of an n8n that is this far ahead of Upwork's, or behind it. */
  clockOff(offset: number): Clock {
    const { clock } = this;
    return {
      now: () => clock.now() + offset,
      sleep: async (ms) => {
        await clock.sleep(ms);
      },
      timeout: (ms) => clock.timeout(ms),
      random: () => clock.random(),
    };
  }

  /** Posts jobs and returns their IDs. They appear now, whenever they were published. */
  post(job: string | JobChanges, { count = 1, ago = 0 } = {}): string[] {
    const jobs = this.upwork.control.addJobs({
      job: typeof job === 'string' ? { title: job } : job,
      count,
      publishedSecondsAgo: ago / 1000,
    });
    const added = jobs.map(({ id }) => id);
    this.posted.push(...added);
    return added;
  }

  /** Posts jobs that were published one after the other, the first one this long ago. */
  postOver(job: string, count: number, span: number): string[] {
    return Array.from({ length: count }, (_, index) =>
      this.post(job, { ago: span * (1 - index / count) }),
    ).flat();
  }

  close(...jobs: string[]): void {
    for (const id of jobs) this.upwork.control.setJobState({ id, state: 'CLOSED' });
  }

  /** What the trigger emits in so many polls, one every five minutes by default. */
  async polls(n8n: Instance, count: number, interval = 5 * MINUTE): Promise<unknown[]> {
    const emitted: unknown[] = [];
    for (let poll = 0; poll < count; poll++) {
      this.clock.advance(interval);
      emitted.push(...ids(await n8n.poll()));
    }
    return emitted;
  }

  /** How many requests Upwork has received since this was last called. */
  requests(): number {
    const { graphql } = this.upwork.control.stats().requests;
    this.upwork.control.resetStats();
    return graphql;
  }
}

/** What went wrong between the jobs that were posted and those that were emitted, in any order. */
export function delivery(emitted: readonly unknown[], posted: readonly unknown[]) {
  const each = new Set(emitted);
  const expected = new Set(posted);
  return {
    lost: [...expected].filter((id) => !each.has(id)).length,
    repeated: emitted.length - each.size,
    unexpected: [...each].filter((id) => !expected.has(id)).length,
  };
}

export const EACH_ONCE = { lost: 0, repeated: 0, unexpected: 0 };
