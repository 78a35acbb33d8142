import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CLIENT } from '../../sandboxClient/ids.mts';
import { FakeClock } from '../../unit/fakeClock.mts';
import { clientProposal, records } from '../clientSide.mts';
import { now } from '../skippedWaits.mts';
import { Upwork } from '../upwork.mts';

const client = (value = CLIENT) => ({ __rl: true, mode: 'id', value });
const MINUTE = 60_000;

const watching = (changes: INodeParameters = {}): INodeParameters => ({
  event: 'newProposal',
  organizationId: client(),
  ...changes,
});

const only = (...ids: string[]): INodeParameters => ({
  jobPostings: {
    jobPosting: ids.map((id) => ({ jobPostingId: { __rl: true, mode: 'id', value: id } })),
  },
});

const WITH_CHANGES = { options: { includeChanges: true } };

const ids = (items: IDataObject[] | null): unknown[] => (items ?? []).map(({ id }) => id);
const changes = (items: IDataObject[] | null): unknown[] =>
  (items ?? []).map(({ id, change }) => [id, change]);

/** What a test does with the sandbox of its file. */
const actions = (upwork: Upwork) => ({
  post: (title: string, count = 1): string[] => upwork.control.addJobPostings({ title, count }),
  apply: (jobPostingId: string, createdSecondsAgo = 0): string =>
    upwork.control.addReceivedProposal({ jobPostingId, createdSecondsAgo }).id,
  requests: () => upwork.control.stats().requests.graphql,
});

