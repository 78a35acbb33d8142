import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';
import { isSet } from './filter';
import type { JobFilter, Range } from './filter';

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
