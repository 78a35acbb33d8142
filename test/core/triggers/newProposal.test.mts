import { PollContext } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { clientProposal, records } from '../clientSide.mts';
import { ClientFeed, watching } from './clientFeed.mts';
import { ids, MINUTE } from './jobFeed.mts';

const HOUR_S = 3_600;

/** The postings to watch, by IDs or URLs. */
const only = (...chosen: string[]): INodeParameters => ({
  jobPostings: {
    jobPosting: chosen.map((value) => ({
      jobPostingId: { __rl: true, mode: value.startsWith('http') ? 'url' : 'id', value },
    })),
  },
});

const changes = (items: IDataObject[] | null): unknown[] =>
  (items ?? []).map(({ id, change }) => [id, change]);

describe('Upwork Trigger: new proposal', () => {
  const client = new ClientFeed();

  it('emits nothing at activation, then each proposal once, oldest first', async () => {
    const [shelves = '', tables = ''] = client.post(2);
    client.apply(shelves, 120);
    const n8n = await client.active(watching());
    expect(await client.poll(n8n)).toBeNull();

    const newest = client.apply(shelves);
    const oldest = client.apply(shelves, 90);
    const late = client.apply(tables, 600);
    const middle = client.apply(tables, 30);
    expect(ids(await client.poll(n8n))).toEqual([late, oldest, middle, newest]);
    expect(await client.poll(n8n)).toBeNull();
  });

  it('emits proposals that Upwork lists hours late', async () => {
    const [jobPostingId = ''] = client.post();
    const n8n = await client.active(watching());
    for (let hour = 0; hour < 8; hour++) expect(await client.poll(n8n, 60)).toBeNull();
    const added = [5 * HOUR_S, 2 * HOUR_S, 0].map((ago) => client.apply(jobPostingId, ago));
    expect(ids(await client.poll(n8n))).toEqual(added);
    expect(await client.poll(n8n)).toBeNull();
  });

  it('emits a received proposal with the title of its posting, simplified or raw', async () => {
    const [jobPostingId = ''] = client.control.addJobPostings({ title: 'Shelves of oak' });
    const n8n = await client.active(watching());
    const id = client.apply(jobPostingId);
    const [received] = await records(n8n, clientProposal('get', { proposalId: id }));
    const emitted = await client.poll(n8n);
    expect(emitted).toEqual([{ ...received, jobPostingTitle: 'Shelves of oak', change: 'New' }]);

    await client.activate(n8n, watching({ simplify: false }));
    client.apply(jobPostingId);
    const [raw] = (await client.poll(n8n)) ?? [];
    expect(raw).toMatchObject({
      status: { status: 'Created' },
      jobPosting: { id: jobPostingId, content: { title: 'Shelves of oak' } },
      change: 'New',
    });
  });

  it('needs one request while nothing is new', async () => {
    client.post(12);
    const n8n = await client.active(watching());
    client.requests();
    await client.poll(n8n);
    expect(client.requests()).toBe(1);
  });

  it('reads the proposals for ten postings together', async () => {
    const postings = client.post(23);
    const n8n = await client.active(watching());
    const added = postings.map((id, index) => client.apply(id, 60 - index));
    client.requests();
    expect(ids(await client.poll(n8n))).toEqual(added);
    // The lists are short, so a second page shows that they have ended.
    expect(client.requests()).toBe(1 + 2 * 3);
  });

  it('watches postings that are opened later', async () => {
    const n8n = await client.active(watching());
    const [jobPostingId = ''] = client.post();
    const added = client.apply(jobPostingId);
    expect(ids(await client.poll(n8n))).toEqual([added]);
  });

  it.each(['CANCELLED', 'FILLED'] as const)(
    'emits the last proposals for a posting that is %s since',
    async (status) => {
      const [jobPostingId = ''] = client.post();
      const n8n = await client.active(watching());
      const added = client.apply(jobPostingId);
      client.control.setJobPostingStatus({ id: jobPostingId, status });
      expect(ids(await client.poll(n8n))).toEqual([added]);
      client.requests();
      expect(await client.poll(n8n)).toBeNull();
      expect(client.requests()).toBe(1);
    },
  );

  it('goes on when a posting is removed', async () => {
    const [removed = '', kept = ''] = client.post(2);
    const n8n = await client.active(watching());
    client.apply(removed);
    client.control.removeJobPosting({ id: removed });
    const added = client.apply(kept);
    expect(ids(await client.poll(n8n))).toEqual([added]);
    expect(await client.poll(n8n)).toBeNull();
  });

  it('emits more proposals than a page holds', async () => {
    const [jobPostingId = ''] = client.post();
    const n8n = await client.active(watching());
    const added = Array.from({ length: 95 }, (_, index) => client.apply(jobPostingId, 200 - index));
    expect(ids(await client.poll(n8n))).toEqual(added);
    expect(await client.poll(n8n)).toBeNull();
  });

  it('leaves to the next polls what exceeds the maximum', async () => {
    const [jobPostingId = ''] = client.post();
    const n8n = await client.active(watching({ options: { limitPerPoll: 3 } }));
    const added = [50, 40, 30, 20, 10].map((secondsAgo) => client.apply(jobPostingId, secondsAgo));
    expect(ids(await client.poll(n8n))).toEqual(added.slice(0, 3));
    expect(ids(await client.poll(n8n))).toEqual(added.slice(3));
    expect(await client.poll(n8n)).toBeNull();
  });

  it('emits the latest proposals that exist at activation, if it should', async () => {
    const [jobPostingId = ''] = client.post();
    const [, older, newer] = [3, 2, 1].map((secondsAgo) => client.apply(jobPostingId, secondsAgo));
    const n8n = client.upwork.connected();
    const trigger = watching({ ...only(jobPostingId), options: { existing: 2 } });
    expect(ids(await client.activate(n8n, trigger))).toEqual([older, newer]);
    expect(await client.poll(n8n)).toBeNull();
  });

  it('continues after a restart from what was stored', async () => {
    const [jobPostingId = ''] = client.post();
    const n8n = await client.active(watching());
    const first = client.apply(jobPostingId);
    expect(ids(await client.poll(n8n))).toEqual([first]);
    n8n.restart();
    const second = client.apply(jobPostingId);
    expect(ids(await client.activate(n8n, watching()))).toEqual([second]);
    expect(await client.poll(n8n)).toBeNull();
  });

  it('emits neither too much nor too little when other postings are chosen', async () => {
    const [one = '', other = ''] = client.post(2);
    const n8n = await client.active(watching(only(one)));
    client.apply(other, 600);
    await client.poll(n8n);
    client.clock.advance(MINUTE);
    const since = client.apply(other);
    expect(ids(await client.activate(n8n, watching(only(one, other))))).toEqual([since]);
    const added = [client.apply(one, 1), client.apply(other)];
    expect(ids(await client.poll(n8n))).toEqual(added);
    expect(await client.activate(n8n, watching())).toBeNull();
  });

  it('reads later what could not be read', async () => {
    const [jobPostingId = ''] = client.post();
    const n8n = await client.active(watching());
    const added = client.apply(jobPostingId);
    const operation = 'ClientProposalList';
    client.control.addFault({ at: 'graphql', operation, kind: 'status', status: 503, times: 9 });
    expect(await client.poll(n8n)).toBeNull();
    client.control.clearFaults();
    expect(ids(await client.poll(n8n, 20))).toEqual([added]);
  });

  it('shows the latest proposals as a test event, and leaves the state alone', async () => {
    const [jobPostingId = ''] = client.post();
    const n8n = await client.active(watching());
    const added = [client.apply(jobPostingId, 2), client.apply(jobPostingId, 1)];
    expect(ids(await n8n.fetchTestEvent(watching())).slice(-2)).toEqual(added);
    expect(ids(await n8n.fetchTestEvent(watching(only(jobPostingId))))).toEqual(added);
    expect(ids(await client.poll(n8n))).toEqual(added);
  });

  it('says that there is nothing to show as a test event', async () => {
    const [jobPostingId = ''] = client.post();
    const test = client.upwork.connected().fetchTestEvent(watching(only(jobPostingId)));
    await expect(test).rejects.toThrow(
      'Upwork shows no proposals that match these settings right now',
    );
  });
});

