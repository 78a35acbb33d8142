import type { Clock } from '../clock.mts';
import type { JobBoard } from './jobBoard.mts';
import type { Job } from './jobs.mts';
import { AGENCY, type Organization, DEFAULT_ORGANIZATION } from './account.mts';
import { type Interview, hasConversation, ownInterview } from './messaging/interviews.mts';
import {
  modifierOf,
  momentBetween,
  type Proposal,
  type ProposalContent,
  proposalContentFor,
  reasonFor,
} from './proposal.mts';
import { idFor, randomFrom } from './random.mts';

export const OWN_STATUSES = [
  'Accepted',
  'Declined',
  'Withdrawn',
  'Offered',
  'Activated',
  'Archived',
  'Hired',
  'Pending',
] as const;

/** There is a list for each of these. */
export type ListedStatus = (typeof OWN_STATUSES)[number];

/** A status of a proposal. `Replaced` has no list of its own. */
export const PROPOSAL_STATUSES = [...OWN_STATUSES, 'Replaced'] as const;

export type OwnStatus = (typeof PROPOSAL_STATUSES)[number];

/** Where a proposal comes from that a test adds. Times in epoch milliseconds. */
export interface AddedProposal {
  status: OwnStatus;
  createdAt: number;
  modifiedAt: number | null;
}

/** A proposal of the connected freelancer. */
export interface OwnProposal extends Proposal {
  jobId: string;
  /** Freelancers apply for themselves or for their agency. */
  organization: Organization;
  status: OwnStatus;
  annotations: ('Hidden' | 'OnHold')[];
}

/** What was submitted through the API. */
export interface Submission extends ProposalContent {
  freelancer: { id: string; userName: string };
  organization: Organization;
  answers: { question: string; answer: string }[];
  /** Connects in addition to the job's price, to be listed higher up. */
  boost: number;
  /** Ids of files. */
  attachments: string[];
  umaTouched: boolean | null;
}

export interface SubmittedProposal extends Submission {
  id: string;
  jobId: string;
  connectsSpent: number;
  submittedAt: number;
}

const CONNECTS_AT_FIRST = 200;

/** Repeated by frequency. */
const STATUSES = [
  'Accepted',
  'Accepted',
  'Accepted',
  'Activated',
  'Activated',
  'Declined',
  'Declined',
  'Withdrawn',
  'Offered',
  'Archived',
  'Archived',
  'Hired',
  'Pending',
] as const;

const UNCHANGED: readonly OwnStatus[] = ['Accepted', 'Pending'];

/** The proposals of the connected freelancer: one for each job on the board with `applied`. */
export class OwnProposals {
  readonly #seed: number;
  readonly #board: JobBoard;
  readonly #clock: Clock;
  readonly #start: number;
  readonly #byJob = new Map<string, OwnProposal>();
  readonly #submitted: SubmittedProposal[] = [];
  #connects = CONNECTS_AT_FIRST;

  constructor(seed: number, board: JobBoard, clock: Clock) {
    this.#seed = seed;
    this.#board = board;
    this.#clock = clock;
    this.#start = clock.now();
  }

  get all(): OwnProposal[] {
    return this.#jobs.map((job) => this.#of(job));
  }

  /** The conversations with clients. */
  get interviews(): Interview[] {
    return this.#jobs.flatMap((job) => {
      const proposal = this.#of(job);
      return hasConversation(proposal) ? [ownInterview(proposal, job)] : [];
    });
  }

  byId(id: string): OwnProposal | undefined {
    return this.all.find((proposal) => proposal.id === id);
  }

  get submitted(): readonly SubmittedProposal[] {
    return this.#submitted;
  }

  /** How many Connects the freelancer has left. */
  get connects(): number {
    return this.#connects;
  }

  /** How many Connects a proposal for this job costs. */
  priceOf(job: Job, boost: number): number {
    return randomFrom(this.#seed, 'connects', job.number).whole(4, 16) + boost;
  }

  /** Spends the Connects and stores the proposal. The caller checks that it is allowed. */
  submit(job: Job, submission: Submission): OwnProposal {
    const now = this.#clock.now();
    const connectsSpent = this.priceOf(job, submission.boost);
    const id = idFor('proposal', this.#seed, job.number);
    this.#connects -= connectsSpent;
    this.#submitted.push({ ...submission, id, jobId: job.id, connectsSpent, submittedAt: now });
    const { coverLetter, chargedAmount, duration, milestones, organization } = submission;
    const proposal: OwnProposal = {
      id,
      jobId: job.id,
      organization,
      coverLetter,
      chargedAmount,
      duration,
      milestones,
      status: 'Accepted',
      annotations: [],
      reason: null,
      createdAt: now,
      modifiedAt: null,
      modifiedBy: 'freelancer',
    };
    this.#byJob.set(job.id, proposal);
    this.#board.apply(job);
    return proposal;
  }

  /** Adds a proposal for a new job, such as an invitation, which nobody has submitted. */
  add({ status, createdAt, modifiedAt }: AddedProposal): OwnProposal {
    const secondsAgo = Math.max(0, this.#clock.now() - createdAt) / 1000;
    const job = this.#board.add({ applied: true }, secondsAgo);
    const proposal: OwnProposal = {
      ...this.#create(job),
      organization: DEFAULT_ORGANIZATION,
      status,
      reason: reasonFor(status, randomFrom(this.#seed, 'added', job.number)),
      createdAt,
      modifiedAt,
      modifiedBy: modifierOf(status),
    };
    this.#byJob.set(job.id, proposal);
    return proposal;
  }

  /**
   * Changes the status of a proposal, as if whoever decides that had just done so.
   *
   * @param movesTime whether the change counts as a modification
   */
  change(proposal: OwnProposal, status: OwnStatus, movesTime = true): OwnProposal {
    const changed: OwnProposal = {
      ...proposal,
      status,
      reason: reasonFor(status, randomFrom(this.#seed, 'change', proposal.id)),
      modifiedAt: movesTime ? this.#clock.now() : proposal.modifiedAt,
      modifiedBy: modifierOf(status),
    };
    this.#byJob.set(proposal.jobId, changed);
    return changed;
  }

  /** The jobs that the freelancer has applied for. */
  get #jobs(): Job[] {
    return this.#board.newestFirst().filter(({ applied }) => applied);
  }

  #of(job: Job): OwnProposal {
    const known = this.#byJob.get(job.id);
    if (known) return known;
    const created = this.#create(job);
    this.#byJob.set(job.id, created);
    return created;
  }

  /** A proposal from before the sandbox started. */
  #create(job: Job): OwnProposal {
    const random = randomFrom(this.#seed, 'proposal', job.number);
    const createdAt = momentBetween(job.publishedAt, this.#start, random);
    const status = random.pick(STATUSES);
    return {
      ...proposalContentFor(job, random, createdAt),
      id: idFor('proposal', this.#seed, job.number),
      jobId: job.id,
      organization: random.chance(0.15) ? AGENCY : DEFAULT_ORGANIZATION,
      status,
      annotations: random.chance(0.1) ? ['Hidden'] : random.chance(0.1) ? ['OnHold'] : [],
      reason: reasonFor(status, random),
      createdAt,
      modifiedAt: UNCHANGED.includes(status) ? null : momentBetween(createdAt, this.#start, random),
      modifiedBy: modifierOf(status),
    };
  }
}
