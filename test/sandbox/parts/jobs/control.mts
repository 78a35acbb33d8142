import { action, checkCount, ControlError } from '../../action.mts';
import {
  either,
  isBoolean,
  isListOf,
  isNull,
  isNumber,
  isOneOf,
  isRecord,
  isString,
} from '../../guards.mts';
import type { Client } from '../../world/clients.mts';
import type { JobBoard, JobChanges } from '../../world/jobBoard.mts';
import { JOB_STATES, type Job, type JobSeed, type JobState } from '../../world/jobs.mts';
import { dateText } from '../dates.mts';

export interface AddJobs {
  /** Default: 1. */
  count?: number;
  /** The content of the jobs; the sandbox makes up the rest. */
  job?: JobChanges;
  /** Default: 0. How long ago the job was published. It appears in the search only now. */
  publishedSecondsAgo?: number;
}

export interface AddedJob {
  id: string;
  ciphertext: string;
  title: string;
  publishedDateTime: string;
}

export interface SetJobState {
  id: string;
  /** The search only returns open jobs; removed and private ones can't be read by ID either. */
  state: JobState;
}

export interface SetPublishedText {
  id: string;
  publishedText: string;
}

/** The control actions for jobs. */
export interface JobsControl {
  /** Posts new jobs, visible from now on. */
  addJobs(input?: AddJobs): AddedJob[];
  /**
   * The search returns this as the time of the job's publication, such as `""`. Upwork's schema says that there
   * is always one.
   */
  setPublishedText(input: SetPublishedText): void;
  /** The client renews a job, which keeps its ID and the time of its publication. */
  renewJob(input: { id: string }): void;
  /** The client closes or removes a job, makes it private, or opens it again. */
  setJobState(input: SetJobState): void;
}

const isText = either(isString, isNull);
const isAmount = either(isNumber, isNull);
const isNames = isListOf(isString);

const isClientChanges = isRecord<object, Client>(
  {},
  {
    id: isString,
    country: isString,
    countryCode: isString,
    city: isString,
    state: isText,
    timezone: isString,
    offsetToUTC: isString,
    paymentVerified: isBoolean,
    totalHires: isNumber,
    totalPostedJobs: isNumber,
    totalSpent: isNumber,
    totalReviews: isNumber,
    rating: isNumber,
    enterprise: isBoolean,
  },
);

const isJobChanges = isRecord<object, Omit<JobSeed, 'client'> & { client: Partial<Client> }>(
  {},
  {
    title: isString,
    description: isString,
    contractType: isOneOf('HOURLY', 'FIXED'),
    experienceLevel: either(isOneOf('ENTRY_LEVEL', 'INTERMEDIATE', 'EXPERT'), isNull),
    budget: isAmount,
    hourlyMin: isAmount,
    hourlyMax: isAmount,
    currency: isString,
    duration: either(isOneOf('WEEK', 'MONTH', 'QUARTER', 'SEMESTER', 'ONGOING'), isNull),
    workload: either(isOneOf('FULL_TIME', 'PART_TIME', 'AS_NEEDED', 'NOT_SURE'), isNull),
    category: isString,
    subcategory: isString,
    occupation: isString,
    skills: isNames,
    freelancersToHire: isNumber,
    proposals: isNumber,
    applied: isBoolean,
    premium: isBoolean,
    preferredLocations: isNames,
    locationMandatory: isBoolean,
    coverLetterRequired: isBoolean,
    screeningQuestions: isNames,
    previousClient: isBoolean,
    client: isClientChanges,
  },
);

const isAddJobs = isRecord<object, Required<AddJobs>>(
  {},
  { count: isNumber, job: isJobChanges, publishedSecondsAgo: isNumber },
);

const isRenewJob = isRecord<{ id: string }, object>({ id: isString }, {});

const isSetPublishedText = isRecord<SetPublishedText, object>(
  { id: isString, publishedText: isString },
  {},
);

const isSetJobState = isRecord<SetJobState, object>(
  { id: isString, state: isOneOf(...JOB_STATES) },
  {},
);

export function jobsControl(board: JobBoard) {
  function addJobs({ count = 1, job = {}, publishedSecondsAgo = 0 }: AddJobs = {}): AddedJob[] {
    checkCount('addJobs', count);
    return Array.from({ length: count }, () => board.add(job, publishedSecondsAgo)).map(
      ({ id, ciphertext, title, publishedAt }) => ({
        id,
        ciphertext,
        title,
        publishedDateTime: dateText(publishedAt),
      }),
    );
  }

  function jobFor(name: string, id: string): Job {
    const job = board.byIdInAnyState(id);
    if (!job) throw new ControlError(`${name}: there is no job "${id}"`);
    return job;
  }

  return {
    addJobs: action(isAddJobs, addJobs),
    setPublishedText: action(isSetPublishedText, ({ id, publishedText }: SetPublishedText) => {
      board.setPublishedText(jobFor('setPublishedText', id), publishedText);
    }),
    renewJob: action(isRenewJob, ({ id }: { id: string }) => {
      board.renew(jobFor('renewJob', id));
    }),
    setJobState: action(isSetJobState, ({ id, state }: SetJobState) => {
      board.setState(jobFor('setJobState', id), state);
    }),
  };
}
