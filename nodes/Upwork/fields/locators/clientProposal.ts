import type { INodeProperties } from 'n8n-workflow';

import { jobPostingLocator } from './jobPosting';
import { readJobId } from './job';
import type { Parameters } from '../parameters';

/** Choosing one proposal. */
export const proposalLocatorField: INodeProperties = {
  displayName: 'Proposal',
  name: 'proposalId',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  required: true,
  description: 'The proposal. The list shows those for the job posting that is chosen above.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a proposal…',
      typeOptions: { searchListMethod: 'searchClientProposals', searchable: true },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. 1234567890123456789',
      validation: [
        {
          type: 'regex',
          properties: { regex: '^\\d+$', errorMessage: 'Not a valid Upwork proposal ID' },
        },
      ],
    },
  ],
};

export function readProposalId(parameters: Parameters): string {
  const id = parameters.locator('proposalId');
  if (id === undefined) throw parameters.invalid('proposalId', 'is empty');
  if (!/^\d+$/.test(id)) {
    throw parameters.invalid(
      'proposalId',
      `is not a proposal's ID: "${id}"`,
      'Enter its digits, as Client Proposal: Get Many gives them.',
    );
  }
  return id;
}

/** Upwork: to change a proposal, the job posting that it is for has to be named too. */
export const targetFields: INodeProperties[] = [
  jobPostingLocator({ required: true, description: 'The job posting that the proposal is for' }),
  proposalLocatorField,
];

export interface Target {
  jobPostingId: string;
  proposalId: string;
}

export const readTarget = (parameters: Parameters): Target => ({
  jobPostingId: readJobId(parameters, 'jobPostingId'),
  proposalId: readProposalId(parameters),
});
