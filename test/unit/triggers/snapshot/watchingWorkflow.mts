import type { EventRecord, SourceState } from '../../../../nodes/Upwork/triggers/source.ts';
import { snapshotSource } from '../../../../nodes/Upwork/triggers/sources/snapshot/snapshotSource.ts';
import type { SnapshotLimits } from '../../../../nodes/Upwork/triggers/sources/snapshot/state.ts';
import { MINUTE } from './proposalsModel.mts';
import type { ProposalsModel } from './proposalsModel.mts';

const SECOND = 1_000;
const WINDOW_MS = 60 * MINUTE;

export interface Emitted {
  id: string;
  status: string;
  previousStatus: string | null;
}

export interface WorkflowOptions {
  /** How many records a poll emits at most. */
  cap?: number;
  /** How far n8n's clock is ahead of Upwork's. */
  skewMs?: number;
  limits?: SnapshotLimits;
}

/** What disturbs a poll. */
export interface Disturbance {
  /** How many pages there is time for. */
  pages?: number;
  /** Runs before a page is read, with 1 for the first one. */
  beforePage?(page: number): void;
}

/** n8n, which polls and stores the state only with what was emitted. */
export class WatchingWorkflow {
  readonly emitted: Emitted[] = [];
  /** By n8n's clock. */
  readonly activatedAt: number;
  private readonly options: Required<WorkflowOptions>;
  private state: SourceState;
  private stored: string;

  constructor(
    private readonly upwork: ProposalsModel,
    { cap = 500, skewMs = 0, limits = { remembered: 5_000, sweepPages: 2 } }: WorkflowOptions = {},
  ) {
    this.options = { cap, skewMs, limits };
    this.activatedAt = this.now;
    this.state = this.source(() => undefined).begin(this.activatedAt);
    this.stored = JSON.stringify(this.state);
  }

  /** The first poll, after which n8n stores the state in any case. */
  async activate(disturbance?: Disturbance): Promise<void> {
    await Promise.allSettled([this.poll(disturbance)]);
    this.stored = JSON.stringify(this.state);
  }

  restart(): void {
    this.state = JSON.parse(this.stored) as SourceState;
  }

  /** Returns how many pages it has read. Throws what the source throws. */
  async poll(disturbance: Disturbance = {}): Promise<number> {
    const { pages = Infinity } = disturbance;
    let read = 0;
    const source = this.source(() => {
      this.upwork.now += SECOND;
      read++;
      disturbance.beforePage?.(read);
    });
    const { activatedAt, now } = this;
    const hasTime = () => read < pages;
    const reading = await source.read(this.state, {
      activatedAt,
      now,
      windowMs: WINDOW_MS,
      hasTime,
    });
    const sorted = [...reading.news].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
    const emitted = sorted.slice(0, this.options.cap);
    this.state = reading.settle(new Set(sorted.slice(this.options.cap).map(({ id }) => id)));
    this.emitted.push(...emitted.map(toEmitted));
    if (emitted.length > 0) this.stored = JSON.stringify(this.state);
    return read;
  }

  /** Polls so many times, and returns what that has emitted. */
  async polls(count: number, interval = 3 * MINUTE): Promise<Emitted[]> {
    const before = this.emitted.length;
    for (let poll = 0; poll < count; poll++) {
      this.upwork.now += interval;
      await this.poll();
    }
    return this.emitted.slice(before);
  }

  private get now(): number {
    return this.upwork.now + this.options.skewMs;
  }

  private source(beforePage: () => void) {
    return snapshotSource(
      {
        lists: this.upwork.lists(beforePage),
        isOwnBeginning: (status) => status === 'Accepted',
        isFinal: (status) => status === 'Archived',
        matches: () => true,
        output: ({ record, previousStatus }) => ({ status: record.status, previousStatus }),
      },
      this.options.limits,
    );
  }
}

function toEmitted(record: EventRecord): Emitted {
  const { status, previousStatus } = record.output() as Omit<Emitted, 'id'>;
  return { id: record.id, status, previousStatus };
}
