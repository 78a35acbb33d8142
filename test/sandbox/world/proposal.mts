import type { Job } from './jobs.mts';
import type { Random } from './random.mts';
import { type StatusReason, REASONS } from './reasons.mts';

export interface Milestone {
  description: string;
  /** yyyy-mm-dd */
  dueDate: string;
  amount: number;
}

/** What a freelancer writes into a proposal. */
export interface ProposalContent {
  coverLetter: string;
  /** Per hour, or for the whole job, in the job's currency. */
  chargedAmount: number;
  duration: Job['duration'];
  milestones: Milestone[];
}

/** What own and received proposals have in common. Times in epoch milliseconds. */
export interface Proposal extends ProposalContent {
  id: string;
  reason: StatusReason | null;
  createdAt: number;
  /** `null` until it is changed. */
  modifiedAt: number | null;
  /** Upwork itself archives proposals. */
  modifiedBy: 'freelancer' | 'client' | 'system';
}

const DAY = 86_400_000;

const OPENINGS = [
  'I have done this three times since spring, last for a wholesaler of about your size.',
  'Your posting reads like a project that I finished in March; I would do one thing differently this time.',
  'I can start on Monday and would first look at what you have before I change anything.',
  'Thank you for the clear description. Two questions before I name a date.',
] as const;

const ENDINGS = [
  'I write tests, and I hand over a page of notes that your team can work from.',
  'You would get a first version within a week and could stop there if it does not fit.',
  'I work in your time zone and reply on the same day.',
] as const;

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A plausible proposal for a job. */
export function proposalContentFor(job: Job, random: Random, createdAt: number): ProposalContent {
  const chargedAmount =
    job.budget === null
      ? random.whole(job.hourlyMin ?? 15, job.hourlyMax ?? 90)
      : Math.round((job.budget * random.whole(80, 110)) / 100);
  const half = Math.floor(chargedAmount / 2);
  const milestones =
    job.contractType === 'FIXED' && random.chance(0.5)
      ? [
          { description: 'First version', dueDate: day(createdAt + 14 * DAY), amount: half },
          {
            description: 'Handover',
            dueDate: day(createdAt + 28 * DAY),
            amount: chargedAmount - half,
          },
        ]
      : [];
  return {
    coverLetter: `${random.pick(OPENINGS)}\n\n${random.pick(ENDINGS)}`,
    chargedAmount,
    duration: job.duration,
    milestones,
  };
}

/** A random whole second from `from` to `until`. */
export function momentBetween(from: number, until: number, random: Random): number {
  return from + random.whole(0, Math.max(0, Math.floor((until - from) / 1000))) * 1000;
}

/** Who sets a proposal to this status. */
export function modifierOf(status: string): Proposal['modifiedBy'] {
  if (status === 'Archived') return 'system';
  return status === 'Withdrawn' || status === 'Hired' ? 'freelancer' : 'client';
}

/** Only a declined or withdrawn proposal has a reason. */
export function reasonFor(status: string, random: Random): StatusReason | null {
  if (status !== 'Declined' && status !== 'Withdrawn') return null;
  const list = status === 'Declined' ? REASONS.PROPOSAL_REJECT : REASONS.PROPOSAL_WITHDRAW;
  const [picked] = random.several(list, 1);
  return picked ? { id: picked.id, reason: picked.reason, description: null } : null;
}
