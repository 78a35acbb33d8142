import { postings } from '../../../sandboxClient/clientProposals.mts';
import { sandboxForTests } from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

describe('a job posting that a test adds', () => {
  it('is open and without proposals, can be closed, and is gone once removed', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    const [id = '', other = ''] = sandbox.control.addJobPostings({ title: 'Shelves', count: 2 });
    const found = async () => (await postings(client)).find((posting) => posting.id === id);
    expect(await found()).toEqual({ id, status: 'REQUESTED', received: 0 });

    sandbox.control.setJobPostingStatus({ id, status: 'FILLED' });
    expect(await found()).toMatchObject({ status: 'FILLED' });
    sandbox.control.removeJobPosting({ id });
    expect(await found()).toBeUndefined();
    expect(sandbox.control.addJobPostings({ title: 'Tables' })).not.toContain(other);
    expect(() => {
      sandbox.control.removeJobPosting({ id });
    }).toThrow(`removeJobPosting: there is no job posting "${id}"`);
  });

  it.each([
    ['exact', 1],
    ['zero', 0],
    ['none', NaN],
  ] as const)('has statistics of its proposals, as the option says: %s', async (how, expected) => {
    const { sandbox, client } = await start({ jobs: 0, proposalsStatistics: how });
    const [jobPostingId = ''] = sandbox.control.addJobPostings({ title: 'Shelves' });
    sandbox.control.addReceivedProposal({ jobPostingId });
    const [newest] = await postings(client);
    expect(newest).toMatchObject({ id: jobPostingId, received: expected });
  });
});
