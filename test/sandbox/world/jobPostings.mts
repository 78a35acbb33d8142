import type { Clock } from '../clock.mts';
import { type Client, clientAt } from './clients.mts';
import { type Job, jobSeedAt, postJob } from './jobs.mts';
import { CLIENT } from './account.mts';
import { idFor, randomFrom } from './random.mts';
import { TOPICS } from './topics.mts';

export type PostingStatus =
  | 'REQUESTED'
  | 'CANCELLED'
  | 'FILLED'
  | 'DRAFT'
  | 'DELETED_DRAFT'
  | 'VERIFICATION_PENDING'
  | 'PENDING_PAYMENT_METHOD';

export type PostingAccess = 'PUBLIC_INDEX' | 'ACCESS_PUBLIC' | 'ACCESS_PRIVATE';

export interface Qualification {
  contractorType: 'ALL' | 'INDIVIDUALS' | 'AGENCIES';
  englishProficiency: 'ANY' | 'BASIC' | 'CONVERSATIONAL' | 'FLUENT' | 'NATIVE';
  hasPortfolio: boolean;
  risingTalent: boolean;
  jobSuccessScore: number | null;
  earnings: 'ANY' | 'AT_LEAST_1' | 'AT_LEAST_100' | 'AT_LEAST_1000' | 'AT_LEAST_10000';
}

/** The part of a job posting that only the client sees. */
interface PostingTerms {
  status: PostingStatus;
  access: PostingAccess;
  keepOpenOnHire: boolean;
  hideBudget: boolean;
  freelancerMilestonesAllowed: boolean;
  /** yyyy-mm-dd */
  startDate: string | null;
  endDate: string | null;
  qualification: Qualification;
}

/**
 * A job posting of the client organization. It is not on the board that the freelancer searches.
 */
export interface JobPosting extends Job, PostingTerms {
  version: number;
  changedAt: number;
  filledAt: number | null;
  /** The freelancers who were invited. */
  invited: string[];
}

/** What the client writes. */
export type PostingContent = PostingTerms &
  Omit<
    Job,
    | 'id'
    | 'ciphertext'
    | 'number'
    | 'client'
    | 'createdAt'
    | 'publishedAt'
    | 'publishedText'
    | 'renewedAt'
    | 'state'
    | 'proposals'
    | 'applied'
  >;

/** The jobs on the board have lower numbers. */
const FIRST_POSTING = 20_000_000;
const DAY = 86_400_000;

const FIRST_POSTINGS: [PostingStatus, PostingAccess][] = [
  ['REQUESTED', 'PUBLIC_INDEX'],
  ['REQUESTED', 'PUBLIC_INDEX'],
  ['REQUESTED', 'ACCESS_PUBLIC'],
  ['REQUESTED', 'ACCESS_PRIVATE'],
  ['FILLED', 'PUBLIC_INDEX'],
  ['FILLED', 'ACCESS_PUBLIC'],
  ['CANCELLED', 'PUBLIC_INDEX'],
  ['DRAFT', 'PUBLIC_INDEX'],
];

const TERMS: PostingTerms = {
  status: 'REQUESTED',
  access: 'PUBLIC_INDEX',
  keepOpenOnHire: false,
  hideBudget: false,
  freelancerMilestonesAllowed: true,
  startDate: null,
  endDate: null,
  qualification: {
    contractorType: 'ALL',
    englishProficiency: 'ANY',
    hasPortfolio: false,
    risingTalent: false,
    jobSuccessScore: null,
    earnings: 'ANY',
  },
};

const [{ category, subcategory, occupation }] = TOPICS;

/** The defaults of a new posting. */
export const NEW_POSTING: PostingContent = {
  ...TERMS,
  title: '',
  description: '',
  contractType: 'HOURLY',
  experienceLevel: 'INTERMEDIATE',
  budget: null,
  hourlyMin: null,
  hourlyMax: null,
  currency: 'USD',
  duration: null,
  workload: 'NOT_SURE',
  category,
  subcategory,
  occupation,
  skills: [],
  freelancersToHire: 1,
  premium: false,
  preferredLocations: [],
  locationMandatory: false,
  coverLetterRequired: true,
  screeningQuestions: [],
  previousClient: false,
};

function fresh(changedAt: number) {
  return { version: 1, changedAt, filledAt: null, invited: [] };
}

/** The job postings of the client organization. */
export class JobPostings {
  readonly #seed: number;
  readonly #clock: Clock;
  readonly #client: Client;
  readonly #byId = new Map<string, JobPosting>();
  #invitations = 0;
  #removed = 0;

  constructor(seed: number, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.#client = { ...clientAt(seed, FIRST_POSTING), id: CLIENT.id, paymentVerified: true };
    const start = clock.now();
    for (const [index, [status, access]] of FIRST_POSTINGS.entries()) {
      const age = (index * 4 + 2) * DAY - randomFrom(seed, 'posting', index).whole(0, DAY);
      const number = this.#nextNumber;
      const content = { ...jobSeedAt(seed, number), applied: false, client: this.#client };
      const job = postJob(seed, number, content, start - age);
      const { publishedAt } = job;
      const filledAt = status === 'FILLED' ? publishedAt + 7 * DAY : null;
      this.#file({ ...job, ...TERMS, ...fresh(publishedAt), status, access, filledAt });
    }
  }

  get all(): JobPosting[] {
    return [...this.#byId.values()];
  }

  byId(id: string): JobPosting | undefined {
    return this.#byId.get(id);
  }

  create(content: PostingContent): JobPosting {
    const number = this.#nextNumber;
    const id = idFor('job', this.#seed, number);
    const now = this.#clock.now();
    return this.#file({
      ...content,
      ...fresh(now),
      id,
      ciphertext: `~02${id}`,
      number,
      client: this.#client,
      createdAt: now,
      publishedAt: now,
      renewedAt: null,
      publishedText: null,
      state: 'OPEN',
      proposals: 0,
      applied: false,
    });
  }

  update(posting: JobPosting, content: PostingContent): JobPosting {
    const now = this.#clock.now();
    const next = { ...posting, ...content, version: posting.version + 1, changedAt: now };
    next.filledAt = next.status === 'FILLED' ? (posting.filledAt ?? now) : null;
    return this.#file(next);
  }

  /** Upwork no longer knows it. */
  remove({ id }: JobPosting): void {
    this.#byId.delete(id);
    this.#removed += 1;
  }

  /** @returns the invitation's ID */
  invite(posting: JobPosting, freelancerId: string): string {
    const invited = [...posting.invited, freelancerId];
    this.#file({ ...posting, invited });
    this.#invitations += 1;
    return idFor('invitation', this.#seed, this.#invitations);
  }

  get #nextNumber(): number {
    return FIRST_POSTING + this.#byId.size + this.#removed;
  }

  #file(posting: JobPosting): JobPosting {
    this.#byId.set(posting.id, posting);
    return posting;
  }
}
