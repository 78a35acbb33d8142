import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { openPostings } from '../clientSide.mts';
import { ClientFeed, watching } from './clientFeed.mts';
import { delivery, EACH_ONCE } from './jobFeed.mts';

const HOUR_S = 3_600;

/** What happens next. The number chooses a posting or a proposal. */
const steps = fc.array(
  fc.tuple(
    fc.constantFrom('apply', 'apply', 'poll', 'poll', 'change', 'close', 'open', 'restart', 'fail'),
    fc.nat(5 * HOUR_S),
  ),
  { minLength: 10, maxLength: 40 },
);

const chosen = <T,>(from: readonly T[], number: number): T | undefined =>
  from[number % from.length];

describe('Upwork Trigger: new proposal', () => {
  const feed = new ClientFeed();
  const { clock } = feed;

  /** The proposals that are emitted as new while this happens, and for an hour after it. */
  async function play(history: readonly [string, number][], trigger: INodeParameters) {
    const startedAt = clock.now();
    const opened = feed.post(2);
    let open = [...opened];
    const applied: string[] = [];
    const emitted: unknown[] = [];
    const n8n = await feed.active(trigger);
    const keep = (items: Awaited<ReturnType<typeof feed.poll>>) => {
      for (const { id, change } of items ?? []) if (change === 'New') emitted.push(id);
    };

    for (const [what, number] of history) {
      clock.advance(1_000);
      const posting = chosen(open, number);
      const proposalId = chosen(applied, number);
      if (what === 'apply' && posting !== undefined) {
        const sinceStart = Math.floor((clock.now() - startedAt) / 1_000);
        applied.push(feed.apply(posting, Math.min(number, sinceStart)));
      } else if (what === 'poll') keep(await feed.poll(n8n, 1 + (number % 60)));
      else if (what === 'change' && proposalId !== undefined) {
        const status = number % 2 === 0 ? 'Withdrawn' : 'Activated';
        feed.control.editReceivedProposal({ proposalId, status });
      } else if (what === 'close' && posting !== undefined) {
        feed.control.setJobPostingStatus({ id: posting, status: 'FILLED' });
        open = open.filter((id) => id !== posting);
      } else if (what === 'open') {
        const [id = ''] = feed.post();
        opened.push(id);
        open = [...open, id];
      } else if (what === 'restart') {
        n8n.restart();
        keep(await feed.activate(n8n, trigger));
      } else if (what === 'fail') {
        const operation = 'ClientProposalList';
        feed.control.addFault({ at: 'graphql', operation, kind: 'status', status: 503, times: 9 });
        keep(await feed.poll(n8n));
        feed.control.clearFaults();
      }
    }
    for (let poll = 0; poll < 6; poll++) keep(await feed.poll(n8n, 10));
    for (const id of opened) feed.control.removeJobPosting({ id });
    return delivery(emitted, applied);
  }

  // So that each history has only its own postings.
  beforeAll(async () => {
    for (const id of await openPostings(feed.upwork.connected())) {
      feed.control.removeJobPosting({ id });
    }
  });

  it.each([
    ['without changes', watching()],
    ['with changes', watching({ options: { includeChanges: true } })],
  ])('emits each proposal once, whatever happens meanwhile, %s', async (_what, trigger) => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        expect(await play(history, trigger)).toEqual(EACH_ONCE);
      }),
      { numRuns: 5 },
    );
  });
});