describe('Upwork Trigger: new proposal for chosen job postings', () => {
  const client = new ClientFeed();

  it('emits those for the chosen ones only, and needs one request while nothing is new', async () => {
    const [one = '', two = '', other = ''] = client.post(3);
    const n8n = await client.active(watching(only(one, `https://www.upwork.com/jobs/~02${two}`)));
    client.requests();
    expect(await client.poll(n8n)).toBeNull();
    expect(client.requests()).toBe(1);
    const added = [client.apply(one, 2), client.apply(two, 1)];
    client.apply(other);
    expect(ids(await client.poll(n8n))).toEqual(added);
  });

  it('needs one request for every ten', async () => {
    const postings = client.post(12);
    const n8n = await client.active(watching(only(...postings)));
    client.requests();
    await client.poll(n8n);
    expect(client.requests()).toBe(2);
    const added = postings.map((id, index) => client.apply(id, 60 - index));
    expect(ids(await client.poll(n8n))).toEqual(added);
  });

  it('emits the last proposals for one that is closed since', async () => {
    const [jobPostingId = ''] = client.post();
    const n8n = await client.active(watching(only(jobPostingId)));
    const added = client.apply(jobPostingId);
    client.control.setJobPostingStatus({ id: jobPostingId, status: 'FILLED' });
    expect(ids(await client.poll(n8n))).toEqual([added]);
  });

  it('goes on with the others when one is removed', async () => {
    const [removed = '', kept = ''] = client.post(2);
    const n8n = await client.active(watching(only(removed, kept)));
    client.control.removeJobPosting({ id: removed });
    const added = client.apply(kept);
    expect(ids(await client.poll(n8n))).toEqual([added]);
  });

  it('reports one that is removed: at once if it is the only one, else after several polls', async () => {
    const [removed = '', kept = ''] = client.post(2);
    const alone = await client.active(watching(only(removed)));
    const beside = await client.active(watching(only(removed, kept)));
    client.control.removeJobPosting({ id: removed });
    const message = `Upwork has no job posting with the ID ${removed}`;
    await expect(client.poll(alone)).rejects.toThrow(message);
    for (let poll = 1; poll <= 5; poll++) expect(await client.poll(beside)).toBeNull();
    await expect(client.poll(beside)).rejects.toThrow(message);
  });

  it.each([
    ['that Upwork does not know', ['1'], 'Upwork has no job posting with the ID 1'],
    ['that is missing', [''], "'Job Posting' in entry 1 of 'Job Postings' is empty"],
    ['that is none', ['shelves'], "'Job Posting' in entry 1 of 'Job Postings' is not a job's ID"],
  ])('refuses one %s', async (_what, chosen, message) => {
    const n8n = client.upwork.connected();
    await expect(client.activate(n8n, watching(only(...chosen)))).rejects.toThrow(message);
  });
});

