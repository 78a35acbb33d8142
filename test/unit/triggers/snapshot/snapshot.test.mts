import fc from 'fast-check';

import type { EventRecord, SourceState } from '../../../../nodes/Upwork/triggers/source.ts';
import { snapshotSource } from '../../../../nodes/Upwork/triggers/sources/snapshot/snapshotSource.ts';
import type { SnapshotLimits } from '../../../../nodes/Upwork/triggers/sources/snapshot/state.ts';
import { LIST_COUNT, MINUTE, ProposalsModel, STATUSES } from './proposalsModel.mts';
import type { Proposal } from './proposalsModel.mts';

const RUNS = Number(process.env.RUNS ?? 300);
const SECOND = 1_000;
const WINDOW_MS = 60 * MINUTE;
const LIMITS: SnapshotLimits = { remembered: 5_000, sweepPages: 2 };
/** So many polls without news in a row end a history: longer than the interval between two sweeps. */
const QUIET_POLLS = 15;
const QUIET_INTERVAL = 3 * MINUTE;

const status = fc.constantFrom(...STATUSES);

/** Something that happens on Upwork. */
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: status, isDated: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ set: fc.nat(), status, movesTime: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ touch: fc.nat() }) },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const disturbance = {
  /** What happens before page 2, 3 … is read. */
  duringRead: fc.array(fc.option(change, { nil: undefined, freq: 2 }), { maxLength: 6 }),
  failsAtPages: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }) },
  ),
  /** How many pages there is time for. */
  pages: fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: 10 })),
};

const step = fc.record({
  minutes: fc.oneof(fc.constant(1), fc.constant(5), fc.integer({ min: 1, max: 200 })),
  changes: fc.array(change, { maxLength: 8 }),
  /** Whether n8n restarts, with the state that it stored last. */
  restarts: fc.boolean(),
  ...disturbance,
});

