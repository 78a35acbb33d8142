import fc from 'fast-check';

import {
  initialState,
  readBaseline,
  readNews,
} from '../../../../nodes/Upwork/triggers/cursor/index.ts';
import type {
  CursorLimits,
  CursorState,
  PollTime,
} from '../../../../nodes/Upwork/triggers/cursor/index.ts';
import { MINUTE, UpworkModel } from './upworkModel.mts';
import type { Listed } from './upworkModel.mts';

const LIMITS: CursorLimits = {
  windowMs: 60 * MINUTE,
  sweepIntervalMs: 10 * MINUTE,
  sweepPages: 3,
  emitted: 7,
  remembered: 7_000,
};

/** Something that happens to the list. */
const change = fc.oneof(
  // Published just now or listed late, often at the same time; in the future; without a time.
  { weight: 8, arbitrary: fc.record({ publish: fc.integer({ min: -30, max: 59 }) }) },
  { weight: 1, arbitrary: fc.record({ publish: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record({ renew: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ close: fc.nat() }) },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const disturbance = {
  /** What changes while page 2, 3 … is read. */
  duringRead: fc.array(fc.option(change, { nil: undefined, freq: 2 }), { maxLength: 4 }),
  failsAtPage: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 4 }),
  /** How many pages there is time for. */
  pages: fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: 4 })),
};

const step = fc.record({
  minutes: fc.oneof(fc.constant(1), fc.constant(5), fc.integer({ min: 0, max: 200 })),
  changes: fc.array(change, { maxLength: 15 }),
  /** Whether n8n restarts, with the state that it stored last. */
  restarts: fc.boolean(),
  ...disturbance,
});

const history = fc.record({
  tellsRenewal: fc.boolean(),
  existing: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 40 }),
  activation: fc.record(disturbance),
  steps: fc.array(step, { maxLength: 15 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
type Disturbance = History['activation'];

/** n8n, which polls and stores the state only with what was emitted. */
class Workflow {
  readonly emitted: string[] = [];
  private stored = '';
  /** The records that a successful poll could see in their window. */
  readonly shown = new Set<string>();

  private constructor(
    private readonly upwork: UpworkModel,
    private state: CursorState,
  ) {}

  static async activate(upwork: UpworkModel, disturbance: Disturbance): Promise<Workflow> {
    const workflow = new Workflow(upwork, initialState(upwork.now));
    const baseline = workflow.attempt(disturbance, async (list, time) => {
      workflow.state = await readBaseline(list, workflow.state, LIMITS, time);
    });
    await baseline;
    workflow.store();
    return workflow;
  }

  restart(): void {
    this.state = JSON.parse(this.stored) as CursorState;
  }

  async poll(disturbance?: Disturbance): Promise<void> {
    const listed = [...this.upwork.all];
    const startedAt = this.upwork.now;
    await this.attempt(disturbance, async (list, time) => {
      const { records, state } = await readNews(list, this.state, LIMITS, time);
      const times = records.map(({ at }) => at ?? Infinity);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      this.emitted.push(...records.map(({ id }) => id));
      this.state = state;
      if (records.length > 0) this.store();
      for (const { id, at } of listed) {
        if (at === null || startedAt - at <= LIMITS.windowMs) this.shown.add(id);
      }
    });
  }

  private store(): void {
    this.stored = JSON.stringify(this.state);
  }

  private async attempt(
    { duringRead, failsAtPage, pages }: Disturbance = { duringRead: [], failsAtPage: undefined, pages: 1_000 },
    work: (list: ReturnType<UpworkModel['list']>, time: PollTime) => Promise<void>,
  ): Promise<void> {
    let read = 0;
    const list = this.upwork.list((page) => {
      read = page;
      if (page === failsAtPage) throw new Error('the network failed');
      const happening = duringRead[page - 2];
      if (happening) apply(this.upwork, happening);
    });
    const time = { now: this.upwork.now, hasTime: () => read < pages };
    await Promise.allSettled([work(list, time)]).then(([result]) => {
      if (result.status === 'rejected' && failsAtPage === undefined) throw result.reason;
    });
  }
}

function apply(upwork: UpworkModel, happening: Change): void {
  if ('publish' in happening) {
    const { publish } = happening;
    upwork.publish(publish === null ? null : upwork.now - publish * MINUTE);
  } else if ('renew' in happening) upwork.renew(happening.renew);
  else upwork.close(happening.close);
}

async function play({ tellsRenewal, existing, activation, steps }: History) {
  const upwork = new UpworkModel(tellsRenewal);
  for (const age of existing) upwork.publish(upwork.now - age * MINUTE);
  const activatedAt = upwork.now;
  const before = new Set(upwork.all.map(({ id }) => id));
  const workflow = await Workflow.activate(upwork, activation);
  for (const { minutes, changes, restarts, ...disturbance } of steps) {
    upwork.now += minutes * MINUTE;
    for (const happening of changes) apply(upwork, happening);
    if (restarts) workflow.restart();
    await workflow.poll(disturbance);
  }
  // Undisturbed polls emit what limits and faults left over.
  for (let quiet = 0; quiet < 40; quiet++) {
    upwork.now += MINUTE;
    await workflow.poll();
  }
  return { upwork, workflow, activatedAt, before };
}

/** What has to be emitted: news that are listed to the end, and that a poll could see in their window. */
function expectedOf({ upwork, workflow, activatedAt }: Awaited<ReturnType<typeof play>>): Listed[] {
  return upwork.all.filter(
    ({ id, at, listedAt }) =>
      workflow.shown.has(id) && (at === null ? listedAt > activatedAt : at > activatedAt),
  );
}

describe('the cursor', () => {
  it('emits each record once, whatever happens to list, network and n8n', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (events) => {
        const played = await play(events);
        const { emitted } = played.workflow;
        expect(emitted.filter((id, index) => emitted.indexOf(id) !== index)).toEqual([]);
        const missing = expectedOf(played).filter(({ id }) => !emitted.includes(id));
        expect(missing).toEqual([]);
        expect(emitted.filter((id) => played.before.has(id))).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
