import fc from 'fast-check';

import { FAILED_ONCE } from './failedOnce.mts';
import { history } from './histories.mts';
import type { Change, History } from './histories.mts';
import { LIST_COUNT, MINUTE, ProposalsModel } from './proposalsModel.mts';
import type { Proposal } from './proposalsModel.mts';
import { WatchingWorkflow } from './watchingWorkflow.mts';
import type { Disturbance, WorkflowOptions } from './watchingWorkflow.mts';
import { RUNS_LIMIT_MS, runs } from '../runs.mts';

const RUNS = runs(100, 3_000);
/** So many polls without news in a row end a history: longer than the interval between two sweeps. */
const QUIET_POLLS = 15;

function apply(upwork: ProposalsModel, happening: Change): void {
  if ('add' in happening) upwork.add(happening.add, happening.isDated ? upwork.now : null);
  else if ('set' in happening) upwork.set(happening.set, happening.status, happening.movesTime);
  else if ('touch' in happening) upwork.touch(happening.touch);
  else upwork.expireCursors();
}

function toDisturbance(
  upwork: ProposalsModel,
  disturbed: History['activation'],
): Disturbance | undefined {
  if (!disturbed) return undefined;
  const { duringRead, failsAtPages, pages } = disturbed;
  return {
    pages,
    beforePage(page) {
      const happening = duringRead[page - 2];
      if (happening) apply(upwork, happening);
      if (failsAtPages.includes(page)) throw new Error('the network failed');
    },
  };
}

async function play(
  { undatedFirst, skew, existing: before, activation, cap, steps }: History,
  options: WorkflowOptions = {},
) {
  const upwork = new ProposalsModel(undatedFirst);
  for (const { status: one, createdAgo, modifiedAgo } of before) {
    const ago = (minutes: number | null) =>
      minutes === null ? null : upwork.now - minutes * MINUTE;
    upwork.add(one, ago(createdAgo), ago(modifiedAgo), true);
  }
  const workflow = new WatchingWorkflow(upwork, { cap, skewMs: skew * MINUTE, ...options });
  /** Those that seem to be new, because n8n's clock is behind. */
  const seemNew = upwork.all.filter(
    (one) => Math.max(one.createdAt ?? 0, one.modifiedAt ?? 0) > workflow.activatedAt,
  );
  upwork.isActivating = true;
  await workflow.activate(toDisturbance(upwork, activation));
  upwork.isActivating = false;
  for (const { minutes, changes, restarts, disturbance: disturbed } of steps) {
    upwork.now += minutes * MINUTE;
    for (const happening of changes) apply(upwork, happening);
    if (restarts) workflow.restart();
    const polled = workflow.poll(toDisturbance(upwork, disturbed));
    if (disturbed) await Promise.allSettled([polled]);
    else await polled;
  }
  let pages: number[] = [];
  while (pages.length < QUIET_POLLS) {
    upwork.now += 3 * MINUTE;
    const count = workflow.emitted.length;
    pages.push(await workflow.poll());
    if (workflow.emitted.length > count) pages = [];
  }
  return { upwork, workflow, seemNew, idlePages: Math.min(...pages.slice(2)) };
}

/** Whether nothing had to be emitted, or nobody could know that something had. */
function mayBeSilent(proposal: Proposal, { activation, skew }: History): boolean {
  const { had, status: now, isOld, hasChangedUnseen, createdAt } = proposal;
  const wasAllRead = activation === undefined;
  if (!wasAllRead && skew > 0) return true;
  // The user's own, as far as could be seen.
  if (now === 'Accepted' && !(isOld && wasAllRead)) return true;
  if (isOld) return now === had[0] || (!wasAllRead && hasChangedUnseen);
  return createdAt === null && !wasAllRead;
}

describe('the source of status changes', () => {
  it(
    'emits each change once, whatever happens to lists, network and n8n',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, async (events) => {
          const { upwork, workflow, seemNew, idlePages } = await play(events);
          for (const proposal of upwork.all) {
            const { id, had, isOld, hasMoved, status: now } = proposal;
            const emitted = workflow.emitted.filter((one) => one.id === id);
            for (const [index, one] of emitted.entries()) {
              expect(had).toContain(one.status);
              expect(one.previousStatus).not.toBe(one.status);
              if (index > 0) expect(one.previousStatus).toBe(emitted[index - 1]?.status);
            }
            // While the first poll reads, what moves to a page that it has read escapes it.
            const mayEscape = events.activation?.duringRead.some((one) => one !== undefined);
            const seemsNew = hasMoved || mayEscape || seemNew.includes(proposal);
            const couldBeNews = !isOld || (events.activation !== undefined && seemsNew);
            expect(emitted.length).toBeLessThanOrEqual(had.length - (couldBeNews ? 0 : 1));
            if (emitted.length > 0 || !mayBeSilent(proposal, events)) {
              expect({ id, status: emitted.at(-1)?.status }).toEqual({ id, status: now });
            }
          }
          expect(idlePages).toBe(LIST_COUNT);
        }),
        { numRuns: RUNS, examples: FAILED_ONCE.map((events): [History] => [events]) },
      );
    },
    RUNS_LIMIT_MS,
  );

  it(
    'emits nothing twice although it has forgotten it for lack of space',
    async () => {
      const calm = history.map((events) => ({
        ...events,
        skew: 0,
        activation: undefined,
        steps: events.steps.map((one) => ({ ...one, disturbance: undefined })),
      }));
      const options = { cap: 500, limits: { remembered: 15, sweepPages: 2 } };
      await fc.assert(
        fc.asyncProperty(calm, async (events) => {
          const { upwork, workflow } = await play(events, options);
          for (const { id, had, isOld, touches } of upwork.all) {
            const emitted = workflow.emitted.filter((one) => one.id === id);
            expect(emitted.length).toBeLessThanOrEqual(had.length + touches - (isOld ? 1 : 0));
          }
        }),
        { numRuns: RUNS },
      );
    },
    RUNS_LIMIT_MS,
  );
});
