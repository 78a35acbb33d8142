import {
  type ListedProposal,
  postings,
  RECEIVED,
  received,
} from '../../../sandboxClient/clientProposals.mts';
import {
  AS_AGENCY,
  AS_CLIENT,
  at,
  call,
  NOON,
  sandboxForTests,
} from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

/** The client's posting with the most proposals, and all its proposals. */
async function startWithProposals() {
  const { sandbox, client } = await start({ jobs: 0, reliableHasNextPage: true });
  const [posting] = await postings(client);
  if (!posting) throw new Error('The client has no job posting');
  return { sandbox, client, posting, proposals: await received(client, posting.id) };
}

describe("a client's proposals", () => {
  it('are from zero to sixty for each job posting, each by a different freelancer', async () => {
    const { client, proposals } = await startWithProposals();
    const counts = (await postings(client)).map((posting) => posting.received);
    expect(Math.max(...counts)).toBe(60);
    expect(Math.min(...counts)).toBe(0);
    expect(proposals).toHaveLength(60);
    expect(new Set(proposals.map(({ id }) => id)).size).toBe(60);
    expect(new Set(proposals.map(({ freelancerId }) => freelancerId)).size).toBe(60);
    expect(proposals.every(({ created }) => created <= NOON)).toBe(true);
  });

  it('are the same for the same seed, and different for another', async () => {
    const [one, same, other] = await Promise.all(
      [7, 7, 8].map(async (seed) => {
        const { client } = await start({ jobs: 0, seed });
        const [posting] = await postings(client);
        return received(client, posting?.id);
      }),
    );
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('have statuses that match the posting', async () => {
    const { client } = await startWithProposals();
    const statuses = async (postingStatus: string) => {
      const posting = (await postings(client)).find(({ status }) => status === postingStatus);
      return new Set((await received(client, posting?.id)).map(({ status }) => status));
    };
    expect(await statuses('REQUESTED')).toEqual(
      new Set(['Created', 'Activated', 'Declined', 'Withdrawn', 'Offered']),
    );
    expect(await statuses('FILLED')).toEqual(new Set(['Hired', 'Archived', 'Declined']));
    expect(await statuses('CANCELLED')).toEqual(new Set(['Archived']));
    expect(await statuses('DRAFT')).toEqual(new Set());
  });

  it('come ten at a time, or in pages that start at "0" or null', async () => {
    const { client, posting, proposals } = await startWithProposals();
    expect(await received(client, posting.id, { pagination: null })).toEqual(
      proposals.slice(0, 10),
    );
    for (let after: unknown = null, seen = 0; seen < 60; seen += 25) {
      const pagination = { first: 25, after };
      const page = { jobPostingId: posting.id, pagination };
      expect(await received(client, posting.id, { pagination })).toEqual(
        proposals.slice(seen, seen + 25),
      );
      const data = await client.data(RECEIVED, page, AS_CLIENT);
      expect(at(data, 'clientProposals', 'pageInfo', 'hasNextPage')).toBe(seen + 25 < 60);
      after = at(data, 'clientProposals', 'pageInfo', 'endCursor');
    }
    const zero = { pagination: { first: 25, after: '0' } };
    expect(await received(client, posting.id, zero)).toEqual(proposals.slice(0, 25));
  });

  it('come in pages of fifty at most, unless a larger page is cut', async () => {
    const { client, posting } = await startWithProposals();
    const tooMany = { jobPostingId: posting.id, pagination: { first: 51 } };
    const { body } = await client.send(RECEIVED, tooMany, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toContain('VJCA-6');
    const cutting = await start({ cutsLargeClientPages: true, largestClientPage: 20 });
    expect(await received(cutting.client, posting.id, { pagination: { first: 51 } })).toHaveLength(
      20,
    );
  });

  it.each<[object, (proposal: ListedProposal) => boolean]>([
    [{ status_eq: 'Activated' }, ({ status }) => status === 'Activated'],
    [{ annotations_eq: 'Read' }, ({ annotations }) => JSON.stringify(annotations).includes('Read')],
    [{ applierType_eq: 'AGENCY' }, ({ isAgency }) => isAgency],
    [{ jobSuccessScore_eq: 'PERCENTAGE_90_AND_ABOVE' }, ({ jobSuccess }) => jobSuccess >= 90],
    [{ earnings_eq: 'DOLLOR_1K_PLUS_EARNED' }, ({ earned }) => earned >= 1000],
    [{ earnings_eq: 'NO_EARNINGS_YET' }, ({ earned }) => earned === 0],
    [{ country_any: ['Kenya', 'India'] }, ({ country }) => ['Kenya', 'India'].includes(country)],
    [{ title_eq: 'automation' }, ({ title }) => title.startsWith('Automation')],
  ])('are filtered by %j', async (filter, fits) => {
    const { client, posting, proposals } = await startWithProposals();
    const expected = proposals.filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(60);
    expect(await received(client, posting.id, { filter })).toEqual(expected);
  });

  it.each<[string, (proposal: ListedProposal) => number]>([
    ['EARNINGS', ({ earned }) => earned],
    ['CHARGERATE', ({ chargeRate }) => chargeRate],
    ['CREATEDDATETIME', ({ created }) => created],
  ])('are sorted by %s', async (field, value) => {
    const { client, posting } = await startWithProposals();
    const down = await received(client, posting.id, { sort: { field, sortOrder: 'DESC' } });
    const up = await received(client, posting.id, { sort: { field, sortOrder: 'ASC' } });
    const values = down.map(value);
    expect(new Set(values).size).toBeGreaterThan(1);
    expect(values).toEqual([...values].sort((one, other) => other - one));
    expect(up).toEqual([...down].reverse());
  });

  it.each([
    ['themselves', {}],
    ['an agency', AS_AGENCY],
  ])('are refused to freelancers who act for %s', async (_, headers) => {
    const { client, posting } = await startWithProposals();
    const { body } = await client.send(RECEIVED, { jobPostingId: posting.id }, headers);
    expect(body).toMatchObject({ errors: [{ message: 'Authorization failed' }] });
  });

  it('of an unknown posting are refused', async () => {
    const { client } = await start();
    const { body } = await client.send(RECEIVED, { jobPostingId: '1' }, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toBe('Opening not found for uid=1');
  });
});

describe('a proposal that a test adds', () => {
  it('is the newest, and has the given content', async () => {
    const { sandbox, client, posting } = await startWithProposals();
    sandbox.control.advanceTime({ seconds: 60 });
    const added = sandbox.control.addReceivedProposal({
      jobPostingId: posting.id,
      proposal: {
        coverLetter: 'Dear client',
        freelancer: { name: 'Ada Example', jobSuccess: 100 },
      },
    });
    expect(added).toMatchObject({
      freelancerName: 'Ada Example',
      createdDateTime: '2026-11-20T12:01:00+0000',
    });
    const [newest] = await received(client, posting.id);
    expect(newest).toMatchObject({ id: added.id, name: 'Ada Example', jobSuccess: 100 });
    const data = await client.data(
      'query One($id: ID!) { clientProposal(id: $id) { coverLetter job { id } } }',
      { id: added.id },
      AS_CLIENT,
    );
    expect(data).toEqual({
      clientProposal: { coverLetter: 'Dear client', job: { id: posting.id } },
    });
  });

  it('can be added over HTTP too, where invalid input is an error', async () => {
    const { sandbox } = await startWithProposals();
    const add = (input: unknown) =>
      call(`${sandbox.url}/sandbox/addReceivedProposal`, {
        method: 'POST',
        body: JSON.stringify(input),
      });
    const unknown = await add({ jobPostingId: '1' });
    expect(unknown.status).toBe(400);
    const known = /are: (\d+)/.exec(unknown.text)?.[1];
    expect((await add({ jobPostingId: known })).status).toBe(200);
    expect((await add({ jobPostingId: known, proposal: { price: 1 } })).status).toBe(400);
    const submitted = await call(`${sandbox.url}/sandbox/submittedProposals`, { method: 'POST' });
    expect(submitted.body).toMatchObject({ count: 0, proposals: [] });
  });
});
