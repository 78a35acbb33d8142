import type { INodeParameters } from 'n8n-workflow';

import type { JobChanges } from '../../sandbox/index.mts';
import { Upwork as UpworkNode } from '../../../nodes/Upwork/Upwork.node.ts';
import { AGENCY, FREELANCER, ME, MEMBER } from '../../sandboxClient/ids.mts';
import type { RunOptions } from '../instance.mts';
import { schemaErrors } from '../outputSchema.mts';
import {
  FIXED,
  outputRecords,
  HOURLY,
  postJobs,
  proposal,
  submit,
  text,
  withdraw,
} from '../proposals.mts';
import { Upwork } from '../upwork.mts';

// Upwork: whether it checks the IDs of attachments is not known.
const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, checksAttachments: false });

/** The ID of a new job that the freelancer can apply for. */
const newJob = (job: JobChanges = HOURLY): string => postJobs(upwork, job)[0] ?? '';

const submitted = () => upwork.control.submittedProposals();
const executed = () => upwork.control.stats().executed['Mutation.createJobProposal'] ?? 0;

/** Runs the operation, expects that nothing was submitted, and returns the error. */
async function refused(parameters: INodeParameters, options?: RunOptions): Promise<string> {
  const before = submitted().count;
  const error: unknown = await upwork
    .connected()
    .run(parameters, options)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(submitted().count).toBe(before);
  return error instanceof Error ? error.message : 'nothing was refused';
}