describe('Upwork Trigger: new proposal', () => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });
  const { post, apply, requests } = actions(upwork);

  it('emits nothing at activation, then each proposal once, oldest first', async () => {
    const [shelves = '', tables = ''] = post('Shelves', 2);
    apply(shelves, 120);
    const n8n = upwork.connected();
    expect(await n8n.activate(watching())).toBeNull();
    expect(await n8n.poll(watching())).toBeNull();

    const newest = apply(shelves);
    const oldest = apply(shelves, 90);
    const late = apply(tables, 3_600);
    const middle = apply(tables, 30);
    expect(ids(await n8n.poll(watching()))).toEqual([late, oldest, middle, newest]);
    expect(await n8n.poll(watching())).toBeNull();
  });

  it('emits the fields of a received proposal, the title of its posting, and that it is new', async () => {
    const [jobPostingId = ''] = post('Shelves of oak');
    const n8n = upwork.connected();
    await n8n.activate(watching());
    const id = apply(jobPostingId);
    const [received] = await records(n8n, clientProposal('get', { proposalId: id }));
    expect(await n8n.poll(watching())).toEqual([
      { ...received, jobPostingTitle: 'Shelves of oak', change: 'New' },
    ]);

    apply(jobPostingId);
    const [raw] = (await n8n.poll(watching({ simplify: false }))) ?? [];
    expect(raw).toMatchObject({
      status: { status: 'Created' },
      jobPosting: { id: jobPostingId, content: { title: 'Shelves of oak' } },
      change: 'New',
    });
  });

  it('needs one request for a poll that finds nothing new', async () => {
    post('Shelves', 12);
    const n8n = upwork.connected();
    await n8n.activate(watching());
    upwork.control.resetStats();
    await n8n.poll(watching());
    expect(requests()).toBe(1);
  });

  it('reads ten postings with news in one request', async () => {
    const postings = post('Shelves', 23);
    const n8n = upwork.connected();
    await n8n.activate(watching());
    const added = postings.map((id, index) => apply(id, 60 - index));
    upwork.control.resetStats();
    expect(ids(await n8n.poll(watching()))).toEqual(added);
    // Each list is short, so a second page shows that it has ended.
    expect(requests()).toBe(1 + 2 * 3);
  });

  it('notices postings that are opened later', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching());
    const [jobPostingId = ''] = post('Shelves');
    const added = apply(jobPostingId);
    expect(ids(await n8n.poll(watching()))).toEqual([added]);
  });

  it('emits the last proposals for a posting that is closed', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const n8n = upwork.connected();
    await n8n.activate(watching());
    const added = apply(jobPostingId);
    upwork.control.setJobPostingStatus({ id: jobPostingId, status: 'CANCELLED' });
    expect(ids(await n8n.poll(watching()))).toEqual([added]);
    upwork.control.resetStats();
    expect(await n8n.poll(watching())).toBeNull();
    expect(requests()).toBe(1);
  });

  it('goes on when a posting is removed', async () => {
    const [removed = '', kept = ''] = post('Shelves', 2);
    const n8n = upwork.connected();
    await n8n.activate(watching());
    apply(removed);
    upwork.control.removeJobPosting({ id: removed });
    const added = apply(kept);
    expect(ids(await n8n.poll(watching()))).toEqual([added]);
    expect(await n8n.poll(watching())).toBeNull();
  });

  it('emits more proposals than a page holds', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const n8n = upwork.connected();
    await n8n.activate(watching());
    const added = Array.from({ length: 95 }, (_, index) => apply(jobPostingId, 200 - index));
    expect(ids(await n8n.poll(watching()))).toEqual(added);
    expect(await n8n.poll(watching())).toBeNull();
  });

  it('leaves to the next polls what exceeds the maximum', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const trigger = watching({ options: { limitPerPoll: 3 } });
    const n8n = upwork.connected();
    await n8n.activate(trigger);
    const added = [50, 40, 30, 20, 10].map((secondsAgo) => apply(jobPostingId, secondsAgo));
    expect(ids(await n8n.poll(trigger))).toEqual(added.slice(0, 3));
    expect(ids(await n8n.poll(trigger))).toEqual(added.slice(3));
    expect(await n8n.poll(trigger)).toBeNull();
  });

  it('emits the latest proposals that exist at activation, if it should', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const [, older, newer] = [3, 2, 1].map((secondsAgo) => apply(jobPostingId, secondsAgo));
    const n8n = upwork.connected();
    const trigger = watching({ ...only(jobPostingId), options: { existing: 2 } });
    expect(ids(await n8n.activate(trigger))).toEqual([older, newer]);
    expect(await n8n.poll(trigger)).toBeNull();
  });

  it('continues after a restart from what was saved, without repeating or losing any', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const n8n = upwork.connected();
    await n8n.activate(watching());
    const first = apply(jobPostingId);
    expect(ids(await n8n.poll(watching()))).toEqual([first]);
    n8n.restart();
    const second = apply(jobPostingId);
    expect(ids(await n8n.activate(watching()))).toEqual([second]);
    expect(await n8n.poll(watching())).toBeNull();
  });

  it('does not emit again what an edited choice of postings has in addition', async () => {
    const [one = '', other = ''] = post('Shelves', 2);
    const n8n = upwork.connected();
    await n8n.activate(watching(only(one)));
    apply(other, 600);
    await n8n.poll(watching(only(one)));
    expect(await n8n.activate(watching(only(one, other)))).toBeNull();
    const added = [apply(one, 1), apply(other)];
    expect(ids(await n8n.poll(watching(only(one, other))))).toEqual(added);
    expect(await n8n.activate(watching())).toBeNull();
  });

  it('reads on when a posting could not be read', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const n8n = upwork.connected();
    await n8n.activate(watching());
    const added = apply(jobPostingId);
    upwork.control.addFault({
      at: 'graphql',
      operation: 'ClientProposalList',
      kind: 'errors',
      times: 10,
    });
    expect(await n8n.poll(watching())).toBeNull();
    upwork.control.clearFaults();
    const clock = new FakeClock(now() + 20 * MINUTE);
    expect(ids(await n8n.poll(watching(), clock))).toEqual([added]);
  });

  it('shows the latest proposals as a test event, and leaves the state alone', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const n8n = upwork.connected();
    await n8n.activate(watching());
    const added = [apply(jobPostingId, 2), apply(jobPostingId, 1)];
    expect(ids(await n8n.fetchTestEvent(watching())).slice(-2)).toEqual(added);
    expect(ids(await n8n.fetchTestEvent(watching(only(jobPostingId))))).toEqual(added);
    expect(ids(await n8n.poll(watching()))).toEqual(added);
  });

  it('says that there is nothing to show as a test event', async () => {
    const [jobPostingId = ''] = post('Shelves');
    await expect(upwork.connected().fetchTestEvent(watching(only(jobPostingId)))).rejects.toThrow(
      'Upwork shows no proposals that match these settings right now',
    );
  });
});

