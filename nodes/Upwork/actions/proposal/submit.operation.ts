import { mutation } from '../../api';
import { readJobId } from '../../fields/locators/job';
import type { Parameters } from '../../fields/parameters';
import { JOB_TYPES, labelOf } from '../../records/choices';
import { jobCiphertext, jobUrl } from '../../records/job';
import { proposalUrl, SUBMISSION_STATUSES } from '../../records/proposal';
import type { SubmittedProposal } from '../../records/proposal';
import type { Operation } from '../operation';
import { readAttachments, uploadAttachments } from './attachments';
import { assertNoProposal, readJobToApplyFor } from './jobToApplyFor';
import { submitFields } from './submitFields';
import { readSubmission } from './submitInput';

const document = mutation(
  'ProposalSubmit',
  /* GraphQL */ `
    mutation ProposalSubmit($input: CreateJobProposalInput!) {
      createJobProposal(input: $input) {
        newProposalId
        status
        error
      }
    }
  `,
  { neverRetried: true },
);

export const submit: Operation = {
  value: 'submit',
  name: 'Submit',
  action: 'Submit a proposal',
  description: "Apply for a job. This spends Connects and can't be undone.",
  output: 'submittedProposal',
  permissions: [
    'Submit Proposal',
    'Read marketplace Job Postings',
    'Own proposals (name not known)',
  ],
  changes: 'byOwnSwitch',
  isForPeopleOnly: true,
  fields: submitFields,

  async execute(client, parameters) {
    assertHumanDecision(parameters);
    const jobId = readJobId(parameters);
    const submitted = submittedIn(parameters.execution);
    if (submitted.has(jobId)) {
      throw parameters.invalid(
        'jobId',
        `names the job ${jobId}, for which this run has already sent a proposal`,
      );
    }
    const job = await readJobToApplyFor(client, parameters);
    const submission = readSubmission(parameters, job);
    const attachments = readAttachments(parameters);
    await assertNoProposal(client, parameters, jobId);
    const uploaded = await uploadAttachments(client, parameters, attachments);
    const input = { ...submission, ...uploaded };

    submitted.add(jobId);
    const { createJobProposal: result } = await client.send(document, { input });
    if (result?.error) {
      throw parameters.error(
        `Upwork did not accept the proposal: ${result.error}`,
        'It was sent once and will not be sent again. Correct the problem before you run this again.',
      );
    }
    if (!result?.newProposalId) {
      throw parameters.error(
        'Upwork did not confirm the proposal, so it may have been submitted. Check your proposals on Upwork before you run this again.',
        'A proposal is never sent again automatically.',
      );
    }
    const submittedProposal: SubmittedProposal = {
      jobTitle: job.title,
      status: labelOf(SUBMISSION_STATUSES, result.status),
      bid: input.chargedAmount,
      jobType: labelOf(JOB_TYPES, job.type),
      boost: input.boostBidAmount ?? null,
      url: proposalUrl(result.newProposalId),
      jobUrl: jobUrl(jobCiphertext(jobId)),
      id: result.newProposalId,
      jobId,
    };
    return [{ ...submittedProposal }];
  },
};

/**
 * The jobs to which each execution has submitted a proposal, so that no other item submits another.
 */
const submittedJobs = new WeakMap<object, Set<string>>();

function submittedIn(execution: object): Set<string> {
  const jobs = submittedJobs.get(execution) ?? new Set();
  submittedJobs.set(execution, jobs);
  return jobs;
}

/** Upwork's terms: a proposal needs a human decision for each posting. */
function assertHumanDecision(parameters: Parameters): void {
  if (parameters.isRetriedOnFail) {
    throw parameters.error(
      "A proposal is never sent again automatically, but 'Retry On Fail' of this node is on",
      "Turn it off in the node's settings.",
    );
  }
  if (!parameters.isSwitchedOn('decidedByPerson')) {
    throw parameters.invalid(
      'decidedByPerson',
      'is off, so nothing was submitted',
      `Turn ${parameters.label('decidedByPerson')} on if a person has decided on each of these jobs, for example in a "Send and Wait" step before this node.`,
    );
  }
}