describe('Upwork Trigger: new proposal, with changes', () => {
  const client = new ClientFeed();
  const trigger = watching({ options: { includeChanges: true } });

  it('emits a proposal again when it is withdrawn', async () => {
    const [jobPostingId = ''] = client.post();
    const old = client.apply(jobPostingId, 30 * HOUR_S);
    const n8n = await client.active(trigger);
    client.control.editReceivedProposal({ proposalId: old, status: 'Withdrawn' });
    client.clock.advance(1_000);
    const added = client.apply(jobPostingId);
    const emitted = await client.poll(n8n);
    expect(changes(emitted)).toEqual([
      [old, 'Changed'],
      [added, 'New'],
    ]);
    expect(emitted?.[0]).toMatchObject({ status: 'Withdrawn' });
    expect(await client.poll(n8n)).toBeNull();
  });

  it('emits a new proposal once, even if it was changed since, and every later change', async () => {
    const [jobPostingId = ''] = client.post();
    const n8n = await client.active(trigger);
    const proposalId = client.apply(jobPostingId, 30);
    client.control.editReceivedProposal({ proposalId, status: 'Withdrawn' });
    expect(changes(await client.poll(n8n))).toEqual([[proposalId, 'New']]);
    expect(await client.poll(n8n)).toBeNull();
    for (const status of ['Activated', 'Withdrawn'] as const) {
      client.control.editReceivedProposal({ proposalId, status });
      expect(changes(await client.poll(n8n))).toEqual([[proposalId, 'Changed']]);
    }
  });

  it('finds a change below many newer proposals', async () => {
    const [jobPostingId = ''] = client.post();
    const proposalId = client.apply(jobPostingId, 30 * HOUR_S);
    for (let index = 0; index < 90; index++) client.apply(jobPostingId, 20 * HOUR_S - index);
    const n8n = await client.active(trigger);
    client.control.editReceivedProposal({ proposalId, status: 'Withdrawn' });
    expect(changes(await client.poll(n8n))).toEqual([[proposalId, 'Changed']]);
  });

  it('finds within half an hour that a text was edited, which no number shows', async () => {
    const [jobPostingId = ''] = client.post();
    const proposalId = client.apply(jobPostingId, 30 * HOUR_S);
    const n8n = await client.active(trigger);
    client.control.editReceivedProposal({ proposalId, coverLetter: 'I forgot to say' });
    expect(await client.poll(n8n)).toBeNull();
    const emitted = await client.poll(n8n, 26);
    expect(changes(emitted)).toEqual([[proposalId, 'Changed']]);
    expect(emitted?.[0]).toMatchObject({ coverLetter: 'I forgot to say' });
  });

  it('emits no earlier changes when it is switched on, and needs one request while nothing is new', async () => {
    const [jobPostingId = ''] = client.post();
    const proposalId = client.apply(jobPostingId, 60);
    const n8n = await client.active(watching());
    client.control.editReceivedProposal({ proposalId, status: 'Withdrawn' });
    await client.poll(n8n);
    expect(await client.activate(n8n, trigger)).toBeNull();
    client.requests();
    expect(await client.poll(n8n)).toBeNull();
    expect(client.requests()).toBe(1);
  });

  it('shows each proposal once as a test event', async () => {
    const [jobPostingId = ''] = client.post();
    const proposalId = client.apply(jobPostingId, 60);
    client.control.editReceivedProposal({ proposalId, status: 'Withdrawn' });
    const shown = await client.upwork
      .connected()
      .fetchTestEvent({ ...trigger, ...only(jobPostingId) });
    expect(changes(shown)).toEqual([[proposalId, 'New']]);
  });
});