describe('proposal: submit', () => {
  it('submits, spends Connects, and returns what it did', async () => {
    const jobId = newJob();
    const { connectsLeft } = submitted();
    const [record = {}] = await outputRecords(upwork, submit(jobId));
    expect(schemaErrors('submittedProposal', record)).toEqual([]);
    expect(record).toMatchObject({
      jobId,
      jobType: 'Hourly',
      bid: 45,
      status: 'Submitted',
    });
    expect(submitted().proposals.at(-1)).toMatchObject({
      id: record.id,
      jobId,
      coverLetter: 'I would like to help.',
      chargedAmount: 45,
    });
    expect(submitted().connectsLeft).toBeLessThan(connectsLeft);
    expect(
      await outputRecords(upwork, proposal('get', { proposalId: text(record.id) })),
    ).toMatchObject([{ jobId, status: 'Accepted' }]);
  });

  it('sends every field', async () => {
    const jobId = newJob(FIXED);
    await outputRecords(
      upwork,
      submit(jobId, {
        bid: 100.1,
        milestones: {
          milestone: [
            { amount: 33.4, description: 'A draft', dueDate: '2026-12-24' },
            { amount: 66.7, description: 'The rest' },
          ],
        },
        additionalFields: {
          agencyOrgId: AGENCY,
          attachments: '11, 12',
          boost: 3,
          freelancerId: '5',
          freelancerUserName: 'adasketch',
          gitHubRepoLink: 'https://github.com/n8n-io/n8n',
          estimatedDuration: { __rl: true, mode: 'list', value: '3' },
          occupationId: '7',
          teamOrgId: FREELANCER,
          umaTouched: true,
        },
      }),
    );
    expect(submitted().proposals.at(-1)).toMatchObject({
      jobId,
      organization: { name: 'Sandbox Agency' },
      freelancer: { id: '5', userName: 'adasketch' },
      attachments: ['11', '12'],
      boost: 3,
      umaTouched: true,
      duration: 'QUARTER',
      chargedAmount: 100.1,
      milestones: [
        { amount: 33.4, description: 'A draft', dueDate: '2026-12-24' },
        { amount: 66.7, description: 'The rest' },
      ],
    });
  });

  it.each([
    [{}, null],
    [{ umaTouched: false }, false],
  ])('sends umaTouched only if it is set: %p', async (additionalFields, umaTouched) => {
    await upwork.connected().run(submit(newJob(), { additionalFields }));
    expect(submitted().proposals.at(-1)?.umaTouched).toBe(umaTouched);
  });

  it('names the connected user as the freelancer by default', async () => {
    const jobId = newJob();
    await upwork.connected().run(submit(jobId));
    expect(submitted().proposals.at(-1)).toMatchObject({
      jobId,
      freelancer: { id: ME, userName: 'robinsandbox' },
    });
  });

  it("finds the user name of an agency's member by the ID", async () => {
    const additionalFields = { freelancerId: MEMBER };
    await upwork
      .connected()
      .run(submit(newJob(), { additionalFields, options: { organizationId: AGENCY } }));
    expect(submitted().proposals.at(-1)).toMatchObject({
      organization: { name: 'Sandbox Agency' },
      freelancer: { id: MEMBER, userName: 'adasketch' },
    });
  });

  it('does not look up the user name of the connected user', async () => {
    await upwork.connected().run(submit(newJob(), { additionalFields: { freelancerId: ME } }));
    expect(submitted().proposals.at(-1)?.freelancer).toEqual({ id: ME, userName: 'robinsandbox' });
    expect(upwork.control.stats().operations).not.toHaveProperty('AgencyMembers');
  });

  it.each<[string, () => void, INodeParameters, string]>([
    ['a freelancer who is no member', () => undefined, { freelancerId: '5' }, 'User Name'],
    [
      "a member whose user name the key can't read",
      () => {
        upwork.control.blockFields({ fields: ['CurrentOrganization.staffs'] });
      },
      { freelancerId: MEMBER },
      'User Name',
    ],
    ['a user name alone', () => undefined, { freelancerUserName: 'adasketch' }, 'ID'],
  ])('refuses %s, and names what is missing', async (_what, prepare, additionalFields, label) => {
    prepare();
    const parameters = submit(newJob(), { additionalFields, options: { organizationId: AGENCY } });
    expect(await refused(parameters)).toContain(`'Freelancer ${label}' is empty`);
    expect(executed()).toBe(0);
  });

  it('asks for the bid without a number in the field, and warns above all fields', () => {
    const fields = new UpworkNode().description.properties.filter(
      ({ displayOptions: { show } = {} }) =>
        show?.resource?.includes('proposal') && show.operation?.includes('submit'),
    );
    expect(fields.slice(0, 4).map(({ displayName }) => displayName)).toEqual([
      "Submitting spends Connects and can't be undone",
      'Job',
      'I Have Reviewed This Job',
      'Your Bid',
    ]);
    expect(fields.find(({ name }) => name === 'bid')?.default).toBe('');
    expect(fields.find(({ name }) => name === 'decidedByPerson')).toMatchObject({
      default: false,
      noDataExpression: true,
    });
  });

  it('offers the durations from a list', async () => {
    const { results } = await upwork.connected().listSearch('searchDurations');
    expect(results).toContainEqual({ name: '1 to 3 months', value: '3' });
  });

  it('submits one for each item', async () => {
    const input = [{ id: newJob() }, { id: newJob() }];
    const before = submitted().count;
    const { items } = await upwork.connected().run(submit('={{ $json.id }}'), { input });
    expect(items.map(({ json, pairedItem }) => [json.jobId, pairedItem])).toEqual(
      input.map(({ id }, item) => [id, { item }]),
    );
    expect(submitted().count).toBe(before + 2);
  });
});