describe('Upwork Trigger: new proposal for chosen job postings', () => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });
  const { post, apply, requests } = actions(upwork);

  it('emits those for the chosen ones only, in one request while nothing is new', async () => {
    const [one = '', two = '', other = ''] = post('Shelves', 3);
    const trigger = watching(only(one, two));
    const n8n = upwork.connected();
    await n8n.activate(trigger);
    upwork.control.resetStats();
    expect(await n8n.poll(trigger)).toBeNull();
    expect(requests()).toBe(1);
    const added = [apply(one, 2), apply(two, 1)];
    apply(other);
    expect(ids(await n8n.poll(trigger))).toEqual(added);
  });

  it('watches more than ten', async () => {
    const postings = post('Shelves', 12);
    const trigger = watching(only(...postings));
    const n8n = upwork.connected();
    await n8n.activate(trigger);
    upwork.control.resetStats();
    await n8n.poll(trigger);
    expect(requests()).toBe(2);
    const added = postings.map((id, index) => apply(id, 60 - index));
    expect(ids(await n8n.poll(trigger))).toEqual(added);
  });

  it('accepts URLs and an expression', async () => {
    const [one = '', two = ''] = post('Shelves', 2);
    const trigger = watching(only(`https://www.upwork.com/jobs/~02${one}`, `={{ '${two}' }}`));
    const n8n = upwork.connected();
    await n8n.activate(trigger);
    const added = [apply(one, 1), apply(two)];
    expect(ids(await n8n.poll(trigger))).toEqual(added);
  });

  it('emits the last proposals for one that was closed', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const n8n = upwork.connected();
    await n8n.activate(watching(only(jobPostingId)));
    const added = apply(jobPostingId);
    upwork.control.setJobPostingStatus({ id: jobPostingId, status: 'FILLED' });
    expect(ids(await n8n.poll(watching(only(jobPostingId))))).toEqual([added]);
  });

  it('goes on without one that Upwork no longer knows', async () => {
    const [removed = '', kept = ''] = post('Shelves', 2);
    const trigger = watching(only(removed, kept));
    const n8n = upwork.connected();
    await n8n.activate(trigger);
    upwork.control.removeJobPosting({ id: removed });
    const added = apply(kept);
    expect(ids(await n8n.poll(trigger))).toEqual([added]);
  });

  it.each([
    ['that Upwork does not know', ['1'], 'Upwork has no job posting with the ID 1'],
    ['of which there is none', [''], "'Job Posting' in entry 1 of 'Job Postings' is empty"],
    ['that is none', ['shelves'], "'Job Posting' in entry 1 of 'Job Postings' is not a job's ID"],
  ])('refuses one %s', async (_what, chosen, message) => {
    await expect(upwork.connected().activate(watching(only(...chosen)))).rejects.toThrow(message);
  });
});

