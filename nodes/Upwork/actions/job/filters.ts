import type { INodeProperties } from 'n8n-workflow';

import type { MarketplaceJobPostingsSearchFilter } from '../../graphql.generated';
import { upworkTime } from '../../output/dates';
import type { Job } from '../../output/job';
import type { Parameters } from '../parameters';

/** Which jobs the user wants; money is in whole units of the job's currency. */
export interface JobFilter {
  query?: string | undefined;
  jobType?: 'HOURLY' | 'FIXED' | undefined;
  experienceLevel?: 'ENTRY_LEVEL' | 'INTERMEDIATE' | 'EXPERT' | undefined;
  budget: Range;
  hourlyRate: Range;
  paymentVerified: boolean;
  postedWithinDays?: number | undefined;
}

interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The fields that say which jobs are wanted, for the search and for the trigger. */
export const jobFilterFields: INodeProperties[] = [
  {
    displayName: 'Search Query',
    name: 'query',
    type: 'string',
    default: '',
    placeholder: 'e.g. n8n AND (automation OR "api integration")',
    description:
      'Words to look for in title, description and skills. Upwork understands quotes, AND, OR and NOT.',
  },
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add Filter',
    default: {},
    options: [
      {
        displayName: 'Budget Maximum',
        name: 'budgetMax',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 1000,
        description: 'Highest budget of fixed-price jobs. Hourly jobs have none.',
      },
      {
        displayName: 'Budget Minimum',
        name: 'budgetMin',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 100,
        description: 'Lowest budget of fixed-price jobs. Hourly jobs have none.',
      },
      {
        displayName: 'Experience Level',
        name: 'experienceLevel',
        type: 'options',
        options: [
          { name: 'Entry', value: 'ENTRY_LEVEL' },
          { name: 'Expert', value: 'EXPERT' },
          { name: 'Intermediate', value: 'INTERMEDIATE' },
        ],
        default: 'INTERMEDIATE',
        description: 'The experience that the client asks for',
      },
      {
        displayName: 'Hourly Rate Maximum',
        name: 'hourlyRateMax',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 100,
        description:
          "Finds hourly jobs whose range begins at or below this. Jobs without a rate don't match.",
      },
      {
        displayName: 'Hourly Rate Minimum',
        name: 'hourlyRateMin',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 20,
        description:
          "Finds hourly jobs whose range reaches this or more. Jobs without a rate don't match.",
      },
      {
        displayName: 'Job Type',
        name: 'jobType',
        type: 'options',
        options: [
          { name: 'Fixed Price', value: 'FIXED' },
          { name: 'Hourly', value: 'HOURLY' },
        ],
        default: 'HOURLY',
        description: 'How the client pays',
      },
      {
        displayName: 'Payment Verified Only',
        name: 'paymentVerified',
        type: 'boolean',
        default: true,
        description: 'Whether to find only jobs of clients with a verified payment method',
      },
      {
        displayName: 'Posted Within Days',
        name: 'postedWithinDays',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 7,
        description: 'How many days ago, at most, the job was posted',
      },
    ],
  },
];

/** Reads the fields above; refuses values that contradict each other. */
export function readJobFilter(parameters: Parameters): JobFilter {
  const amount = (name: string) =>
    parameters.number(`filters.${name}`, { min: 0, fractions: true });
  const filter: JobFilter = {
    query: parameters.text('query'),
    jobType: parameters.option('filters.jobType', ['HOURLY', 'FIXED']),
    experienceLevel: parameters.option('filters.experienceLevel', [
      'ENTRY_LEVEL',
      'INTERMEDIATE',
      'EXPERT',
    ]),
    budget: { min: amount('budgetMin'), max: amount('budgetMax') },
    hourlyRate: { min: amount('hourlyRateMin'), max: amount('hourlyRateMax') },
    paymentVerified: parameters.flag('filters.paymentVerified'),
    postedWithinDays: parameters.number('filters.postedWithinDays', { min: 1 }),
  };
  refuseInverted(parameters, filter.budget, 'filters.budgetMin', 'filters.budgetMax');
  refuseInverted(parameters, filter.hourlyRate, 'filters.hourlyRateMin', 'filters.hourlyRateMax');
  if (filter.jobType === 'HOURLY' && isSet(filter.budget)) {
    throw parameters.invalid(
      'filters.jobType',
      'is Hourly, but a budget only fixed-price jobs have',
    );
  }
  if (filter.jobType === 'FIXED' && isSet(filter.hourlyRate)) {
    throw parameters.invalid('filters.jobType', 'is Fixed Price, but a rate only hourly jobs have');
  }
  return filter;
}

