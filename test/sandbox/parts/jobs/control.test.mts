import type { SandboxOptions } from '../../index.mts';
import { at, sandboxForTests } from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const READ = `query Read($id: ID!) {
  marketplaceJobPosting(id: $id) { id workFlowState { status closeResult } }
  marketplaceJobPostingsContents(ids: [$id]) { id }
}`;

/** A world of two jobs, and the ID of one that is applied for. */
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

describe('setJobState', () => {
  it.each(['CLOSED', 'REMOVED', 'PRIVATE'] as const)(
    '%s: the job is in no search until it is open again, its proposal stays',
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

  it('CLOSED: reading the job by its ID says so', async () => {
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

  it('knows no other jobs', async () => {
    const { control } = await startWithJobs();
    expect(() => {
      control.setJobState({ id: '1', state: 'CLOSED' });
    }).toThrow('there is no job "1"');
  });
});
