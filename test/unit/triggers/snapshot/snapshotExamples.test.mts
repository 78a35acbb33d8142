import { snapshotSource } from '../../../../nodes/Upwork/triggers/sources/snapshot/snapshotSource.ts';
import { LIST_COUNT, MINUTE, ProposalsModel } from './proposalsModel.mts';
import type { Status } from './proposalsModel.mts';
import { WatchingWorkflow } from './watchingWorkflow.mts';

const HOUR = 60 * MINUTE;

/** An Upwork on which so many proposals exist, modified one minute after the other, the last one five minutes ago. */
function upworkWith(count: number, status: Status = 'Archived'): ProposalsModel {
  const upwork = new ProposalsModel(false);
  for (let index = 0; index < count; index++) {
    const modifiedAt = upwork.now - (count + 4 - index) * MINUTE;
    upwork.add(status, modifiedAt - HOUR, modifiedAt, true);
  }
  return upwork;
}

/** Changes of one proposal, as emitted. */
const change = (id: string | undefined, previousStatus: string | null, status: Status) => ({
  id,
  previousStatus,
  status,
});

describe('the source of status changes', () => {
  it('takes nothing for news that moved to a page already read, while the first reading took several polls', async () => {
    const upwork = upworkWith(20);
    const workflow = new WatchingWorkflow(upwork);
    await workflow.activate({ pages: LIST_COUNT });
    upwork.now += MINUTE;
    await workflow.poll({ pages: LIST_COUNT + 2 });
    // The one at the top leaves, so that the first one of the next page moves up.
    upwork.set(19, 'Accepted', true);
    expect(await workflow.polls(40)).toEqual([change(upwork.all[19]?.id, 'Archived', 'Accepted')]);
  });

  it('emits what a sweep has found although it has to wait, without another sweep', async () => {
    const upwork = upworkWith(30);
    const workflow = new WatchingWorkflow(upwork, { cap: 1 });
    await workflow.activate();
    for (const index of [0, 1, 2]) upwork.set(index, 'Odd', false);
    upwork.now += 27 * MINUTE;
    const found = await workflow.polls(7);
    expect(found.map(({ id }) => id).sort()).toEqual(upwork.all.slice(0, 3).map(({ id }) => id));
  });

  it('emits a change that has come back while it waited only if it changes again', async () => {
    const upwork = upworkWith(2, 'Accepted');
    const workflow = new WatchingWorkflow(upwork, { cap: 1 });
    await workflow.activate();
    upwork.now += MINUTE;
    upwork.set(0, 'Activated', true);
    upwork.now += MINUTE;
    upwork.set(1, 'Activated', true);
    expect(await workflow.polls(1)).toEqual([change(upwork.all[0]?.id, 'Accepted', 'Activated')]);
    upwork.set(1, 'Accepted', true);
    expect(await workflow.polls(15)).toEqual([]);
    upwork.set(1, 'Offered', true);
    expect(await workflow.polls(1)).toEqual([change(upwork.all[1]?.id, 'Accepted', 'Offered')]);
  });

  it('goes back to where a poll had to stop, even if a sweep was under way below', async () => {
    const upwork = upworkWith(40);
    const workflow = new WatchingWorkflow(upwork);
    await workflow.activate();
    upwork.now += HOUR;
    await workflow.poll();
    for (let index = 0; index < 12; index++) upwork.set(index, 'Odd', true);
    upwork.now += MINUTE;
    await workflow.poll({ pages: LIST_COUNT });
    expect(await workflow.polls(1)).toHaveLength(9);
    expect(workflow.emitted).toHaveLength(12);
  });

  it('finds everything although each poll has only time for one page of each list', async () => {
    const upwork = upworkWith(20);
    const workflow = new WatchingWorkflow(upwork);
    const pollBriefly = async () => {
      upwork.now += 3 * MINUTE;
      await workflow.poll({ pages: 1 });
    };
    await workflow.activate({ pages: 1 });
    for (let poll = 0; poll < 40; poll++) await pollBriefly();
    upwork.set(0, 'Odd', false);
    upwork.set(1, 'Accepted', true);
    for (let poll = 0; poll < 40; poll++) await pollBriefly();
    expect(workflow.emitted).toHaveLength(2);
  });

  it('takes what the first poll reads for old, even if the clock of n8n is slow', async () => {
    const upwork = upworkWith(20);
    const workflow = new WatchingWorkflow(upwork, { skewMs: -10 * MINUTE });
    await workflow.activate();
    expect(await workflow.polls(20)).toEqual([]);
  });

  it('begins a sweep again whose cursors have become invalid', async () => {
    const upwork = upworkWith(40);
    const workflow = new WatchingWorkflow(upwork);
    await workflow.activate();
    upwork.now += HOUR;
    await workflow.poll();
    upwork.expireCursors();
    upwork.set(0, 'Odd', false);
    expect(await workflow.polls(15)).toEqual([change(upwork.all[0]?.id, 'Archived', 'Odd')]);
  });

  it('tells an invitation that is listed late, even if there are more proposals than it remembers', async () => {
    const upwork = upworkWith(40);
    const workflow = new WatchingWorkflow(upwork, { limits: { remembered: 15, sweepPages: 2 } });
    await workflow.activate();
    expect(await workflow.polls(20)).toEqual([]);
    const { id } = upwork.add('Activated', upwork.now - 10 * MINUTE);
    expect(await workflow.polls(20)).toEqual([change(id, null, 'Activated')]);
  });

  it('tells nothing of a list that could not be read, and all of it later', async () => {
    const upwork = upworkWith(3, 'Offered');
    const workflow = new WatchingWorkflow(upwork);
    await workflow.activate();
    upwork.now += MINUTE;
    upwork.set(0, 'Accepted', true);
    const invitation = upwork.add('Activated', upwork.now);
    await workflow.poll({
      beforePage(page) {
        if (page === 1) throw new Error('the list of accepted ones failed');
      },
    });
    expect(workflow.emitted).toEqual([change(invitation.id, null, 'Activated')]);
    expect(await workflow.polls(1)).toEqual([change(upwork.all[0]?.id, 'Offered', 'Accepted')]);
  });

  it('stores 48 KB at most, whatever Upwork returns', async () => {
    const records = Array.from({ length: 6_000 }, (_, index) => ({
      id: `${index}`.repeat(50),
      status: `Status ${index % 200} ${'is long '.repeat(50)}`,
      createdAt: index * MINUTE,
      modifiedAt: null,
    }));
    const source = snapshotSource({
      lists: [
        {
          order: { after: null, trustsHasNextPage: false },
          fetchPage: async (after) => {
            const end = Number(after ?? '0') + 1_000;
            const page = records.slice(end - 1_000, end);
            const paging = { endCursor: String(end), hasNextPage: false };
            return await Promise.resolve({ ...paging, records: page, edgeCount: page.length });
          },
        },
      ],
      isOwnBeginning: () => false,
      isFinal: () => false,
      matches: () => true,
      output: ({ record }) => ({ ...record }),
    });
    const now = 10_000 * MINUTE;
    const time = { activatedAt: now, now, windowMs: HOUR, hasTime: () => true };
    const first = await source.read(source.begin(now), time);
    expect(first.news).toEqual([]);
    expect(JSON.stringify(first.settle(new Set())).length).toBeLessThan(48 * 1024);
  });
});