function refuseInverted(parameters: Parameters, { min, max }: Range, low: string, high: string) {
  if (min !== undefined && max !== undefined && min > max) {
    throw parameters.invalid(low, `is ${min}, above "${high}", which is ${max}`);
  }
}

/** Whether anything narrows the search. */
export function isNarrowed(filter: JobFilter): boolean {
  const { query, jobType, experienceLevel, budget, hourlyRate, paymentVerified } = filter;
  return (
    [query, jobType, experienceLevel, filter.postedWithinDays].some((v) => v !== undefined) ||
    isSet(budget) ||
    isSet(hourlyRate) ||
    paymentVerified
  );
}

/**
 * The filter in Upwork's words. Upwork: a budget range lets hourly jobs through and an hourly range
 * fixed-price ones, so where only one of them is wanted, the job type says so.
 */
export function toSearchFilter(filter: JobFilter): MarketplaceJobPostingsSearchFilter {
  const { query, experienceLevel, budget, hourlyRate, paymentVerified, postedWithinDays } = filter;
  const jobType = filter.jobType ?? impliedType(filter);
  return {
    ...(query !== undefined && { searchExpression_eq: query }),
    ...(jobType !== undefined && { jobType_eq: jobType }),
    ...(experienceLevel !== undefined && { experienceLevel_eq: experienceLevel }),
    ...(isSet(budget) && { budgetRange_eq: wholeRange(budget) }),
    ...(isSet(hourlyRate) && { hourlyRate_eq: wholeRange(hourlyRate) }),
    ...(paymentVerified && { verifiedPaymentOnly_eq: true }),
    ...(postedWithinDays !== undefined && { daysPosted_eq: postedWithinDays }),
  };
}

/** Whether a job really is what the filter asks for: Upwork sometimes ignores parts of it. */
export function fits(job: Job, filter: JobFilter, now: number): boolean {
  const { budget, hourlyRate, experienceLevel, paymentVerified, postedWithinDays } = filter;
  const jobType = filter.jobType ?? impliedType(filter);
  if (jobType && job.type && job.type !== jobType.toLowerCase()) return false;
  if (experienceLevel && job.experienceLevel && job.experienceLevel !== experienceLevel) {
    return false;
  }
  if (paymentVerified && job.client.paymentVerified === false) return false;
  if (job.type === 'fixed' && isSet(budget) && !overlaps(budget, job.budget, job.budget)) {
    return false;
  }
  if (
    job.type === 'hourly' &&
    isSet(hourlyRate) &&
    !overlaps(hourlyRate, job.hourlyRateMin, job.hourlyRateMax)
  ) {
    return false;
  }
  return !(
    postedWithinDays &&
    job.postedAt &&
    now - upworkTime(job.postedAt) > postedWithinDays * DAY_MS
  );
}

function impliedType({ budget, hourlyRate }: JobFilter): JobFilter['jobType'] {
  if (isSet(budget) === isSet(hourlyRate)) return undefined;
  return isSet(budget) ? 'FIXED' : 'HOURLY';
}

function isSet({ min, max }: Range): boolean {
  return min !== undefined || max !== undefined;
}

/** Upwork takes whole numbers; the widened range is narrowed again by `fits`. */
function wholeRange({ min, max }: Range) {
  return {
    ...(min !== undefined && { rangeStart: Math.floor(min) }),
    ...(max !== undefined && { rangeEnd: Math.ceil(max) }),
  };
}

function overlaps({ min, max }: Range, low: number | null, high: number | null): boolean {
  const from = low ?? high;
  const to = high ?? low;
  if (from === null || to === null) return false;
  return (max === undefined || from <= max) && (min === undefined || to >= min);
}