describe('proposal: submit refuses', () => {
  it.each([false, '={{ true }}'])('to run unless a person decides: %s', async (decidedByPerson) => {
    const jobId = newJob();
    expect(await refused(submit(jobId, { decidedByPerson }))).toContain(
      "'I Have Reviewed This Job' is off, so nothing was submitted",
    );
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('to be a tool of an AI agent', async () => {
    await expect(upwork.connected().runAsTool(submit(newJob()))).rejects.toThrow(
      "AI agents can't run this operation",
    );
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('to be repeated by n8n', async () => {
    expect(await refused(submit(newJob()), { retryOnFail: true })).toContain("'Retry On Fail'");
  });

  it('the same job a second time in a run, even if the outcome of the first is unknown', async () => {
    const jobId = newJob();
    upwork.control.addFault({
      at: 'graphql',
      kind: 'status',
      status: 503,
      operation: 'ProposalSubmit',
      times: 1,
    });
    const { items } = await upwork
      .connected()
      .run(submit(jobId), { input: [{}, {}], continueOnFail: true });
    expect(items.map(({ json }) => json.error)).toEqual([
      expect.stringContaining('may have been made. Check on Upwork before you run this again.'),
      expect.stringContaining("'Job' already got a proposal in this run"),
    ]);
    expect(executed()).toBe(0);
  });

  it('a job for which there is a proposal with any status but withdrawn', async () => {
    const jobs = postJobs(upwork, { ...HOURLY, applied: true }, 40);
    const own = await outputRecords(
      upwork,
      proposal('getAll', { returnAll: true, filters: { jobIds: jobs.join() } }),
    );
    const statuses = new Map(own.map((record) => [record.status, record]));
    expect(statuses.size).toBeGreaterThan(4);
    for (const [status, record] of statuses) {
      const message = await refused(submit(text(record.jobId)));
      expect(message).toContain(
        status === 'Withdrawn'
          ? 'Upwork did not accept the proposal: You have already submitted a proposal'
          : `already has a proposal of yours: ${text(record.id)} [item 0]`,
      );
    }
  });

  it.each<[string, JobChanges, INodeParameters, string]>([
    ['an hourly job without a rate', HOURLY, { bid: '' }, "'Your Bid' is empty"],
    ['a fixed price of nothing', FIXED, { bid: 0 }, "'Your Bid' is empty"],
    ['a negative rate', HOURLY, { bid: -1 }, "'Your Bid' must be 0 or more"],
    [
      'milestones for an hourly job',
      HOURLY,
      { milestones: { milestone: [{ amount: 45, description: 'All' }] } },
      "'Milestones' are for fixed-price jobs",
    ],
    [
      'milestones that are a cent short',
      FIXED,
      { milestones: { milestone: [{ amount: 44.99, description: 'All' }] } },
      "'Milestones' must add up to 'Your Bid' (45)",
    ],
    [
      'a milestone without a description',
      FIXED,
      { milestones: { milestone: [{ amount: 45, description: '' }] } },
      "'Description' in entry 1 of 'Milestones' is empty",
    ],
    [
      'no cover letter where one is required',
      { ...HOURLY, coverLetterRequired: true },
      { coverLetter: ' ' },
      "'Cover Letter' is empty",
    ],
    [
      'a boost of nothing',
      HOURLY,
      { additionalFields: { boost: 0.5 } },
      "'Boost (Connects)' must be 1 or more",
    ],
  ])('%s', async (_what, job, parameters, problem) => {
    const message = await refused(submit(newJob(job), parameters));
    expect(message).toContain(problem);
    expect(message).toContain('[item 0]');
    expect(executed()).toBe(0);
  });

  it("a job that Upwork can't find", async () => {
    expect(await refused(submit('1'))).toContain('Upwork has no job with the ID');
  });

  it("a job whose questions the key can't read", async () => {
    upwork.control.blockFields({ fields: ['MarketplaceQuestion.question'] });
    expect(await refused(submit(newJob()))).toContain('The API key lacks the permission');
  });

  it('without the permission, and names it', async () => {
    withdraw(upwork, 'Submit Proposal');
    await expect(upwork.connected().run(submit(newJob()))).rejects.toMatchObject({
      message: expect.stringContaining(
        'The API key lacks the permission "Submit Proposal"',
      ) as string,
    });
  });

  it("what Upwork refuses, with Upwork's message", async () => {
    const boost = { additionalFields: { boost: 100_000 } };
    expect(await refused(submit(newJob(), boost))).toBe(
      'Upwork did not accept the proposal: You do not have enough Connects',
    );
    expect(await refused(submit(newJob({ ...HOURLY, freelancersToHire: 0 })))).toContain(
      'This job is no longer available',
    );
  });
});
