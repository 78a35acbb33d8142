import fc from 'fast-check';

import { MessagingModel, MINUTE } from './messagingModel.mts';
import type { Message } from './messagingModel.mts';
import { WINDOW, WorkflowModel } from './workflowModel.mts';
import { RUNS_LIMIT_MS, runs } from '../runs.mts';

const room = fc.nat({ max: 30 });
/** How late a message appears, in minutes. */
const lateness = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: WINDOW }) },
);
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ room, late: lateness }) },
  {
    weight: 2,
    arbitrary: fc.record({ room, late: lateness, count: fc.integer({ min: 10, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat() }) },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const step = fc.record({
  minutes: fc.oneof(fc.constant(5), fc.integer({ min: 0, max: 40 })),
  changes: fc.array(change, { maxLength: 6 }),
  restarts: fc.boolean(),
  unreadable: fc.array(room, { maxLength: 2 }),
  /** What happens while page 0, 1, 2 … is read: a change, or nothing, or it can't be read. */
  duringReads: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('nothing' as const) },
      { weight: 1, arbitrary: fc.constant('failure' as const) },
      { weight: 2, arbitrary: change },
    ),
    { maxLength: 8 },
  ),
  pages: fc.oneof(fc.constant(1000), fc.integer({ min: 3, max: 12 })),
  cap: fc.oneof(fc.constant(500), fc.integer({ min: 5, max: 20 })),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const history = fc.record({
  traits: fc.record({
    rooms: fc.integer({ min: 1, max: 25 }),
    isSorted: fc.boolean(),
    tellsVersions: fc.boolean(),
    hasOffsets: fc.boolean(),
  }),
  existing: fc.array(fc.record({ room, late: fc.integer({ min: 0, max: 2 * WINDOW }) }), {
    maxLength: 60,
  }),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

const RUNS = runs(50, 2_000);

describe('a source for lists of lists', () => {
  it(
    'emits each message once, whatever happens',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, async (given) => {
          const { upwork, workflow, startedAt, before, recent } = await play(given);
          await settle(upwork, workflow);

          const emitted = new Set(workflow.emitted);
          expect(workflow.emitted).toHaveLength(emitted.size);
          const missing = upwork.messages.filter(
            ({ id, at }) => at !== null && at > startedAt && !emitted.has(id),
          );
          expect(missing).toEqual([]);
          const old = workflow.emitted.filter((id) => before.has(id));
          // A room that moves while the first poll reads isn't known from before.
          if (!hasChangesDuringReads(given)) expect(old).toEqual([]);
          expect(old.filter((id) => !recent.has(id))).toEqual([]);
          expect(JSON.stringify(workflow.state).length).toBeLessThan(60_000);
          await expectIdle(upwork, workflow, given);
        }),
        { numRuns: RUNS },
      );
    },
    RUNS_LIMIT_MS,
  );
});

const hasChangesDuringReads = ({ steps }: History): boolean =>
  steps.some(({ duringReads }) => duringReads.some((one) => typeof one === 'object'));

/** What is watched changes now and then; nothing else goes wrong. */
const edits = fc.record({
  traits: fc.record({
    rooms: fc.integer({ min: 2, max: 8 }),
    isSorted: fc.boolean(),
    tellsVersions: fc.boolean(),
    hasOffsets: fc.constant(false),
  }),
  existing: fc.array(fc.record({ room, late: fc.integer({ min: 0, max: WINDOW }) }), {
    maxLength: 20,
  }),
  steps: fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 30 }),
      changes: fc.array(fc.record({ room, late: lateness }), { maxLength: 5 }),
      /** The rooms from now on; null for all. */
      chosen: fc.option(
        fc.record({
          rooms: fc.option(fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 4 })),
        }),
        { nil: undefined, freq: 3 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});

