import type { Job } from '../../world/jobs.mts';
import type { World } from '../../world/index.mts';
import { type Organization, ORGANIZATIONS } from '../../world/account.mts';
import type { Milestone } from '../../world/proposal.mts';
import { durationById } from '../jobs/values.mts';

export interface CreateJobProposalInput {
  selectedContractor?: { id?: string | null; oDeskUserID?: string | null } | null;
  jobReference: string;
  chargedAmount?: number | null;
  coverLetter: string;
  teamOrgId: string;
  agencyOrgId?: string | null;
  questions?: { question: string; answer: string }[] | null;
  estimatedDuration?: string | null;
  milestones?: { amount: number; description: string; dueDate?: string | null }[] | null;
  boostBidAmount?: number | null;
  attachments?: string[] | null;
  umaTouched?: boolean | null;
}

/**
 * Reported: Upwork refuses a proposal in the field `error`, not in `errors`. The wording is
 * unknown.
 */
class Refusal extends Error {}

function openJob({ jobs }: World, id: string): Job {
  const job = jobs.byId(id);
  if (!job) throw new Refusal(`Opening not found for uid=${id}`);
  if (job.applied) throw new Refusal('You have already submitted a proposal for this job');
  if (job.freelancersToHire === 0) throw new Refusal('This job is no longer available');
  return job;
}

function vendorOrganization(id: string): Organization {
  const found = ORGANIZATIONS.find((organization) => organization.id === id);
  if (!found || found.kind === 'client') throw new Refusal('Authorization failed');
  return found;
}

function answersTo(job: Job, questions: CreateJobProposalInput['questions']) {
  const answers = questions ?? [];
  const isAnswered = (screeningQuestion: string) =>
    answers.some(({ question, answer }) => question === screeningQuestion && answer.trim() !== '');
  if (!job.screeningQuestions.every(isAnswered)) {
    throw new Refusal('All screening questions must be answered');
  }
  return answers;
}

function durationOf(id: string | null | undefined): Job['duration'] {
  if (id === null || id === undefined) return null;
  const found = durationById(id);
  if (!found) throw new Refusal('The estimated duration is unknown');
  return found;
}

function amountOf(chargedAmount: number | null | undefined, milestones: Milestone[]): number {
  const amount = chargedAmount ?? milestones.reduce((sum, { amount }) => sum + amount, 0);
  if (amount <= 0) throw new Refusal('The charged amount must be greater than zero');
  return amount;
}

/** Which of these Upwork does is unknown, so tests choose. */
interface SubmitOptions {
  checksAttachments: boolean;
}

function submitProposal(
  world: World,
  input: CreateJobProposalInput,
  { checksAttachments }: SubmitOptions,
): string {
  const { ownProposals, uploads } = world;
  const job = openJob(world, input.jobReference);
  const organization = vendorOrganization(input.agencyOrgId ?? input.teamOrgId);
  const { id, oDeskUserID } = input.selectedContractor ?? {};
  if (!id || !oDeskUserID) throw new Refusal('The selected contractor is required');
  if (job.coverLetterRequired && input.coverLetter.trim() === '') {
    throw new Refusal('A cover letter is required');
  }
  const attachments = input.attachments ?? [];
  if (checksAttachments && !attachments.every((id) => uploads.uploaded(id)?.isConfirmed)) {
    throw new Refusal('An attachment was not found');
  }
  const boost = input.boostBidAmount ?? 0;
  const milestones = (input.milestones ?? []).map(({ dueDate, ...milestone }) => ({
    ...milestone,
    dueDate: dueDate ?? '',
  }));
  const answers = answersTo(job, input.questions);
  const chargedAmount = amountOf(input.chargedAmount, milestones);
  if (ownProposals.priceOf(job, boost) > ownProposals.connects) {
    throw new Refusal('You do not have enough Connects');
  }
  return ownProposals.submit(job, {
    coverLetter: input.coverLetter,
    chargedAmount,
    duration: durationOf(input.estimatedDuration),
    milestones,
    organization,
    answers,
    boost,
    attachments,
    umaTouched: input.umaTouched ?? null,
    freelancer: { id, userName: oDeskUserID },
  }).id;
}

/** createJobProposal: spends Connects, and can't be undone. */
export function createJobProposal(
  world: World,
  input: CreateJobProposalInput,
  options: SubmitOptions,
) {
  try {
    return { newProposalId: submitProposal(world, input, options), status: 'SUCCESS', error: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { newProposalId: null, status: 'FAILED', error: error.message };
  }
}
