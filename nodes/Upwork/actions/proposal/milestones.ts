import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../fields/parameters';

export const milestonesField: INodeProperties = {
  displayName: 'Milestones',
  name: 'milestones',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true, sortable: true },
  placeholder: 'Add Milestone',
  default: {},
  description:
    'Of a fixed-price job, if you want to be paid in parts. They must add up to the price.',
  options: [
    {
      displayName: 'Milestone',
      name: 'milestone',
      values: [
        {
          displayName: 'Amount',
          name: 'amount',
          type: 'number',
          typeOptions: { minValue: 0, numberPrecision: 2 },
          default: 0,
        },
        {
          displayName: 'Description',
          name: 'description',
          type: 'string',
          default: '',
        },
        {
          displayName: 'Due Date',
          name: 'dueDate',
          type: 'dateTime',
          default: '',
          description: 'The day counts, in the time zone of the workflow',
        },
      ],
    },
  ],
};

export interface Milestone {
  amount: number;
  description: string;
  /** As yyyy-mm-dd. */
  dueDate?: string;
}

export function readMilestones(parameters: Parameters): Milestone[] {
  return parameters.collection('milestones.milestone').map((_, place) => {
    const name = (field: string): string => `milestones.milestone[${place}].${field}`;
    const description = parameters.text(name('description'));
    const amount = parameters.number(name('amount'), { min: 0.01, fractions: true });
    if (description === undefined) throw parameters.invalid(name('description'), 'is empty');
    if (amount === undefined) throw parameters.invalid(name('amount'), 'is empty');
    const dueDate = parameters.day(name('dueDate'));
    return { amount, description, ...(dueDate !== undefined && { dueDate }) };
  });
}

/** Whether the parts are the whole, to the cent. */
export function sumEquals(amount: number, milestones: readonly Milestone[]): boolean {
  const sum = milestones.reduce((total, milestone) => total + milestone.amount, 0);
  return Math.round(sum * 100) === Math.round(amount * 100);
}