const history = fc.record({
  undatedFirst: fc.boolean(),
  /** By how many minutes n8n's clock is ahead of Upwork's. */
  skew: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -5, max: 5 }) },
  ),
  existing: fc.array(
    fc.record({
      status,
      createdAgo: fc.option(fc.integer({ min: 50, max: 500 }), { freq: 6 }),
      modifiedAgo: fc.option(fc.integer({ min: 0, max: 300 })),
    }),
    { maxLength: 40 },
  ),
  isClean: fc.boolean(),
  activation: fc.record(disturbance),
  cap: fc.oneof(fc.constant(500), fc.integer({ min: 1, max: 4 })),
  steps: fc.array(step, { maxLength: 12 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
type Disturbance = History['activation'];

interface Emitted {
  id: string;
  status: string;
  previousStatus: string | null;
}

const NONE: Disturbance = { duringRead: [], failsAtPages: [], pages: 1_000 };

/** n8n, which polls and stores the state only with what was emitted. */
class Workflow {
  readonly emitted: Emitted[] = [];
  /** By n8n's clock. */
  readonly activatedAt: number;
  private readonly cap: number;
  private readonly skewMs: number;
  private state: SourceState;
  private stored: string;

  constructor(
    private readonly upwork: ProposalsModel,
    { cap, skew }: Pick<History, 'cap' | 'skew'>,
    private readonly limits: SnapshotLimits,
  ) {
    this.cap = cap;
    this.skewMs = skew * MINUTE;
    this.activatedAt = this.now;
    this.state = this.source().begin(this.activatedAt);
    this.stored = JSON.stringify(this.state);
  }

  get size(): number {
    return JSON.stringify(this.state).length;
  }

  async activate(disturbed?: Disturbance): Promise<void> {
    await this.poll(disturbed);
    this.stored = JSON.stringify(this.state);
  }

  restart(): void {
    this.state = JSON.parse(this.stored) as SourceState;
  }

  /** Returns how many pages it has read. */
  async poll({ duringRead, failsAtPages, pages }: Disturbance = NONE): Promise<number> {
    let read = 0;
    const source = this.source(() => {
      read++;
      this.upwork.now += SECOND;
      const happening = duringRead[read - 2];
      if (happening) apply(this.upwork, happening);
      if (failsAtPages.includes(read)) throw new Error('the network failed');
    });
    const { activatedAt, now } = this;
    const time = { activatedAt, now, windowMs: WINDOW_MS, hasTime: () => read < pages };
    const [result] = await Promise.allSettled([source.read(this.state, time)]);
    if (result.status === 'rejected') {
      if (failsAtPages.length === 0) throw result.reason;
      return read;
    }
    const { news, settle } = result.value;
    const sorted = [...news].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
    const emitted = sorted.slice(0, this.cap);
    this.state = settle(new Set(sorted.slice(this.cap).map(({ id }) => id)));
    this.emitted.push(...emitted.map(toEmitted));
    if (emitted.length > 0) this.stored = JSON.stringify(this.state);
    return read;
  }

  private get now(): number {
    return this.upwork.now + this.skewMs;
  }

  private source(beforePage?: () => void) {
    return snapshotSource(
      {
        lists: this.upwork.lists(beforePage),
        isOwnBeginning: (one) => one === 'Accepted',
        isFinal: (one) => one === 'Archived',
        matches: () => true,
        output: ({ record, previousStatus }) => ({ status: record.status, previousStatus }),
      },
      this.limits,
    );
  }
}

function toEmitted(record: EventRecord): Emitted {
  const { status: now, previousStatus } = record.output() as Omit<Emitted, 'id'>;
  return { id: record.id, status: now, previousStatus };
}

function apply(upwork: ProposalsModel, happening: Change): void {
  if ('add' in happening) upwork.add(happening.add, happening.isDated ? upwork.now : null);
  else if ('set' in happening) upwork.set(happening.set, happening.status, happening.movesTime);
  else upwork.touch(happening.touch);
}

async function play(
  { undatedFirst, skew, existing, isClean, activation, cap, steps }: History,
  limits = LIMITS,
) {
  const upwork = new ProposalsModel(undatedFirst);
  for (const { status: one, createdAgo, modifiedAgo } of existing) {
    const ago = (minutes: number | null) =>
      minutes === null ? null : upwork.now - minutes * MINUTE;
    upwork.add(one, ago(createdAgo), ago(modifiedAgo), true);
  }
  const before = upwork.all.map(({ id, createdAt, modifiedAt }) => ({ id, createdAt, modifiedAt }));
  const workflow = new Workflow(upwork, { cap, skew }, limits);
  /** Those that seem to be new, because n8n's clock is behind. */
  const seemNew = new Set(
    before
      .filter((one) => Math.max(one.createdAt ?? 0, one.modifiedAt ?? 0) > workflow.activatedAt)
      .map(({ id }) => id),
  );
  await workflow.activate(isClean ? NONE : activation);
  for (const { minutes, changes, restarts, ...disturbed } of steps) {
    upwork.now += minutes * MINUTE;
    for (const happening of changes) apply(upwork, happening);
    if (restarts) workflow.restart();
    await workflow.poll(disturbed);
  }
  let pages: number[] = [];
  while (pages.length < QUIET_POLLS) {
    upwork.now += QUIET_INTERVAL;
    const before = workflow.emitted.length;
    pages.push(await workflow.poll());
    if (workflow.emitted.length > before) pages = [];
  }
  return { upwork, workflow, seemNew, idlePages: Math.min(...pages) };
}

/** Whether nothing had to be emitted, or nobody could know that something had. */
function mayBeSilent(proposal: Proposal, { isClean, skew }: History): boolean {
  const { had, status: now, isOld, hasChangedUnseen, createdAt } = proposal;
  if (skew > 0 && !isClean) return true;
  // The user's own, as far as could be seen.
  if (now === 'Accepted' && !(isOld && isClean)) return true;
  if (isOld) return now === had[0] || (!isClean && hasChangedUnseen);
  return createdAt === null && !isClean;
}

describe('the source of status changes', () => {
  it('emits each change once, whatever happens to lists, network and n8n', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (events) => {
        const { upwork, workflow, seemNew, idlePages } = await play(events);
        for (const proposal of upwork.all) {
          const emitted = workflow.emitted.filter(({ id }) => id === proposal.id);
          for (const [index, { status: now, previousStatus }] of emitted.entries()) {
            expect(proposal.had).toContain(now);
            expect(previousStatus).not.toBe(now);
            if (index > 0) expect(previousStatus).toBe(emitted[index - 1]?.status);
          }
          const wasUnread = seemNew.has(proposal.id) || (!events.isClean && proposal.hasMoved);
          const most = proposal.had.length - (proposal.isOld && !wasUnread ? 1 : 0);
          expect(emitted.length).toBeLessThanOrEqual(most);
          const last = emitted.at(-1)?.status;
          if (last !== undefined || !mayBeSilent(proposal, events)) {
            expect({ id: proposal.id, status: last }).toEqual({
              id: proposal.id,
              status: proposal.status,
            });
          }
        }
        expect(idlePages).toBe(LIST_COUNT);
      }),
      { numRuns: RUNS },
    );
  });

  it('emits nothing twice although it has forgotten it for lack of space', async () => {
    const calm = history.map((events) => ({
      ...events,
      skew: 0,
      isClean: true,
      cap: 500,
      steps: events.steps.map((one) => ({ ...one, ...NONE })),
    }));
    await fc.assert(
      fc.asyncProperty(calm, async (events) => {
        const { upwork, workflow } = await play(events, { ...LIMITS, remembered: 15 });
        for (const { id, had, isOld, touches } of upwork.all) {
          const emitted = workflow.emitted.filter((one) => one.id === id);
          const most = had.length + touches - (isOld ? 1 : 0);
          expect(emitted.length).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
