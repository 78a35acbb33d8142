import type { JobChanges as Job } from '../../index.mts';
import {
  bucket,
  LIST,
  type Listed,
  listed,
  NEWEST,
  variables,
} from '../../../sandboxClient/ownProposals.mts';
import {
  AS_AGENCY,
  AS_CLIENT,
  at,
  NOON,
  sandboxForTests,
} from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const STATUSES = [
  'Accepted',
  'Activated',
  'Archived',
  'Declined',
  'Hired',
  'Offered',
  'Pending',
  'Withdrawn',
];

const PLANNED = {
  amount: expect.stringMatching(/^\d+\.00$/) as string,
  dueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
};

/** A sandbox in which the freelancer has applied for this many jobs, and no others. */
async function startWithOwn(count: number, job: Job = {}) {
  const started = await start({ jobs: 0, reliableHasNextPage: true });
  const jobs = started.sandbox.control.addJobs({ count, job: { applied: true, ...job } });
  return { ...started, jobs };
}

describe("the freelancer's proposals", () => {
  it('are about sixty, one for each job with `applied`, with all statuses', async () => {
    const { client } = await start({ jobs: 3000 });
    const found = new Map<string, Listed>();
    const seen: string[] = [];
    for (const status of STATUSES) {
      for (const headers of [{}, AS_AGENCY]) {
        for (const proposal of await bucket(client, status, headers)) {
          seen.push(proposal.id);
          found.set(proposal.id, proposal);
        }
      }
    }
    const proposals = [...found.values()];
    expect(proposals.length).toBeGreaterThan(45);
    expect(proposals.length).toBeLessThan(75);
    expect([...new Set(proposals.map(({ status }) => status))].sort()).toEqual(STATUSES);
    expect(new Set(proposals.map(({ jobId }) => jobId)).size).toBe(proposals.length);
    expect(proposals.every(({ created }) => created <= NOON)).toBe(true);
    // The lists by status overlap.
    expect(seen.length).toBeGreaterThan(proposals.length);
  });

  it('do not exist for jobs that have only just appeared', async () => {
    const { sandbox, client } = await start({ jobs: 0, jobInterval: 1 });
    sandbox.control.advanceTime({ seconds: 500 });
    expect((await client.search({}, 1)).totalCount).toBe(500);
    const lists = await Promise.all(STATUSES.map((status) => bucket(client, status)));
    expect(lists.flat()).toEqual([]);
  });

  it('are in two lists once a conversation has started', async () => {
    const { client } = await startWithOwn(60);
    const accepted = await bucket(client, 'Accepted');
    const activated = await bucket(client, 'Activated');
    const both = accepted.filter(({ id }) => activated.some((other) => other.id === id));
    expect(both.length).toBeGreaterThan(0);
    expect(both.map(({ status }) => status)).toEqual(both.map(() => 'Activated'));
  });

  it('are those of the organization that the request acts for', async () => {
    const { client } = await startWithOwn(60);
    const own = await bucket(client, 'Accepted');
    const agency = await bucket(client, 'Accepted', AS_AGENCY);
    expect(own.length).toBeGreaterThan(agency.length);
    expect(agency.length).toBeGreaterThan(0);
    expect(own.filter(({ id }) => agency.some((other) => other.id === id))).toEqual([]);
  });

  it.each(['filter', 'sortAttribute', 'pagination'])('are refused without %s', async (missing) => {
    const { client } = await start();
    const args = {
      filter: '{ status_eq: Hired }',
      sortAttribute: '{ field: CREATEDDATETIME, sortOrder: ASC }',
      pagination: '{ first: 1 }',
    };
    const given = Object.entries(args).filter(([name]) => name !== missing);
    const { body } = await client.send(
      `{ vendorProposals(${given.map((pair) => pair.join(': ')).join(' ')}) { totalCount } }`,
    );
    expect(at(body, 'errors', 0, 'message')).toMatch(
      new RegExp(`of type MissingFieldArgument: .*"${missing}"`),
    );
  });

  it.each([
    ['of 41', { first: 41 }],
    ['of none', { first: 0 }],
    ['after "0"', { first: 10, after: '0' }],
    ['after an invalid cursor', { first: 10, after: 'x' }],
  ])('are refused in a page %s', async (_, pagination) => {
    const { client } = await startWithOwn(1);
    const { status, body } = await client.send(LIST, variables({}, pagination));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      errors: [{ message: 'VJCA-6: Input parameter provided has incorrect value' }],
      data: null,
    });
  });

  it('come in pages that follow each other by endCursor', async () => {
    const { client } = await startWithOwn(60);
    const all = await bucket(client, 'Accepted');
    const seen: Listed[] = [];
    let after: unknown = null;
    for (let more: unknown = true; more === true; ) {
      const data = await client.data(LIST, variables({}, { first: 4, after }));
      seen.push(...listed(data));
      after = at(data, 'vendorProposals', 'pageInfo', 'endCursor');
      more = at(data, 'vendorProposals', 'pageInfo', 'hasNextPage');
    }
    expect(seen.length).toBeGreaterThan(8);
    expect(seen).toEqual(all);
  });

  it('are sorted as requested', async () => {
    const { client } = await start({ jobs: 3000 });
    const down = await bucket(client, 'Accepted');
    const up = listed(
      await client.data(LIST, variables({}, undefined, { ...NEWEST, sortOrder: 'ASC' })),
    );
    expect(new Set(down.map(({ created }) => created)).size).toBeGreaterThan(5);
    expect(down).toEqual([...down].sort((one, other) => other.created - one.created));
    expect(up).toEqual([...down].reverse());
  });

  it('are found by job and by organization', async () => {
    const { client } = await startWithOwn(60);
    const [one, other] = await bucket(client, 'Accepted');
    const ofTwoJobs = { jobPostingIds_any: [one?.jobId, other?.jobId] };
    expect(listed(await client.data(LIST, variables(ofTwoJobs)))).toEqual([one, other]);
    const ofClient = { organizationId_eq: AS_CLIENT['X-Upwork-API-TenantId'] };
    expect(listed(await client.data(LIST, variables(ofClient)))).toEqual([]);
  });

  it('have the content and times, as Upwork formats them', async () => {
    const { client } = await startWithOwn(40, { contractType: 'FIXED', budget: 1000 });
    const data = await client.data(
      `query Full($filter: VendorProposalFilter!, $sort: VendorProposalSortAttribute!, $pagination: Pagination!) {
        vendorProposals(filter: $filter, sortAttribute: $sort, pagination: $pagination) { edges { node {
          id coverLetter proposalCoverLetter
          terms { chargeRate { rawValue } upfrontPaymentPercent }
          projectPlan { milestones { amount dueDate } }
          auditDetails { createdDateTime { rawValue displayValue } modifiedDateTime { rawValue } }
        } } }
      }`,
      variables({}),
    );
    const edges = at(data, 'vendorProposals', 'edges');
    const nodes = Array.isArray(edges) ? edges.map((edge: unknown) => at(edge, 'node')) : [];
    const [node] = nodes;
    expect(node).toMatchObject({
      proposalCoverLetter: at(node, 'coverLetter'),
      terms: { upfrontPaymentPercent: 0 },
      auditDetails: { createdDateTime: { rawValue: expect.stringMatching(/^\d{13}$/) as string } },
    });
    const created = at(node, 'auditDetails', 'createdDateTime');
    expect(Date.parse(String(at(created, 'displayValue')))).toBe(Number(at(created, 'rawValue')));
    const planned = nodes.find((each) => at(each, 'projectPlan') !== null);
    const milestones = [0, 1].map((index) => at(planned, 'projectPlan', 'milestones', index));
    expect(milestones).toEqual([PLANNED, PLANNED]);
    expect(Number(at(milestones[0], 'amount')) + Number(at(milestones[1], 'amount'))).toBe(
      Number(at(planned, 'terms', 'chargeRate', 'rawValue')),
    );
    const one = await client.data(
      'query One($id: ID!) { vendorProposal(id: $id) { id coverLetter } }',
      { id: at(node, 'id') },
    );
    expect(one).toEqual({
      vendorProposal: { id: at(node, 'id'), coverLetter: at(node, 'coverLetter') },
    });
  });

  it('are refused to a client', async () => {
    const { client } = await startWithOwn(1);
    const { body } = await client.send(LIST, variables({}), AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toBe('Authorization failed');
    const one = await client.send('{ vendorProposal(id: "1") { id } }', {}, AS_CLIENT);
    expect(at(one.body, 'errors', 0, 'message')).toBe('Authorization failed');
  });
});

describe('the metadata of proposals', () => {
  it('can be looked up: durations, and reasons by type', async () => {
    const { client } = await start();
    const data = await client.data(`{
      proposalMetadata { engagementDurationValues { id label } reasons(reasonType: PROPOSAL_REJECT) { id } }
      reasons(reasonType: PROPOSAL_REJECT) { id reason alias }
      every: reasons(reasonType: PROPOSAL_REJECT, all: true) { id }
      none: reasons(reasonType: DEACTIVATION_ACCOUNT) { id }
    }`);
    expect(at(data, 'proposalMetadata', 'engagementDurationValues')).toContainEqual({
      id: '3',
      label: '1 to 3 months',
    });
    expect(at(data, 'reasons')).toContainEqual({
      id: '301',
      reason: 'Rate too high',
      alias: 'rate_too_high',
    });
    expect(at(data, 'reasons')).toHaveLength(3);
    expect(at(data, 'proposalMetadata', 'reasons')).toHaveLength(3);
    expect(at(data, 'every')).toHaveLength(4);
    expect(at(data, 'none')).toEqual([]);
  });
});
