import type { ContractType, ExperienceLevel, MarketplaceJobPostingsSearchFilter } from '../api';
import { upworkTime } from './dates';
import type { JobTerms } from './job';

/** Which jobs to find; money is in whole units of the job's currency. */
export interface JobFilter {
  query?: string | undefined;
  jobType?: ContractType | undefined;
  /** Jobs of any of these levels. */
  experienceLevels?: ExperienceLevel[] | undefined;
  budget: Range;
  hourlyRate: Range;
  paymentVerified: boolean;
  postedWithinDays?: number | undefined;
}

export interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Whether anything narrows the search. Upwork: a budget and an hourly rate may have no effect on it. */
export function isNarrowed(filter: JobFilter): boolean {
  return Object.keys(toSearchFilter({ ...filter, budget: {}, hourlyRate: {} })).length > 0;
}

/**
 * The filter in the form that Upwork's search accepts. Upwork: a budget range lets hourly jobs through and an
 * hourly range fixed-price ones, so if only one of them is set, the job type is set to match.
 */
export function toSearchFilter(filter: JobFilter): MarketplaceJobPostingsSearchFilter {
  const { query, experienceLevels = [], budget, hourlyRate } = filter;
  const { paymentVerified, postedWithinDays } = filter;
  const [experienceLevel, anotherLevel] = experienceLevels;
  const jobType = filter.jobType ?? impliedType(filter);
  return {
    ...(query !== undefined && { searchExpression_eq: query }),
    ...(jobType !== undefined && { jobType_eq: jobType }),
    // Upwork's filter takes one level; `matchesFilter` checks several.
    ...(experienceLevel !== undefined &&
      anotherLevel === undefined && { experienceLevel_eq: experienceLevel }),
    ...(hasBound(budget) && { budgetRange_eq: toIntRange(budget) }),
    ...(hasBound(hourlyRate) && { hourlyRate_eq: toIntRange(hourlyRate) }),
    ...(paymentVerified && { verifiedPaymentOnly_eq: true }),
    ...(postedWithinDays !== undefined && { daysPosted_eq: postedWithinDays }),
  };
}

/** Whether a job matches the filter, which Upwork ignores in part. */
export function matchesFilter(job: JobTerms, filter: JobFilter, now: number): boolean {
  const { budget, hourlyRate, experienceLevels, paymentVerified, postedWithinDays } = filter;
  const jobType = filter.jobType ?? impliedType(filter);
  if (jobType && job.type && job.type !== jobType) return false;
  if (!includesLevel(experienceLevels, job.experienceLevel)) return false;
  if (paymentVerified && job.paymentVerified === false) return false;
  if (job.type === 'FIXED' && hasBound(budget) && !overlaps(budget, job.budget, job.budget)) {
    return false;
  }
  if (
    job.type === 'HOURLY' &&
    hasBound(hourlyRate) &&
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

const includesLevel = (levels: readonly string[] | undefined, level: string | null): boolean =>
  !levels || level === null || levels.includes(level);

function impliedType({ budget, hourlyRate }: JobFilter): JobFilter['jobType'] {
  if (hasBound(budget) === hasBound(hourlyRate)) return undefined;
  return hasBound(budget) ? 'FIXED' : 'HOURLY';
}

/** Whether a range has a bound. */
export function hasBound({ min, max }: Range): boolean {
  return min !== undefined || max !== undefined;
}

/** Upwork takes whole numbers; the widened range is narrowed again by `matchesFilter`. */
function toIntRange({ min, max }: Range) {
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
