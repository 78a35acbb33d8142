import type { Job, JobSeed } from '../../world/jobs.mts';
import type { JobsOptions } from './options.mts';
import { parseExpression, says, searchableText } from './expression.mts';

interface Range {
  rangeStart?: number | null;
  rangeEnd?: number | null;
}

interface SearchTerm {
  andTerms_all?: string[] | null;
  orTerms_any?: string[] | null;
  exactTerms_any?: string[] | null;
  excludeTerms_any?: string[] | null;
}

/**
 * MarketplaceJobPostingsSearchFilter, without what the sandbox ignores: area_eq, preserveFacet_eq,
 * ptcIds_any, ptcOnly_eq, userLocationMatch_eq, visitorCountry_eq.
 */
export interface JobFilter {
  searchExpression_eq?: string | null;
  skillExpression_eq?: string | null;
  titleExpression_eq?: string | null;
  searchTerm_eq?: SearchTerm | null;
  categoryIds_any?: string[] | null;
  subcategoryIds_any?: string[] | null;
  occupationIds_any?: string[] | null;
  ontologySkillIds_all?: string[] | null;
  jobType_eq?: JobSeed['contractType'] | null;
  workload_eq?: JobSeed['workload'];
  duration_any?: JobSeed['duration'][] | null;
  experienceLevel_eq?: JobSeed['experienceLevel'];
  budgetRange_eq?: Range | null;
  hourlyRate_eq?: Range | null;
  clientHiresRange_eq?: Range | null;
  proposalRange_eq?: Range | null;
  verifiedPaymentOnly_eq?: boolean | null;
  previousClients_eq?: boolean | null;
  enterpriseOnly_eq?: boolean | null;
  locations_any?: string[] | null;
  timezone_eq?: string | null;
  daysPosted_eq?: number | null;
}

type JobTest = (job: Job) => boolean;

const DAY = 86_400_000;

function overlaps(least: number, most: number, { rangeStart, rangeEnd }: Range): boolean {
  return most >= (rangeStart ?? -Infinity) && least <= (rangeEnd ?? Infinity);
}

function inRange(value: number, range: Range): boolean {
  return overlaps(value, value, range);
}

function hourlyRateFits({ hourlyMin, hourlyMax }: Job, range: Range): boolean {
  if (hourlyMin === null && hourlyMax === null) return false;
  return overlaps(hourlyMin ?? 0, hourlyMax ?? Infinity, range);
}

function termTest(term: SearchTerm): JobTest {
  const all = (term.andTerms_all ?? []).map((word) => says(word));
  const any = (term.orTerms_any ?? []).map((word) => says(word));
  const exact = (term.exactTerms_any ?? []).map((phrase) => says(phrase));
  const none = (term.excludeTerms_any ?? []).map((word) => says(word));
  return (job) => {
    const text = searchableText(job);
    return (
      all.every((test) => test(text)) &&
      (any.length === 0 || any.some((test) => test(text))) &&
      (exact.length === 0 || exact.some((test) => test(text))) &&
      !none.some((test) => test(text))
    );
  };
}

/**
 * Which jobs a filter lets through, with Upwork's holes: a budget lets every hourly job through, an hourly
 * rate and a workload every fixed-price one, if they have an effect at all.
 */
export function jobTest(
  filter: JobFilter,
  now: number,
  { documentedFilters }: Pick<JobsOptions, 'documentedFilters'>,
): JobTest {
  const tests: JobTest[] = [];

  function when<T>(value: T | null | undefined, test: (value: T) => JobTest): void {
    if (value !== null && value !== undefined) tests.push(test(value));
  }

  when(filter.searchExpression_eq, (expression) => {
    const test = parseExpression(expression);
    return (job) => test(searchableText(job));
  });
  when(filter.titleExpression_eq, (expression) => {
    const test = parseExpression(expression, ['title']);
    return (job) => test(searchableText(job));
  });
  when(filter.skillExpression_eq, (expression) => {
    const test = parseExpression(expression, ['skills']);
    return (job) => test(searchableText(job));
  });
  when(filter.searchTerm_eq, termTest);
  // A name instead of an ID is not an error for Upwork: it finds nothing.
  when(filter.categoryIds_any, (ids) => (job) => ids.includes(job.category.id));
  when(filter.subcategoryIds_any, (ids) => (job) => ids.includes(job.subcategory.id));
  when(filter.occupationIds_any, (ids) => (job) => ids.includes(job.occupation.id));
  when(
    filter.ontologySkillIds_all,
    (ids) => (job) => ids.every((id) => job.skills.some((skill) => skill.id === id)),
  );
  when(filter.jobType_eq, (type) => (job) => job.contractType === type);
  when(
    filter.workload_eq,
    (workload) => (job) =>
      documentedFilters && (job.contractType === 'FIXED' || job.workload === workload),
  );
  when(filter.duration_any, (durations) => (job) => durations.includes(job.duration));
  when(filter.experienceLevel_eq, (level) => (job) => job.experienceLevel === level);
  if (documentedFilters) {
    when(
      filter.budgetRange_eq,
      (range) => (job) => job.contractType === 'HOURLY' || inRange(job.budget ?? 0, range),
    );
    when(
      filter.hourlyRate_eq,
      (range) => (job) => job.contractType === 'FIXED' || hourlyRateFits(job, range),
    );
  }
  when(filter.clientHiresRange_eq, (range) => (job) => inRange(job.client.totalHires, range));
  when(filter.proposalRange_eq, (range) => (job) => inRange(job.proposals, range));
  when(filter.verifiedPaymentOnly_eq, (only) => (job) => !only || job.client.paymentVerified);
  when(filter.previousClients_eq, (only) => (job) => !only || job.previousClient);
  when(filter.enterpriseOnly_eq, (only) => (job) => !only || job.client.enterprise);
  when(filter.locations_any, (countries) => {
    const allowed = new Set(countries.map((country) => country.toLowerCase()));
    return (job) => allowed.has(job.client.country.toLowerCase());
  });
  when(filter.timezone_eq, (timezone) => (job) => job.client.timezone === timezone);
  when(filter.daysPosted_eq, (days) => (job) => job.publishedAt >= now - days * DAY);

  return (job) => tests.every((test) => test(job));
}
