import type { CreateJobProposalInput, JobProposalContractorInput } from '../../api';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { readAnswers } from './answers';
import type { JobToApplyFor } from './jobToApplyFor';
import { readMilestones, sumEquals } from './milestones';
import type { Milestone } from './milestones';

/** The proposal to submit, without attachments. Throws if it does not fit the job. */
export function readSubmission(
  parameters: Parameters,
  job: JobToApplyFor,
): CreateJobProposalInput & { chargedAmount: number } {
  const chargedAmount = readAmount(parameters, job);
  const milestones = readFittingMilestones(parameters, job, chargedAmount);
  const questions = readAnswers(parameters, job.questions);
  return {
    jobReference: job.id,
    teamOrgId: readTeam(parameters, job),
    selectedContractor: readFreelancer(parameters, job),
    coverLetter: readCoverLetter(parameters, job),
    chargedAmount,
    ...(questions.length > 0 && { questions }),
    ...(milestones.length > 0 && { milestones }),
    ...readAdditionalFields(parameters),
  };
}

function readAmount(parameters: Parameters, { type }: JobToApplyFor): number {
  const amount = parameters.number('chargedAmount', { min: 0, fractions: true });
  if (amount) return amount;
  throw parameters.invalid(
    'chargedAmount',
    type === 'HOURLY'
      ? 'is empty: for an hourly job, enter your hourly rate'
      : 'is empty: for a fixed-price job, enter your price for the whole job',
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
    );
  }
  if (sumEquals(amount, milestones)) return milestones;
  throw parameters.invalid('milestones', `do not add up to the charged amount, ${amount}`);
}

function readCoverLetter(parameters: Parameters, { coverLetterRequired }: JobToApplyFor): string {
  const letter = parameters.text('coverLetter') ?? '';
  if (letter || !coverLetterRequired) return letter;
  throw parameters.invalid('coverLetter', 'is empty, and the job requires one');
}

function readTeam(parameters: Parameters, { organizationId }: JobToApplyFor): string {
  const team = parameters.optionalId('additionalFields.teamOrgId') ?? organizationId;
  if (team !== null) return team;
  throw parameters.invalid(
    'additionalFields.teamOrgId',
    'is empty, and Upwork does not say which organization is in use',
  );
}

/** Upwork: every known client program names the freelancer; one report says that it is required. */
function readFreelancer(
  parameters: Parameters,
  { freelancer }: JobToApplyFor,
): JobProposalContractorInput {
  const id = parameters.optionalId('additionalFields.freelancerId');
  const userName = parameters.line('additionalFields.freelancerUserName');
  if (id !== undefined && userName !== undefined) return { id, oDeskUserID: userName };
  if (id !== undefined || userName !== undefined) {
    throw parameters.invalid(
      `additionalFields.${id === undefined ? 'freelancerId' : 'freelancerUserName'}`,
      'is empty: Upwork needs both the ID and the user name of the freelancer',
    );
  }
  if (freelancer) return { id: freelancer.id, oDeskUserID: freelancer.nid };
  throw parameters.invalid(
    'additionalFields.freelancerId',
    'is empty, and Upwork does not say who is connected',
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
    boostBidAmount: parameters.number('additionalFields.boostBidAmount', { min: 1 }),
  });
  return fields ?? {};
}
