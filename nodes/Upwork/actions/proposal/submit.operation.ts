import { mutation } from '../../api';
import { jobCiphertext, jobUrl } from '../../records/job';
import { proposalUrl } from '../../records/proposal';
import { readJobId } from '../../fields/locators/job';
import type { Operation } from '../operation';
import type { Parameters } from '../../fields/parameters';
import { readJobToApplyFor, assertNoProposal } from './jobToApplyFor';
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
  permission: 'Submit Proposal',
  changes: 'personOnly',
  fields: submitFields,

  async execute(client, parameters, done) {
    assertHumanDecision(parameters);
    const jobId = readJobId(parameters);
    if (done.has(jobId)) {
      throw parameters.invalid(
        'jobId',
        `names the job ${jobId}, for which this run has already sent a proposal`,
      );
    }
    const job = await readJobToApplyFor(client, parameters);
    const input = readSubmission(parameters, job);
    await assertNoProposal(client, parameters, jobId);

    done.add(jobId);
    const { createJobProposal: answer } = await client.send(document, { input });
    if (answer?.error) {
      throw parameters.failure(
        `Upwork did not accept the proposal: ${answer.error}`,
        'It was sent once and is not repeated. Correct what Upwork names before you run this again.',
      );
    }
    if (!answer?.newProposalId) {
      throw parameters.failure(
        'Upwork did not say what became of the proposal. It may have been submitted all the same',
        'Look at your proposals on Upwork before you run this again: it is never repeated automatically.',
      );
    }
    return [
      {
        id: answer.newProposalId,
        url: proposalUrl(answer.newProposalId),
        status: answer.status ?? null,
        jobId,
        jobUrl: jobUrl(jobCiphertext(jobId)),
        jobTitle: job.title,
        jobType: job.type,
        chargedAmount: input.chargedAmount,
        boostBidAmount: input.boostBidAmount ?? null,
      },
    ];
  },
};

/** Upwork's terms: a proposal needs a human decision for each posting. */
function assertHumanDecision(parameters: Parameters): void {
  if (parameters.isRetriedOnFail) {
    throw parameters.failure(
      'A proposal is never repeated automatically, but this node has "Retry On Fail" switched on',
      "Switch it off in the node's settings.",
    );
  }
  if (!parameters.isSwitchedOn('decidedByPerson')) {
    throw parameters.invalid(
      'decidedByPerson',
      'is off, so nothing was submitted',
      'Switch "I Decide on Each Proposal Myself" on if a person has decided on each of these jobs, for example in a "Send and Wait" step before this node.',
    );
  }
}
