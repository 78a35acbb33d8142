import type { INodeParameters } from 'n8n-workflow';

import type { JobChanges } from '../../../sandbox/index.mts';
import { FIXED, HOURLY, postJobs, proposal, submit } from '../../proposals.mts';
import type { Upwork } from '../../upwork.mts';
import { running } from '../errorCase.mts';
import type { ErrorCase, ErrorSection } from '../errorCase.mts';

/** Submitting a proposal for a new job. */
const submitting = (
  mistake: string,
  parameters: INodeParameters,
  job: JobChanges = HOURLY,
  circumstances: Parameters<typeof running>[2] = {},
): ErrorCase =>
  running(
    mistake,
    (upwork: Upwork) => submit(postJobs(upwork, job)[0] ?? '', parameters),
    circumstances,
  );

const answering = (mistake: string, answersJson: string): ErrorCase =>
  submitting(
    mistake,
    { specifyAnswers: 'json', answersJson },
    { ...HOURLY, screeningQuestions: ['When can you start?'] },
  );

const milestones = (milestone: INodeParameters): INodeParameters => ({
  bid: 45,
  milestones: { milestone: [milestone] },
});

export const proposalSections: ErrorSection[] = [
  {
    title: 'Proposal: Get',
    cases: [
      running('No proposal', proposal('get')),
      running('Text that is no ID', proposal('get', { proposalId: 'that one' })),
      running('An unknown ID', proposal('get', { proposalId: '1' })),
    ],
  },
  {
    title: 'Proposal: Get Many',
    cases: [
      running('An unknown status', proposal('getAll', { statuses: ['Sent'] })),
      running('A filter for jobs that is text', proposal('getAll', { filters: { jobIds: 'foo' } })),
      running('A permission is missing', proposal('getAll'), {
        missing: 'Client Proposals – Read and Write',
      }),
    ],
  },
  {
    title: 'Proposal: Get Reasons',
    cases: [
      running('An unknown kind of reason', proposal('getReasons', { reasonType: 'boredom' })),
    ],
  },
  {
    title: 'Proposal: Submit',
    cases: [
      submitting('No person has decided', { decidedByPerson: false }),
      submitting("'Retry On Fail' is on", {}, HOURLY, { retryOnFail: true }),
      submitting('An AI agent runs it', {}, HOURLY, { asTool: true }),
      submitting('No rate', { bid: 0 }),
      submitting('No price', { bid: 0 }, FIXED),
      submitting('Milestones for an hourly job', milestones({ amount: 45, description: 'All' })),
      submitting(
        'Milestones that do not add up',
        milestones({ amount: 44, description: 'All' }),
        FIXED,
      ),
      submitting('A milestone of nothing', milestones({ amount: 0, description: 'All' }), FIXED),
      submitting('A milestone without words', milestones({ amount: 45, description: '' }), FIXED),
      submitting(
        'A due date that is no date',
        milestones({ amount: 45, description: 'All', dueDate: 'soon' }),
        FIXED,
      ),
      submitting('No cover letter', { coverLetter: '' }, { ...HOURLY, coverLetterRequired: true }),
      submitting('Only the ID of a freelancer', { additionalFields: { freelancerId: '5' } }),
      submitting('A boost that is no number', { additionalFields: { boost: 0.5 } }),
      submitting('A file that the item does not have', {
        additionalFields: { binaryPropertyName: 'letter' },
      }),
      answering('Answers that are not JSON', '[}'),
      answering('Answers that are not a list', '{}'),
      answering('No answer to a question', '[]'),
      answering('An answer without words', '[""]'),
      answering('A question that is neither text nor a number', '[{"question":[],"answer":"Now"}]'),
      answering('An answer to something else', '[{"question":"How are you?","answer":"Fine"}]'),
      answering(
        'Two answers to a question',
        '[{"question":1,"answer":"Now"},{"question":1,"answer":"In May"}]',
      ),
      running('An unknown job', submit('1')),
      submitting('A job with a proposal', {}, { ...HOURLY, applied: true }),
      {
        mistake: 'The same job in two items',
        provoke: async (upwork, n8n) =>
          await n8n.run(submit(postJobs(upwork, HOURLY)[0] ?? ''), { input: [{}, {}] }),
      },
      submitting('A permission is missing', {}, HOURLY, { missing: 'Submit Proposal' }),
    ],
  },
];
