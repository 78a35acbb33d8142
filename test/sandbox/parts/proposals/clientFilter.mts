import type { Freelancer } from '../../world/freelancers.mts';
import type { Annotation, ReceivedProposal } from '../../world/receivedProposals.mts';

/**
 * ClientProposalFilter, without what the sandbox ignores: languages_any, occupationId, region_any.
 */
export interface ClientProposalFilter {
  status_eq?: string | null;
  annotations_eq?: Annotation | null;
  freelancerId_eq?: string | null;
  chargeRate_eq?: keyof typeof RATES | null;
  activityDays_eq?: keyof typeof ACTIVE_WITHIN | null;
  category_eq?: string | null;
  jobSuccessScore_eq?: keyof typeof JOB_SUCCESS | null;
  earnings_eq?: keyof typeof EARNINGS | null;
  billedHours_eq?: keyof typeof HOURS | null;
  applierType_eq?: 'FREELANCER' | 'AGENCY' | null;
  topRated_eq?: 'TOP_RATED' | 'NON_TOP_RATED' | 'HIPO' | 'TOP_RATED_PLUS' | null;
  englishLevel_eq?: 'ANY_LEVEL' | Freelancer['english'] | null;
  title_eq?: string | null;
  textQuery_eq?: string | null;
  country_any?: string[] | null;
}

type Range = [least: number, most: number];

function atLeast(least: number): Range {
  return [least, Infinity];
}

const RATES = {
  ANY_HOURLY_RATE: atLeast(0),
  DOLLOR_10_AND_BELOW: [0, 10],
  DOLLOR_10_TO_30: [10, 30],
  DOLLOR_30_TO_60: [30, 60],
  DOLLOR_60_AND_ABOVE: atLeast(60),
} satisfies Record<string, Range>;

const ACTIVE_WITHIN = {
  ANY_TIME: atLeast(0),
  WITHIN_2_WEEKS: [0, 14],
  WITHIN_1_MONTH: [0, 30],
  WITHIN_2_MONTHS: [0, 60],
} satisfies Record<string, Range>;

const JOB_SUCCESS = {
  ANY_JOB_SUCCESS: atLeast(0),
  PERCENTACE_80_AND_ABOVE: atLeast(80),
  PERCENTAGE_90_AND_ABOVE: atLeast(90),
} satisfies Record<string, Range>;

const EARNINGS = {
  ANY_AMOUNT_EARNED: atLeast(0),
  DOLLOR_1_PLUS_EARNED: atLeast(1),
  DOLLOR_100_PLUS_EARNED: atLeast(100),
  DOLLOR_1K_PLUS_EARNED: atLeast(1000),
  DOLLOR_10K_PLUS_EARNED: atLeast(10_000),
  NO_EARNINGS_YET: [0, 0],
} satisfies Record<string, Range>;

const HOURS = {
  ANY_HOURS: atLeast(0),
  ONE_PLUS_HOURS_BILLED: atLeast(1),
  HUNDRED_PLUS_HOURS_BILLED: atLeast(100),
  THOUSAND_PLUS_HOURS_BILLED: atLeast(1000),
} satisfies Record<string, Range>;

function isWithin(value: number, [least, most]: Range): boolean {
  return value >= least && value <= most;
}

function isRated({ rated }: Freelancer, rating: ClientProposalFilter['topRated_eq']): boolean {
  if (rating !== 'NON_TOP_RATED') return rated === rating;
  return rated !== 'TOP_RATED' && rated !== 'TOP_RATED_PLUS';
}

function contains(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}

/** Whether a proposal and its freelancer match the filter. */
export function clientProposalTest(
  filter: ClientProposalFilter,
): (proposal: ReceivedProposal) => boolean {
  const tests: ((proposal: ReceivedProposal) => boolean)[] = [];
  function when<T>(
    value: T | null | undefined,
    test: (value: T, freelancer: Freelancer, proposal: ReceivedProposal) => boolean,
  ): void {
    if (value === null || value === undefined) return;
    tests.push((proposal) => test(value, proposal.freelancer, proposal));
  }

  when(filter.status_eq, (status, _, proposal) => proposal.status === status);
  when(filter.annotations_eq, (name, _, { annotations }) => annotations.includes(name));
  when(filter.freelancerId_eq, (id, freelancer) => freelancer.id === id);
  when(filter.chargeRate_eq, (name, { rate }) => isWithin(rate, RATES[name]));
  when(filter.activityDays_eq, (name, { daysSinceActive }) =>
    isWithin(daysSinceActive, ACTIVE_WITHIN[name]),
  );
  when(filter.category_eq, (name, { category }) => category === name);
  when(filter.jobSuccessScore_eq, (name, { jobSuccess }) =>
    isWithin(jobSuccess ?? 0, JOB_SUCCESS[name]),
  );
  when(filter.earnings_eq, (name, { earned }) => isWithin(earned, EARNINGS[name]));
  when(filter.billedHours_eq, (name, { hoursBilled }) => isWithin(hoursBilled, HOURS[name]));
  when(
    filter.applierType_eq,
    (type, { organization }) => (organization.kind === 'agency') === (type === 'AGENCY'),
  );
  when(filter.topRated_eq, (rating, freelancer) => isRated(freelancer, rating));
  when(filter.englishLevel_eq, (level, { english }) => level === 'ANY_LEVEL' || english === level);
  when(filter.title_eq, (words, { title }) => contains(title, words));
  when(filter.textQuery_eq, (words, { name, title }, { coverLetter }) =>
    contains(`${name} ${title} ${coverLetter}`, words),
  );
  when(filter.country_any, (countries, { country }) => countries.includes(country));

  return (proposal) => tests.every((test) => test(proposal));
}
