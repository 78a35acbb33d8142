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
    'For a fixed-price job, if you want to be paid in parts. They must add up to your bid.',
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
          default: '',
          placeholder: 'e.g. 250.00',
          description: 'Part of your bid that is paid for this milestone',
        },
        {
          displayName: 'Description',
          name: 'description',
          type: 'string',
          default: '',
          placeholder: 'e.g. A first draft',
          description: 'What you deliver',
        },
        {
          displayName: 'Due Date',
          name: 'dueDate',
          type: 'dateTime',
          typeOptions: { dateOnly: true },
          default: '',
          description: 'Day by which you deliver it',
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
  return parameters.entries('milestones.milestone').map((entry) => {
    const description = entry.text('description');
    const amount = entry.number('amount', { min: 0.01, fractions: true });
    if (description === undefined)
      throw entry.invalid('description', 'is empty', 'Say what this milestone is.');
    if (amount === undefined)
      throw entry.invalid('amount', 'is empty', 'Enter the price of this milestone.');
    const dueDate = entry.day('dueDate');
    return { amount, description, ...(dueDate !== undefined && { dueDate }) };
  });
}

/** Whether the milestones add up to the amount, to the cent. */
export function sumEquals(amount: number, milestones: readonly Milestone[]): boolean {
  const sum = milestones.reduce((total, milestone) => total + milestone.amount, 0);
  return Math.round(sum * 100) === Math.round(amount * 100);
}
