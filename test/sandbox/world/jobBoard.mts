import type { Clock } from '../clock.mts';
import { randomFrom } from './random.mts';
import type { Client } from './clients.mts';
import { type Job, type JobSeed, jobSeedAt, type JobState, postJob } from './jobs.mts';

const DAY = 86_400_000;
/** The jobs that exist at the start are spread over this long. */
const HISTORY = 30 * DAY;
/** Jobs that a test adds are numbered from here, apart from those that appear automatically. */
const FIRST_ADDED = 10_000_000;

export interface JobBoardOptions {
  seed: number;
  /** How many jobs exist at the start. */
  jobs: number;
  /** Seconds between the jobs that appear automatically; 0 = none do. */
  jobInterval: number;
  clock: Clock;
}

/** Values that a test sets in a job. */
export type JobChanges = Partial<Omit<JobSeed, 'client'>> & { client?: Partial<Client> };

/**
 * A job with changes; fields that don't fit its contract type are cleared, missing ones are set.
 */
function changed(job: JobSeed, { client, ...changes }: JobChanges): JobSeed {
  const next = { ...job, ...changes, client: { ...job.client, ...client } };
  return next.contractType === 'FIXED'
    ? { ...next, budget: next.budget ?? 500, hourlyMin: null, hourlyMax: null, workload: null }
    : { ...next, budget: null, workload: next.workload ?? 'PART_TIME' };
}

/** Newest first; within a second, the greater ID first. */
function newestFirst(one: Job, other: Job): number {
  return other.publishedAt - one.publishedAt || (one.id < other.id ? 1 : -1);
}

/** All jobs of the sandbox. New ones keep appearing as its time passes. */
export class JobBoard {
  readonly #options: JobBoardOptions;
  readonly #start: number;
  readonly #byId = new Map<string, Job>();
  #sorted: Job[] | null = null;
  #appeared = 0;
  #added = 0;

  constructor(options: JobBoardOptions) {
    this.#options = options;
    this.#start = options.clock.now();
    for (let number = 0; number < options.jobs; number += 1) {
      this.#post(number, this.#start - this.#age(number));
    }
  }

  /** All jobs that have appeared, in any state. */
  newestFirst(): readonly Job[] {
    this.#catchUp();
    this.#sorted ??= [...this.#byId.values()].sort(newestFirst);
    return this.#sorted;
  }

  /** A job that is neither removed nor private. */
  byId(id: string): Job | undefined {
    const job = this.byIdInAnyState(id);
    return job?.state === 'REMOVED' || job?.state === 'PRIVATE' ? undefined : job;
  }

  /** A job in any state: its proposals remain after it was removed. */
  byIdInAnyState(id: string): Job | undefined {
    this.#catchUp();
    return this.#byId.get(id);
  }

  /** Posts a job that appears now, even if it was published in the past. */
  add(changes: JobChanges, publishedSecondsAgo: number): Job {
    const number = FIRST_ADDED + this.#added;
    this.#added += 1;
    return this.#post(number, this.#options.clock.now() - publishedSecondsAgo * 1000, changes);
  }

  /** The connected freelancer has applied for this job. */
  apply(job: Job): void {
    this.#file({ ...job, applied: true, proposals: job.proposals + 1 });
  }

  /** The client renews the job. */
  renew(job: Job): void {
    this.#file({ ...job, renewedAt: Math.floor(this.#options.clock.now() / 1000) * 1000 });
  }

  /** The search returns this as the time of the job's publication. */
  setPublishedText(job: Job, publishedText: string): void {
    this.#file({ ...job, publishedText });
  }

  setState(job: Job, state: JobState): void {
    this.#file({ ...job, state });
  }

  #catchUp(): void {
    const { clock, jobInterval, jobs } = this.#options;
    if (jobInterval === 0) return;
    const due = Math.floor((clock.now() - this.#start) / (jobInterval * 1000));
    while (this.#appeared < due) {
      this.#appeared += 1;
      const publishedAt = this.#start + this.#appeared * jobInterval * 1000;
      // Nobody can have applied before it appeared.
      this.#post(jobs + this.#appeared - 1, publishedAt, { applied: false });
    }
  }

  /** The age of a job at the start. Every tenth job has the same second as the one before it. */
  #age(number: number): number {
    const { seed, jobs } = this.#options;
    if (number % 10 === 9) return this.#age(number - 1);
    const step = HISTORY / jobs;
    const jitter = randomFrom(seed, 'age', number).whole(0, Math.floor(step * 0.8));
    return HISTORY - number * step - jitter;
  }

  #post(number: number, publishedAt: number, changes: JobChanges = {}): Job {
    const { seed } = this.#options;
    const job = postJob(seed, number, changed(jobSeedAt(seed, number), changes), publishedAt);
    return this.#file(job);
  }

  #file(job: Job): Job {
    this.#byId.set(job.id, job);
    this.#sorted = null;
    return job;
  }
}
