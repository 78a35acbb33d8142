import type { INodeProperties } from 'n8n-workflow';

import { EXPERIENCE_LEVELS, JOB_TYPES } from '../records/choices';
import { hasBound } from '../records/job.filter';
import type { JobFilter, Range } from '../records/job.filter';
import { choiceField, flagField, numberField } from './builders';
import type { Parameters } from './parameters';

/** Which jobs to find, for the search and for the trigger. */
export const jobFilterFields: INodeProperties[] = [
  {
    displayName: 'Search Query',
    name: 'query',
    type: 'string',
    default: '',
    placeholder: 'e.g. n8n AND (automation OR "api integration")',
    description: 'Words in the title, description or skills. You can use quotes, AND, OR and NOT.',
  },
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add Filter',
    default: {},
    options: [
      numberField(
        'Budget Maximum',
        'budgetMax',
        'Only fixed-price jobs with this budget or less',
        1000,
      ),
      numberField(
        'Budget Minimum',
        'budgetMin',
        'Only fixed-price jobs with this budget or more',
        100,
      ),
      {
        ...choiceField(
          'Experience Level',
          'experienceLevel',
          'Experience that the client asks for',
          EXPERIENCE_LEVELS,
        ),
        default: 'INTERMEDIATE',
      },
      numberField(
        'Hourly Rate Maximum',
        'hourlyRateMax',
        'Only hourly jobs whose range starts at this or less. Jobs without a rate are left out.',
        100,
      ),
      numberField(
        'Hourly Rate Minimum',
        'hourlyRateMin',
        'Only hourly jobs that pay at least this. Jobs without a rate are left out.',
        20,
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
      {
        ...numberField(
          'Posted Within Days',
          'postedWithinDays',
          'Only jobs posted within this many days',
          7,
        ),
        typeOptions: { minValue: 1 },
      },
    ],
  },
];

/** Reads the fields above. Throws if they contradict each other. */
export function readJobFilter(parameters: Parameters): JobFilter {
  const amount = (name: string) =>
    parameters.number(`filters.${name}`, { min: 0, fractions: true });
  const filter: JobFilter = {
    query: parameters.line('query'),
    jobType: parameters.choice('filters.jobType', JOB_TYPES),
    experienceLevel: parameters.choice('filters.experienceLevel', EXPERIENCE_LEVELS),
    budget: { min: amount('budgetMin'), max: amount('budgetMax') },
    hourlyRate: { min: amount('hourlyRateMin'), max: amount('hourlyRateMax') },
    paymentVerified: parameters.flag('filters.paymentVerified'),
    postedWithinDays: parameters.number('filters.postedWithinDays', { min: 1 }),
  };
  assertOrdered(parameters, filter.budget, 'filters.budgetMin', 'filters.budgetMax');
  assertOrdered(parameters, filter.hourlyRate, 'filters.hourlyRateMin', 'filters.hourlyRateMax');
  if (filter.jobType === 'HOURLY' && hasBound(filter.budget)) {
    throw parameters.invalid(
      'filters.jobType',
      'is Hourly, but only fixed-price jobs have a budget',
      'Remove the budget, or set the job type to Fixed Price.',
    );
  }
  if (filter.jobType === 'FIXED' && hasBound(filter.hourlyRate)) {
    throw parameters.invalid(
      'filters.jobType',
      'is Fixed Price, but only hourly jobs have a rate',
      'Remove the hourly rate, or set the job type to Hourly.',
    );
  }
  return filter;
}

function assertOrdered(parameters: Parameters, { min, max }: Range, low: string, high: string) {
  if (min !== undefined && max !== undefined && min > max) {
    throw parameters.invalid(
      low,
      `is ${min}, more than ${parameters.label(high)}, which is ${max}`,
    );
  }
}