describe('an edit of what is watched', () => {
  it(
    'loses nothing of what was watched before, and emits nothing old of what is added',
    async () => {
      await fc.assert(
        fc.asyncProperty(edits, async ({ traits, existing, steps }) => {
          const upwork = new MessagingModel(traits);
          for (const { room: index, late } of existing) upwork.send(index, late);
          const workflow = new WorkflowModel(upwork);
          const all = Array.from({ length: traits.rooms }, (_, index) => index);
          /** Since when each room is watched. */
          let watched = new Map(all.map((index) => [index, upwork.now]));
          await workflow.poll();
          const old: string[] = [];
          for (const { minutes, changes, chosen } of steps) {
            upwork.now += minutes;
            for (const each of changes) apply(upwork, each);
            if (chosen) {
              const since = (workflow.state.caughtUpAt ?? 0) / MINUTE;
              const rooms = chosen.rooms?.map((index) => index % traits.rooms) ?? all;
              const added = rooms.filter((index) => !watched.has(index));
              watched = new Map(rooms.map((index) => [index, watched.get(index) ?? since]));
              old.push(
                ...upwork.messages
                  .filter(({ room: index, at }) => added.includes(index) && (at ?? 0) < since)
                  .map(({ id }) => id)
                  .filter((id) => !workflow.emitted.includes(id)),
              );
              workflow.choose(chosen.rooms === null ? undefined : [...new Set(rooms)]);
            }
            await workflow.poll();
          }
          await settle(upwork, workflow);
          const emitted = new Set(workflow.emitted);
          expect(workflow.emitted).toHaveLength(emitted.size);
          const missing = upwork.messages.filter(
            ({ id, room: index, at }) =>
              (at ?? 0) > (watched.get(index) ?? Infinity) && !emitted.has(id),
          );
          expect(missing).toEqual([]);
          expect(old.filter((id) => emitted.has(id))).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    RUNS_LIMIT_MS,
  );
});

function apply(upwork: MessagingModel, one: Change): Message[] {
  if ('remove' in one) {
    upwork.remove(one.remove);
    return [];
  }
  const count = 'count' in one ? one.count : 1;
  return Array.from({ length: count }, () => upwork.send(one.room, one.late));
}

async function play({ traits, existing, steps }: History) {
  const upwork = new MessagingModel(traits);
  for (const { room: index, late } of existing) upwork.send(index, late);
  const before = new Set(upwork.messages.map(({ id }) => id));
  const startedAt = upwork.now;
  const recent = new Set(
    upwork.messages.filter(({ at }) => at !== null && at > startedAt - 15).map(({ id }) => id),
  );
  const workflow = new WorkflowModel(upwork);
  for (const one of steps) await playStep(upwork, workflow, one);
  return { upwork, workflow, startedAt, before, recent };
}

async function playStep(upwork: MessagingModel, workflow: WorkflowModel, one: Step) {
  if (one.restarts) workflow.restart();
  const first = upwork.reads;
  upwork.beforeRead = (read) => {
    const during = one.duringReads[read - first];
    if (during === 'failure') throw new Error('Upwork is not available');
    if (during !== undefined && during !== 'nothing') apply(upwork, during);
  };
  for (const index of one.unreadable) upwork.unreadableRooms.add(index);
  await Promise.allSettled([workflow.poll({ pages: one.pages, cap: one.cap })]);
  upwork.unreadableRooms.clear();
  upwork.beforeRead = () => undefined;
  upwork.now += one.minutes;
  for (const each of one.changes) apply(upwork, each);
}

/** Polls until everything must have been found. */
async function settle(upwork: MessagingModel, workflow: WorkflowModel): Promise<void> {
  for (let poll = 0; poll < 14; poll++) {
    await workflow.poll();
    upwork.now += 11;
  }
}

/** A poll that finds nothing new and sweeps nothing reads one page of each list. */
async function expectIdle(
  upwork: MessagingModel,
  workflow: WorkflowModel,
  { traits }: History,
): Promise<void> {
  for (let poll = 0; poll < 5 && !workflow.state.sweep.isComplete; poll++) await workflow.poll();
  expect(workflow.state).toMatchObject({ sweep: { isComplete: true }, start: { isKnown: 'yes' } });
  upwork.now = workflow.state.sweep.startedAt / 60_000 + 1;
  if (!traits.tellsVersions) return;
  const first = upwork.reads;
  await workflow.poll();
  expect(upwork.reads - first).toBe(2);
}
