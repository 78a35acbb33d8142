import type { INodeProperties } from 'n8n-workflow';

import { EXPERIENCE_LEVELS, JOB_TYPES } from '../records/choices';
import { hasBound } from '../records/job.filter';
import type { JobFilter, Range } from '../records/job.filter';
import { choiceField, choicesField, flagField, numberField, textField } from './builders';
import type { Parameters } from './parameters';
import { readSearchQuery } from './searchQuery';

export const queryField: INodeProperties = {
  ...textField(
    'Search Query',
    'query',
    'Words in the title, description or skills. You can use quotes, AND, OR and NOT.',
  ),
  placeholder: 'e.g. n8n AND (automation OR "api integration")',
};

const FILTERS: INodeProperties[] = [
  numberField('Budget Minimum', 'budgetMin', 'Only fixed-price jobs with this budget or more', 100),
  numberField(
    'Budget Maximum',
    'budgetMax',
    'Only fixed-price jobs with this budget or less',
    1000,
  ),
  choicesField(
    'Experience Levels',
    'experienceLevels',
    'Only jobs that ask for one of these levels of experience',
    EXPERIENCE_LEVELS,
  ),
  numberField(
    'Hourly Rate Minimum',
    'hourlyRateMin',
    'Only hourly jobs that pay at least this. Jobs without a rate are left out.',
    20,
  ),
  numberField(
    'Hourly Rate Maximum',
    'hourlyRateMax',
    'Only hourly jobs whose rate starts at this or less. Jobs without a rate are left out.',
    100,
  ),
  {
    ...choiceField('Job Type', 'jobType', 'How the client pays', JOB_TYPES),
    default: 'HOURLY',
  },
  flagField(
    'Payment Verified Only',
    'paymentVerified',
    'Whether to return only jobs of clients with a verified payment method',
  ),
];

/** The age of the jobs: a trigger only finds new ones. */
export const postedWithinDaysField: INodeProperties = {
  ...numberField(
    'Posted Within Days',
    'postedWithinDays',
    'Only jobs posted within this many days',
    7,
  ),
  typeOptions: { minValue: 1 },
};

/** Which jobs to find, for the search and for the trigger, which have filters of their own. */
export const jobFiltersField = (...more: INodeProperties[]): INodeProperties => ({
  displayName: 'Filters',
  name: 'filters',
  type: 'collection',
  placeholder: 'Add Filter',
  default: {},
  options: [...FILTERS, ...more],
});

/** Reads the fields above. Throws if they contradict each other. */
export function readJobFilter(parameters: Parameters): JobFilter {
  const amount = (name: string) =>
    parameters.number(`filters.${name}`, { min: 0, fractions: true });
  const filter: JobFilter = {
    query: readSearchQuery(parameters),
    jobType: parameters.choice('filters.jobType', JOB_TYPES),
    experienceLevels: parameters.choices('filters.experienceLevels', EXPERIENCE_LEVELS),
    budget: { min: amount('budgetMin'), max: amount('budgetMax') },
    hourlyRate: { min: amount('hourlyRateMin'), max: amount('hourlyRateMax') },
    paymentVerified: parameters.flag('filters.paymentVerified'),
    postedWithinDays: parameters.number('filters.postedWithinDays', { min: 1 }),
  };
  assertOrdered(parameters, filter.budget, 'filters.budgetMin', 'filters.budgetMax');
  assertOrdered(parameters, filter.hourlyRate, 'filters.hourlyRateMin', 'filters.hourlyRateMax');
  if (filter.jobType === 'HOURLY' && hasBound(filter.budget)) {
    throw parameters.invalid(
      filter.budget.min === undefined ? 'filters.budgetMax' : 'filters.budgetMin',
      'only works with fixed-price jobs',
      `Remove it, or set ${parameters.label('filters.jobType')} to Fixed Price.`,
    );
  }
  if (filter.jobType === 'FIXED' && hasBound(filter.hourlyRate)) {
    throw parameters.invalid(
      filter.hourlyRate.min === undefined ? 'filters.hourlyRateMax' : 'filters.hourlyRateMin',
      'only works with hourly jobs',
      `Remove it, or set ${parameters.label('filters.jobType')} to Hourly.`,
    );
  }
  return filter;
}

function assertOrdered(parameters: Parameters, { min, max }: Range, low: string, high: string) {
  if (min !== undefined && max !== undefined && min > max) {
    throw parameters.invalid(
      low,
      `must not be more than ${parameters.label(high)} (${min} is more than ${max})`,
      'Swap the two, or remove one.',
    );
  }
}