describe('Upwork Trigger: new proposal, with changes', () => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });
  const { post, apply, requests } = actions(upwork);
  const trigger = watching(WITH_CHANGES);

  it('emits a proposal again when it is edited or its status changes', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const old = apply(jobPostingId, 90_000);
    const n8n = upwork.connected();
    expect(await n8n.activate(trigger)).toBeNull();
    upwork.control.editReceivedProposal({ proposalId: old, status: 'Withdrawn' });
    const added = apply(jobPostingId);
    const found = await n8n.poll(trigger);
    expect(changes(found).sort()).toEqual([[old, 'Changed'], [added, 'New']].sort());
    expect(found?.find(({ id }) => id === old)).toMatchObject({ status: 'Withdrawn' });
    expect(await n8n.poll(trigger)).toBeNull();
  });

  it('emits a proposal once that is new and was changed since', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const n8n = upwork.connected();
    await n8n.activate(trigger);
    const added = apply(jobPostingId, 30);
    upwork.control.editReceivedProposal({ proposalId: added, status: 'Withdrawn' });
    expect(changes(await n8n.poll(trigger))).toEqual([[added, 'New']]);
    expect(await n8n.poll(trigger)).toBeNull();
    upwork.control.editReceivedProposal({ proposalId: added, status: 'Activated' });
    expect(changes(await n8n.poll(trigger))).toEqual([[added, 'Changed']]);
  });

  it('finds a change below many newer proposals', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const old = apply(jobPostingId, 90_000);
    for (let index = 0; index < 90; index++) apply(jobPostingId, 80_000 - index);
    const n8n = upwork.connected();
    await n8n.activate(trigger);
    upwork.control.editReceivedProposal({ proposalId: old, status: 'Withdrawn' });
    expect(changes(await n8n.poll(trigger))).toEqual([[old, 'Changed']]);
  });

  it('finds an edited text, which no number shows, within half an hour', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const old = apply(jobPostingId, 90_000);
    const n8n = upwork.connected();
    await n8n.activate(trigger);
    upwork.control.editReceivedProposal({ proposalId: old, coverLetter: 'I forgot to say' });
    const clock = new FakeClock(now() + 31 * MINUTE);
    expect(changes(await n8n.poll(trigger, clock))).toEqual([[old, 'Changed']]);
  });

  it('does not emit earlier changes when it is switched on, and needs one request when idle', async () => {
    const [jobPostingId = ''] = post('Shelves');
    const old = apply(jobPostingId, 60);
    const n8n = upwork.connected();
    await n8n.activate(watching());
    upwork.control.editReceivedProposal({ proposalId: old, status: 'Withdrawn' });
    await n8n.poll(watching());
    expect(await n8n.activate(trigger)).toBeNull();
    await n8n.poll(trigger);
    upwork.control.resetStats();
    await n8n.poll(trigger);
    expect(requests()).toBe(1);
  });
});

describe('Upwork Trigger: new proposal, if the statistics', () => {
  const exact = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });
  const missing = new Upwork({
    perSecond: 0,
    perMinute: 0,
    jobs: 0,
    proposalsStatistics: 'none',
  });
  const still = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, proposalsStatistics: 'zero' });

  it.each([
    ['are blocked', exact, ['JobPosting.proposalsStatistics']],
    ['are missing', missing, []],
  ])('%s, reads the proposals in each poll', async (_what, upwork, fields) => {
    const { post, apply, requests } = actions(upwork);
    const [jobPostingId = ''] = post('Shelves');
    const n8n = upwork.connected();
    upwork.control.blockFields({ fields });
    await n8n.activate(watching());
    await n8n.poll(watching());
    const added = apply(jobPostingId);
    expect(ids(await n8n.poll(watching()))).toEqual([added]);
    upwork.control.resetStats();
    expect(await n8n.poll(watching())).toBeNull();
    // Two pages of postings, and the proposals for those that are open.
    expect(requests()).toBe(3);
  });

  it('do not change, finds the proposals within half an hour', async () => {
    const { post, apply } = actions(still);
    const [jobPostingId = ''] = post('Shelves');
    const n8n = still.connected();
    await n8n.activate(watching());
    const added = apply(jobPostingId);
    expect(await n8n.poll(watching())).toBeNull();
    const clock = new FakeClock(now() + 31 * MINUTE);
    expect(ids(await n8n.poll(watching(), clock))).toEqual([added]);
    expect(await n8n.poll(watching(), clock)).toBeNull();
  });
});

describe('Upwork Trigger: new proposal for another organization', () => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

  it('says which organization to choose if a freelancer is in use', async () => {
    await expect(
      upwork.connected().activate(watching({ organizationId: client('') })),
    ).rejects.toMatchObject({
      message: expect.stringContaining(
        'Robin Sandbox is a freelancer; this needs a client organization',
      ) as string,
      description: expect.stringContaining(
        'In the field Organization choose Sandbox Client Ltd.',
      ) as string,
    });
  });
});
