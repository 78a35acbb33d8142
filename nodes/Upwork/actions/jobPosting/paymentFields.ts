import type { INodeProperties } from 'n8n-workflow';

import type { ContractType, JobPostingRequestInfo, JobPostType } from '../../api';
import { choiceField, numberField } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { JOB_TYPES } from '../../records/choices';

/** Upwork: requests and postings use different values for the same type. */
const POST_TYPES: Record<ContractType, JobPostType> = { FIXED: 'FIXED_PRICE', HOURLY: 'HOURLY' };

export const jobTypeField: INodeProperties = {
  ...choiceField('Job Type', 'jobType', 'How you pay for the work', JOB_TYPES),
  default: 'HOURLY',
};
export const budgetField = numberField(
  'Budget',
  'budget',
  "For the whole job, in the currency of your account. Leave at 0 if you don't want to name one.",
  0,
);
export const rateFields: INodeProperties[] = [
  numberField(
    'Hourly Rate Minimum',
    'hourlyRateMin',
    "Lowest hourly rate. Leave at 0 if you don't want to name one.",
    0,
  ),
  numberField(
    'Hourly Rate Maximum',
    'hourlyRateMax',
    "Highest hourly rate. Leave at 0 if you don't want to name one.",
    0,
  ),
];

/**
 * Reads the fields above. Upwork: amounts are text, and an amount that doesn't fit the job type is
 * ignored. It is an error here.
 */
export function readPayment(parameters: Parameters, path: string): JobPostingRequestInfo {
  const paths = {
    budget: `${path}budget`,
    min: `${path}hourlyRateMin`,
    max: `${path}hourlyRateMax`,
  };
  const amount = (name: string) =>
    parameters.number(name, { min: 0, fractions: true }) || undefined;
  const jobType = parameters.choice(`${path}jobType`, JOB_TYPES);
  const [budget, min, max] = [paths.budget, paths.min, paths.max].map(amount);
  if (jobType === 'HOURLY' && budget !== undefined) {
    throw parameters.invalid(
      paths.budget,
      'only works with fixed-price jobs',
      `Remove it, or set ${parameters.label(`${path}jobType`)} to Fixed Price.`,
    );
  }
  if (jobType === 'FIXED' && (min ?? max) !== undefined) {
    throw parameters.invalid(
      min === undefined ? paths.max : paths.min,
      'only works with hourly jobs',
      `Remove it, or set ${parameters.label(`${path}jobType`)} to Hourly.`,
    );
  }
  if (min !== undefined && max !== undefined && min > max) {
    throw parameters.invalid(
      paths.min,
      `must not be more than ${parameters.label(paths.max)} (${min} is more than ${max})`,
      'Swap the two, or remove one.',
    );
  }
  const hasRate = min !== undefined || max !== undefined;
  return {
    ...omitUndefined({
      type: jobType && POST_TYPES[jobType],
      amount: budget?.toString(),
      hourlyBudgetMin: min?.toString(),
      hourlyBudgetMax: max?.toString(),
      hourlyBudgetType: hasRate ? ('MANUAL' as const) : undefined,
    }),
  };
}
