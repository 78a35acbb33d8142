import type { Clock } from '../clock.mts';
import { type Freelancer, freelancerAt, FREELANCERS } from './freelancers.mts';
import type { JobPosting, JobPostings } from './jobPostings.mts';
import {
  modifierOf,
  momentBetween,
  type Proposal,
  type ProposalContent,
  proposalContentFor,
  reasonFor,
} from './proposal.mts';
import { idFor, type Random, randomFrom } from './random.mts';

export type ReceivedStatus =
  | 'Created'
  | 'Activated'
  | 'Declined'
  | 'Withdrawn'
  | 'Offered'
  | 'Archived'
  | 'Hired';

export const ANNOTATIONS = [
  'Recommended',
  'Shortlisted',
  'Auto_Hidden',
  'Read',
  'Hidden',
  'AiRecommended',
  'Sponsored',
] as const;

export type Annotation = (typeof ANNOTATIONS)[number];

/** A proposal that the client organization has received. */
export interface ReceivedProposal extends Proposal {
  jobPostingId: string;
  freelancer: Freelancer;
  status: ReceivedStatus;
  annotations: Annotation[];
}

/** Values that a test sets in a proposal. */
export type ReceivedChanges = Partial<Pick<ProposalContent, 'coverLetter' | 'chargedAmount'>> & {
  freelancer?: Partial<
    Pick<Freelancer, 'name' | 'title' | 'country' | 'countryCode' | 'jobSuccess'>
  >;
};

/** How many proposals each posting has at the start; the other postings have none. */
const RECEIVED_AT_FIRST = [60, 34, 12, 0, 21, 7, 3];

/** The connected freelancer's proposals are numbered like jobs, which is lower. */
const FIRST_RECEIVED = 30_000_000;

const OPEN: readonly ReceivedStatus[] = ['Created', 'Activated', 'Offered'];

/** Whether the client can still decide on it. */
export function isOpen({ status }: ReceivedProposal): boolean {
  return OPEN.includes(status);
}

function statusIn(posting: JobPosting, position: number, random: Random): ReceivedStatus {
  if (posting.status === 'CANCELLED') return 'Archived';
  if (posting.status === 'FILLED') {
    return position === 0 ? 'Hired' : random.pick(['Archived', 'Archived', 'Declined']);
  }
  if (position === 0) return 'Offered';
  return random.pick(['Created', 'Created', 'Created', 'Activated', 'Declined', 'Withdrawn']);
}

/** The proposals that the client organization has received for its job postings. */
export class ReceivedProposals {
  readonly #seed: number;
  readonly #clock: Clock;
  readonly #byId = new Map<string, ReceivedProposal>();
  readonly #counts = new Map<string, number>();

  constructor(seed: number, postings: JobPostings, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    for (const [index, posting] of postings.all.entries()) {
      const count = RECEIVED_AT_FIRST[index] ?? 0;
      for (let position = 0; position < count; position += 1) this.#addOld(posting, position);
    }
  }

  /** Oldest first. */
  of({ id }: JobPosting): ReceivedProposal[] {
    return [...this.#byId.values()].filter(({ jobPostingId }) => jobPostingId === id);
  }

  byId(id: string): ReceivedProposal | undefined {
    return this.#byId.get(id);
  }

  /** A proposal that is listed from now on. */
  add(
    posting: JobPosting,
    { freelancer, ...content }: ReceivedChanges,
    createdSecondsAgo = 0,
  ): ReceivedProposal {
    const created = this.#create(posting, this.#clock.now() - createdSecondsAgo * 1000);
    return this.#store({
      ...created,
      ...content,
      freelancer: { ...created.freelancer, ...freelancer },
    });
  }

  /** The client's change of a proposal. */
  change(
    proposal: ReceivedProposal,
    changes: Partial<Pick<ReceivedProposal, 'status' | 'annotations' | 'reason'>>,
  ): ReceivedProposal {
    const modifiedAt = this.#clock.now();
    return this.#store({ ...proposal, ...changes, modifiedAt, modifiedBy: 'client' });
  }

  /** The freelancer's change of a proposal. */
  edit(
    proposal: ReceivedProposal,
    changes: Partial<Pick<ReceivedProposal, 'status' | 'coverLetter'>>,
  ): ReceivedProposal {
    const modifiedAt = this.#clock.now();
    return this.#store({ ...proposal, ...changes, modifiedAt, modifiedBy: 'freelancer' });
  }

  /** Upwork: when a job posting is closed, those of its proposals that are open are archived. */
  archive(posting: JobPosting): void {
    const modifiedAt = this.#clock.now();
    for (const proposal of this.of(posting).filter(isOpen)) {
      this.#store({ ...proposal, status: 'Archived', modifiedAt, modifiedBy: 'system' });
    }
  }

  #addOld(posting: JobPosting, position: number): void {
    const random = randomFrom(this.#seed, 'received', posting.number, position);
    const until = posting.filledAt ?? this.#clock.now();
    const createdAt = momentBetween(posting.publishedAt, until, random);
    const status = statusIn(posting, position, random);
    this.#store({
      ...this.#create(posting, createdAt),
      status,
      annotations: ANNOTATIONS.filter((name) => random.chance(name === 'Read' ? 0.6 : 0.1)),
      reason: reasonFor(status, random),
      modifiedAt: status === 'Created' ? null : momentBetween(createdAt, until, random),
      modifiedBy: modifierOf(status),
    });
  }

  /** A new proposal for this posting. */
  #create(posting: JobPosting, createdAt: number): ReceivedProposal {
    const position = this.#counts.get(posting.id) ?? 0;
    this.#counts.set(posting.id, position + 1);
    const random = randomFrom(this.#seed, 'content', posting.number, position);
    return {
      ...proposalContentFor(posting, random, createdAt),
      id: idFor('proposal', this.#seed, FIRST_RECEIVED + this.#byId.size),
      jobPostingId: posting.id,
      freelancer: freelancerAt(this.#seed, (posting.number * 17 + position) % FREELANCERS),
      status: 'Created',
      annotations: [],
      reason: null,
      createdAt,
      modifiedAt: null,
      modifiedBy: 'freelancer',
    };
  }

  #store(proposal: ReceivedProposal): ReceivedProposal {
    this.#byId.set(proposal.id, proposal);
    return proposal;
  }
}
