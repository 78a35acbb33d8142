import type { CreateJobProposalInput } from '../../api';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { readAnswers } from './answers';
import type { JobToApplyFor } from './jobToApplyFor';
import { readMilestones, sumEquals } from './milestones';
import type { Milestone } from './milestones';

type Submission = CreateJobProposalInput & { chargedAmount: number };

/** The proposal to submit, without the freelancer and attachments. Throws if it does not fit the job. */
export function readSubmission(parameters: Parameters, job: JobToApplyFor): Submission {
  const chargedAmount = readAmount(parameters, job);
  const milestones = readFittingMilestones(parameters, job, chargedAmount);
  const questions = readAnswers(parameters, job.questions);
  return {
    jobReference: job.id,
    teamOrgId: readTeam(parameters, job),
    coverLetter: readCoverLetter(parameters, job),
    chargedAmount,
    ...(questions.length > 0 && { questions }),
    ...(milestones.length > 0 && { milestones }),
    ...readAdditionalFields(parameters),
  };
}

function readAmount(parameters: Parameters, { type }: JobToApplyFor): number {
  const amount = parameters.number('bid', { min: 0, fractions: true });
  if (amount) return amount;
  throw parameters.invalid(
    'bid',
    'is empty',
    type === 'HOURLY'
      ? 'The job is paid by the hour: enter your hourly rate.'
      : 'The job has a fixed price: enter your price for all of it.',
  );
}

function readFittingMilestones(
  parameters: Parameters,
  { type, milestonesAllowed }: JobToApplyFor,
  amount: number,
): Milestone[] {
  const milestones = readMilestones(parameters);
  if (milestones.length === 0) return milestones;
  if (!milestonesAllowed) {
    throw parameters.invalid(
      'milestones',
      type === 'HOURLY'
        ? 'are for fixed-price jobs, and this one is paid by the hour'
        : 'are not allowed by the client of this job',
      'Remove the milestones.',
    );
  }
  if (sumEquals(amount, milestones)) return milestones;
  throw parameters.invalid(
    'milestones',
    `must add up to ${parameters.label('bid')} (${amount})`,
    'Change the amounts of the milestones, or your bid.',
  );
}

function readCoverLetter(parameters: Parameters, { coverLetterRequired }: JobToApplyFor): string {
  const letter = parameters.text('coverLetter') ?? '';
  if (letter || !coverLetterRequired) return letter;
  throw parameters.invalid(
    'coverLetter',
    'is empty',
    'The client requires a cover letter for this job: write one.',
  );
}

function readTeam(parameters: Parameters, { organizationId }: JobToApplyFor): string {
  const team = parameters.optionalId('additionalFields.teamOrgId') ?? organizationId;
  if (team !== null) return team;
  throw parameters.invalid(
    'additionalFields.teamOrgId',
    'is empty, and Upwork does not say which organization is in use',
    'Enter the ID of your organization. Account: Get Organizations returns it.',
  );
}

function readAdditionalFields(
  parameters: Parameters,
): Omit<Partial<CreateJobProposalInput>, 'chargedAmount'> {
  const id = (name: string) => parameters.optionalId(`additionalFields.${name}`);
  const fields = omitUndefined({
    agencyOrgId: id('agencyOrgId'),
    occupationId: id('occupationId'),
    gitHubRepoLink: parameters.line('additionalFields.gitHubRepoLink'),
    estimatedDuration: id('estimatedDuration'),
    umaTouched: parameters.optionalFlag('additionalFields.umaTouched'),
    boostBidAmount: parameters.number('additionalFields.boost', { min: 1 }),
  });
  return fields ?? {};
}
