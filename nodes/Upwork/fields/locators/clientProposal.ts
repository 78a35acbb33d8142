import type { INodeProperties } from 'n8n-workflow';

import { locatorField } from '../builders';
import { ORGANIZATION_PATHS } from '../organization';
import type { Parameters } from '../parameters';
import { jobPostingLocatorField, readJobPostingId } from './job';
import { findNumericId, readLocator } from './locator';

/** Choosing a proposal that the client has received. */
export const clientProposalLocatorField: INodeProperties = locatorField(
  {
    displayName: 'Proposal',
    name: 'proposalId',
    required: true,
    description: 'The proposal. The list shows those for the job posting that is chosen above.',
  },
  {
    searchListMethod: 'searchClientProposals',
    dependsOn: [...ORGANIZATION_PATHS, 'jobPostingId.value'],
    id: {
      placeholder: 'e.g. 1234567890123456789',
      regex: '^\\d+$',
      errorMessage: 'Not a valid Upwork proposal ID',
    },
  },
);

export const readClientProposalId = (parameters: Parameters): string =>
  readLocator(parameters, 'proposalId', {
    find: findNumericId,
    problem: "is not a proposal's ID",
    advice: 'Enter the digits of the ID. Received Proposal: Get Many returns it.',
  });

/** Upwork: a change of a proposal has to name its job posting too. */
export const clientProposalTargetFields: INodeProperties[] = [
  jobPostingLocatorField({
    required: true,
    description: 'The job posting that the proposal is for',
  }),
  clientProposalLocatorField,
];

export const readClientProposalTarget = (parameters: Parameters) => ({
  jobPostingId: readJobPostingId(parameters),
  proposalId: readClientProposalId(parameters),
});
