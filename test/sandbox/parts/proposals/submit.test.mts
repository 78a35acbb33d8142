import type { JobChanges as Job } from '../../index.mts';
import { bucket, submission, SUBMIT } from '../../../sandboxClient/ownProposals.mts';
import {
  AS_AGENCY,
  AS_CLIENT,
  at,
  NOON,
  sandboxForTests,
} from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

/** A sandbox with one job that the freelancer can apply for. */
async function startWithJob(job: Job = {}) {
  const { sandbox, client } = await start({ jobs: 0 });
  const input = submission(sandbox, job);
  return {
    sandbox,
    client,
    input,
    submit: async (changes: object = {}) =>
      at(await client.data(SUBMIT, { input: { ...input, ...changes } }), 'createJobProposal'),
  };
}

describe('submitting a proposal', () => {
  it('works, costs Connects, and shows in the lists and in the job', async () => {
    const { sandbox, client, input, submit } = await startWithJob();
    const before = sandbox.control.submittedProposals();
    expect(before).toMatchObject({ count: 0, proposals: [] });
    const result = await submit({ estimatedDuration: 2, boostBidAmount: 5 });
    expect(result).toEqual({
      newProposalId: expect.stringMatching(/^\d{19}$/) as string,
      status: 'SUCCESS',
      error: null,
    });
    const after = sandbox.control.submittedProposals();
    expect(after).toMatchObject({
      count: 1,
      proposals: [
        {
          id: at(result, 'newProposalId'),
          jobId: input.jobReference,
          coverLetter: input.coverLetter,
          chargedAmount: 40,
          duration: 'MONTH',
          boost: 5,
          submittedAt: NOON,
        },
      ],
    });
    const [{ connectsSpent } = { connectsSpent: 0 }] = after.proposals;
    expect(connectsSpent).toBeGreaterThan(5);
    expect(after.connectsLeft).toBe(before.connectsLeft - connectsSpent);
    expect(sandbox.control.stats().executed['Mutation.createJobProposal']).toBe(1);
    expect(await bucket(client, 'Accepted')).toEqual([
      {
        id: at(result, 'newProposalId'),
        jobId: input.jobReference,
        status: 'Accepted',
        created: NOON,
      },
    ]);
    const search = await client.data(
      '{ marketplaceJobPostingsSearch { edges { node { applied } } } }',
    );
    expect(at(search, 'marketplaceJobPostingsSearch', 'edges')).toEqual([
      { node: { applied: true } },
    ]);
  });

  it('for the same job a second time is refused, in the payload, and costs nothing', async () => {
    const { sandbox, submit } = await startWithJob();
    await submit();
    const { connectsLeft } = sandbox.control.submittedProposals();
    expect(await submit()).toEqual({
      newProposalId: null,
      status: 'FAILED',
      error: 'You have already submitted a proposal for this job',
    });
    expect(sandbox.control.submittedProposals()).toMatchObject({ count: 1, connectsLeft });
  });

  it.each<[string, Job, object, string]>([
    ['an unknown job', {}, { jobReference: '1' }, 'Opening not found for uid=1'],
    ['no freelancer', {}, { selectedContractor: null }, 'The selected contractor is required'],
    [
      'a freelancer without a user name',
      {},
      { selectedContractor: { id: '5' } },
      'The selected contractor is required',
    ],
    ['a filled job', { freelancersToHire: 0 }, {}, 'no longer available'],
    ['no cover letter', { coverLetterRequired: true }, { coverLetter: ' ' }, 'cover letter'],
    ['unanswered questions', { screeningQuestions: ['Why?'] }, {}, 'screening questions'],
    ['no amount', {}, { chargedAmount: null }, 'charged amount'],
    ['an unknown duration', {}, { estimatedDuration: 9 }, 'estimated duration'],
    ['too few Connects', {}, { boostBidAmount: 1000 }, 'enough Connects'],
    ['a client as team', {}, { teamOrgId: AS_CLIENT['X-Upwork-API-TenantId'] }, 'Authorization'],
  ])('with %s is refused', async (_, job, changes, error) => {
    const { sandbox, submit } = await startWithJob(job);
    expect(await submit(changes)).toMatchObject({
      newProposalId: null,
      error: expect.stringContaining(error) as string,
    });
    expect(sandbox.control.submittedProposals().count).toBe(0);
  });

  it('can include answers and milestones, and be on behalf of an agency', async () => {
    const { sandbox, client, submit } = await startWithJob({ screeningQuestions: ['Why?'] });
    const questions = [{ question: 'Why?', answer: 'Because.' }];
    const milestones = [
      { amount: 30, description: 'Half', dueDate: '2026-12-01' },
      { amount: 30, description: 'All' },
    ];
    await submit({
      questions,
      milestones,
      chargedAmount: null,
      agencyOrgId: AS_AGENCY['X-Upwork-API-TenantId'],
    });
    expect(sandbox.control.submittedProposals().proposals).toMatchObject([
      { answers: questions, chargedAmount: 60 },
    ]);
    expect(await bucket(client, 'Accepted')).toEqual([]);
    expect(await bucket(client, 'Accepted', AS_AGENCY)).toHaveLength(1);
  });

  it('needs its own permission, and is refused to clients', async () => {
    const { sandbox, client, input } = await startWithJob();
    const asClient = await client.send(SUBMIT, { input }, AS_CLIENT);
    expect(at(asClient.body, 'errors', 0, 'message')).toBe('Authorization failed');
    const permissions = sandbox.permissions.filter((name) => name !== 'Submit Proposal');
    sandbox.control.setPermissions({ permissions });
    const { body } = await client.send(SUBMIT, { input });
    expect(at(body, 'errors', 0, 'message')).toContain('[Mutation.createJobProposal]');
    expect(sandbox.control.submittedProposals().count).toBe(0);
  });
});