describe('Upwork Trigger: new proposal, if the statistics of a posting', () => {
  const blocked = new ClientFeed();
  const missing = new ClientFeed({ proposalsStatistics: 'none' });
  const still = new ClientFeed({ proposalsStatistics: 'zero' });

  it.each([
    ['are blocked', blocked, ['JobPosting.proposalsStatistics']],
    ['are missing', missing, []],
  ])('%s, reads the proposals in each poll', async (_what, client, fields) => {
    const [jobPostingId = ''] = client.post();
    client.control.blockFields({ fields });
    const n8n = await client.active(watching());
    const added = client.apply(jobPostingId);
    expect(ids(await client.poll(n8n))).toEqual([added]);
    client.requests();
    expect(await client.poll(n8n)).toBeNull();
    // Two pages of postings, and the proposals for those that are open.
    expect(client.requests()).toBe(3);
  });

  it('do not change, finds the proposals within half an hour', async () => {
    const [jobPostingId = ''] = still.post();
    const n8n = await still.active(watching());
    const added = still.apply(jobPostingId);
    expect(await still.poll(n8n)).toBeNull();
    expect(ids(await still.poll(n8n, 26))).toEqual([added]);
    expect(await still.poll(n8n)).toBeNull();
  });

  it('do not change, emits the last proposals for a posting that is closed at once', async () => {
    const [jobPostingId = ''] = still.post();
    const n8n = await still.active(watching());
    const added = still.apply(jobPostingId);
    still.control.setJobPostingStatus({ id: jobPostingId, status: 'FILLED' });
    expect(ids(await still.poll(n8n))).toEqual([added]);
  });
});

