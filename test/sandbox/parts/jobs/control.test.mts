import type { SandboxOptions } from '../../index.mts';
import { at, sandboxForTests } from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const READ = `query Read($id: ID!) {
  marketplaceJobPosting(id: $id) { id workFlowState { status closeResult } }
  marketplaceJobPostingsContents(ids: [$id]) { id }
}`;

/** A sandbox with two jobs, and the ID of the one that the freelancer has applied for. */
async function startWithJobs(options: Partial<SandboxOptions> = {}) {
  const { sandbox, client } = await start({ jobs: 0, ...options });
  sandbox.control.addJobs();
  const [{ id } = { id: '' }] = sandbox.control.addJobs({ job: { applied: true } });
  return {
    client,
    id,
    control: sandbox.control,
    found: async () => (await client.search({})).jobs.map((job) => job.id),
    read: async () => (await client.send(READ, { id })).body,
  };
}

describe('renewJob', () => {
  const JOBS = `{
    marketplaceJobPostingsSearch(
      marketPlaceJobFilter: { pagination_eq: { first: 3, after: "0" } }
      sortAttributes: [{ field: RECENCY }]
    ) { edges { node { id publishedDateTime renewedDateTime } } }
  }`;

  it.each([
    ['on top', true, ['renewed', 'newer', 'older']],
    ['where it was', false, ['newer', 'older', 'renewed']],
  ])('lists the job %s, and says when that was', async (_, renewedJobsFirst, order) => {
    const { sandbox, client } = await start({ jobs: 0, renewedJobsFirst });
    const jobs = ['newer', 'older', 'renewed'].map((name, place) => {
      const [job] = sandbox.control.addJobs({ publishedSecondsAgo: place * 3600 });
      return {
        name,
        node: { id: job?.id, publishedDateTime: job?.publishedDateTime, renewedDateTime: null },
      };
    });
    sandbox.control.advanceTime({ seconds: 60 });
    sandbox.control.renewJob({ id: jobs[2]?.node.id ?? '' });
    const { body } = await client.send(JOBS);
    expect(at(body, 'data', 'marketplaceJobPostingsSearch', 'edges')).toEqual(
      order.map((name) => {
        const node = jobs.find((job) => job.name === name)?.node;
        return {
          node:
            name === 'renewed' ? { ...node, renewedDateTime: '2026-11-20T12:01:00+0000' } : node,
        };
      }),
    );
  });

  it('does not change the job that is read by its ID', async () => {
    const { control, id, read } = await startWithJobs();
    const before = await read();
    control.renewJob({ id });
    expect(await read()).toEqual(before);
  });
});

describe('setJobState', () => {
  it.each(['CLOSED', 'REMOVED', 'PRIVATE'] as const)(
    '%s: the search does not return the job until it is open again; its proposal remains',
    async (state) => {
      const { client, control, id, found } = await startWithJobs();
      const proposals = () =>
        client.data(
          `{ ${[
            'Accepted',
            'Activated',
            'Declined',
            'Withdrawn',
            'Offered',
            'Archived',
            'Hired',
            'Pending',
          ]
            .map(
              (status) =>
                `${status}: vendorProposals(filter: { status_eq: ${status} }, sortAttribute: { field: CREATEDDATETIME, sortOrder: DESC }, pagination: { first: 1 }) { edges { node { id } } }`,
            )
            .join('\n')} }`,
        );
      const before = await proposals();
      control.setJobState({ id, state });
      expect(await found()).not.toContain(id);
      expect(await proposals()).toEqual(before);
      control.setJobState({ id, state: 'OPEN' });
      expect(await found()).toContain(id);
    },
  );

  it('CLOSED: the job that is read by its ID has this status', async () => {
    const { control, id, read } = await startWithJobs();
    control.setJobState({ id, state: 'CLOSED' });
    expect(await read()).toEqual({
      data: {
        marketplaceJobPosting: { id, workFlowState: { status: 'CLOSED', closeResult: '1' } },
        marketplaceJobPostingsContents: [{ id }],
      },
    });
  });

  it.each([
    ['REMOVED', true],
    ['PRIVATE', true],
    ['CLOSED', false],
  ] as const)(
    '%s: reading the job by its ID fails (closed ones can be read: %s)',
    async (state, readableClosedJobs) => {
      const { control, id, read } = await startWithJobs({ readableClosedJobs });
      control.setJobState({ id, state });
      const body = await read();
      expect(at(body, 'errors', 0, 'message')).toBe(`Opening not found for uid=${id}`);
      expect(at(body, 'data', 'marketplaceJobPosting')).toBeNull();
    },
  );

  it('refuses unknown jobs', async () => {
    const { control } = await startWithJobs();
    expect(() => {
      control.setJobState({ id: '1', state: 'CLOSED' });
    }).toThrow('there is no job "1"');
  });
});

describe('setPublishedText', () => {
  it('is what the search returns as the time of publication', async () => {
    const { control, client, id } = await startWithJobs();
    control.setPublishedText({ id, publishedText: '' });
    const { body } = await client.send(`{
      marketplaceJobPostingsSearch(
        marketPlaceJobFilter: { pagination_eq: { first: 2, after: "0" } }
      ) { edges { node { id publishedDateTime } } }
    }`);
    expect(at(body, 'data', 'marketplaceJobPostingsSearch', 'edges')).toContainEqual({
      node: { id, publishedDateTime: '' },
    });
  });
});
