import fc from 'fast-check';

import type { InstanceOptions } from '../instance.mts';
import { delivery, EACH_ONCE, ids, JobFeed, MINUTE, watching } from './jobFeed.mts';

const feed = new JobFeed({ jobs: 0 });
const { clock, upwork } = feed;

const STEPS = [
  'poll',
  'post a few',
  'post more than a page',
  'post late',
  'renew',
  'restart',
  'edit',
  'edit while polling',
  'unpublish while polling',
  'poll while polling',
  'fail',
  'slow page',
] as const;

type Step = (typeof STEPS)[number];

let histories = 0;

/** What went wrong in a workflow to which this happens. */
async function play(steps: readonly Step[], options: InstanceOptions) {
  const title = `Yak ${++histories}`;
  feed.post(title, { count: 3 });
  clock.advance(MINUTE);
  const n8n = upwork.connected({}, options);
  let edits = 0;
  const edited = () => watching(`"${title}"`, { simplify: edits++ % 2 === 0 });
  const emitted: unknown[] = [];
  const posted: string[] = [];
  const keep = async (result: ReturnType<typeof n8n.poll>) => emitted.push(...ids(await result));
  /** A poll during which something else happens. */
  const pollDuring = async (meanwhile: () => unknown) => {
    upwork.beforeRequest(async (request) => {
      if (request === 1) await meanwhile();
    });
    await keep(n8n.poll());
    upwork.beforeRequest(() => undefined);
  };
  const activate = async () => await keep(n8n.activate(edited(), clock));

  const actions: Record<Step, () => unknown> = {
    poll: async () => await keep(n8n.poll()),
    'post a few': () => posted.push(...feed.post(title, { count: 3 })),
    'post more than a page': () => posted.push(...feed.postOver(title, 130, 4 * MINUTE)),
    'post late': () => posted.push(...feed.post(title, { ago: 10 * MINUTE })),
    renew: () => {
      const id = posted[Math.floor(posted.length / 2)];
      if (id !== undefined) upwork.control.renewJob({ id });
    },
    restart: async () => {
      n8n.restart();
      await activate();
    },
    edit: activate,
    'edit while polling': async () => {
      await pollDuring(activate);
    },
    'unpublish while polling': async () => {
      await pollDuring(() => {
        n8n.deactivate();
      });
      await activate();
    },
    'poll while polling': async () => {
      await pollDuring(async () => await keep(n8n.poll()));
    },
    fail: async () => {
      upwork.control.addFault({ at: 'graphql', kind: 'status', status: 503, times: Infinity });
      await keep(n8n.poll());
      upwork.control.clearFaults();
    },
    'slow page': async () => {
      await pollDuring(() => {
        clock.advance(35_000);
      });
    },
  };
  await activate();
  // Late jobs must not be older than the workflow. With durable cursors, n8n stores nothing before the first poll
  // that it schedules.
  clock.advance(20 * MINUTE);
  await keep(n8n.poll());
  for (const step of steps) {
    clock.advance(5 * MINUTE);
    await actions[step]();
  }
  emitted.push(...(await feed.polls(n8n, 8)));
  return delivery(emitted, posted);
}

describe('Upwork Trigger: whatever happens to a workflow', () => {
  it.each([
    ['', {}],
    [' with durable cursors', { durableCursors: true }],
  ])('it emits each new job once%s', async (_what, options) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...STEPS), { minLength: 2, maxLength: 10 }),
        async (steps) => {
          expect(await play(steps, options)).toEqual(EACH_ONCE);
        },
      ),
      {
        numRuns: 5,
        endOnFailure: true,
        examples: [
          [['post a few', 'unpublish while polling']],
          [['post a few', 'poll', 'post a few', 'edit while polling', 'restart']],
        ],
      },
    );
  });
});