describe('Upwork Trigger: new proposal, if a page has seven records at most', () => {
  const client = new ClientFeed({ largestClientPage: 7, cutsLargeClientPages: true });

  it('emits each proposal once, and needs one request while nothing is new', async () => {
    const [oldest = ''] = client.post();
    client.clock.advance(MINUTE);
    client.post(8);
    client.clock.advance(MINUTE);
    const [newest = ''] = client.post();
    const n8n = await client.active(watching());
    client.requests();
    expect(await client.poll(n8n)).toBeNull();
    expect(client.requests()).toBe(1);

    const first = Array.from({ length: 20 }, (_, index) => client.apply(newest, 60 - index));
    const second = client.apply(oldest);
    expect(ids(await client.poll(n8n))).toEqual(first);
    expect(ids(await client.poll(n8n, 25))).toEqual([second]);
    expect(await client.poll(n8n)).toBeNull();
  });
});

describe('Upwork Trigger: new proposal, with more than fifty open postings', () => {
  const client = new ClientFeed();

  it('finds the proposals for the oldest ones within half an hour', async () => {
    const [oldest = ''] = client.post();
    client.clock.advance(MINUTE);
    client.post(70);
    const n8n = await client.active(watching());
    const added = client.apply(oldest);
    const emitted: unknown[] = [];
    for (let poll = 0; poll < 8; poll++) emitted.push(...ids(await client.poll(n8n)));
    expect(emitted).toEqual([added]);
  });
});

describe('Upwork Trigger: new proposal for a freelancer', () => {
  const client = new ClientFeed();
  const trigger = watching({ organizationId: { __rl: true, mode: 'id', value: '' } });
  const message = 'Robin Sandbox is a freelancer; this needs a client organization';
  const description = 'In the field Organization choose Sandbox Client Ltd.';

  it('says which organization to choose', async () => {
    const n8n = client.upwork.connected();
    await expect(client.activate(n8n, trigger)).rejects.toMatchObject({ message, description });
    await expect(n8n.fetchTestEvent(trigger)).rejects.toMatchObject({ message, description });
  });

  it('says so too if Upwork returns empty lists instead of an error', async () => {
    const none = { jobPosting: { pageInfo: { hasNextPage: false, endCursor: null }, edges: [] } };
    const body = { data: { organization_0: none, organization_1: none } };
    const operation = 'WatchedPostingList';
    client.control.addFault({
      at: 'graphql',
      operation,
      kind: 'status',
      status: 200,
      body,
      times: 3,
    });
    // All contexts have the same logger.
    const logger = jest.spyOn(PollContext.prototype, 'logger', 'get');
    await client.active(trigger);
    const warn = jest.spyOn(logger.mock.results[0]?.value as PollContext['logger'], 'warn');
    const n8n = await client.active(trigger);
    expect(warn).toHaveBeenCalledWith(`Upwork Trigger: ${message}. ${description}`);
    await expect(n8n.fetchTestEvent(trigger)).rejects.toMatchObject({ message, description });
  });
});
