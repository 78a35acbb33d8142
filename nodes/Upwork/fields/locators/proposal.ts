import type { INodeProperties } from 'n8n-workflow';

import { locatorField } from '../builders';
import { ORGANIZATION_PATHS } from '../organization';
import type { Parameters } from '../parameters';
import { findIds, readLocator } from './locator';

const ID_IN_URL = /\/proposals\/(?:[a-z-]+\/)*(\d+)\b/g;

/** Choosing one of the freelancer's own proposals. */
export const proposalLocatorField: INodeProperties = locatorField(
  {
    displayName: 'Proposal',
    name: 'proposalId',
    required: true,
    description: 'The proposal to get',
  },
  {
    searchListMethod: 'searchProposals',
    dependsOn: ORGANIZATION_PATHS,
    url: {
      placeholder: 'e.g. https://www.upwork.com/ab/proposals/1234567890123456789',
      regex: '^https?://(www\\.)?upwork\\.com/.*/proposals/([a-z-]+/)*\\d+.*$',
      errorMessage: "Not the URL of a proposal: it should contain '/proposals/' and digits",
    },
    id: {
      placeholder: 'e.g. 1234567890123456789',
      regex: '^\\d+$',
      errorMessage: 'Not a valid proposal ID',
    },
  },
);

export const readProposalId = (parameters: Parameters): string =>
  readLocator(parameters, 'proposalId', {
    find: (entered) => findIds(entered, ID_IN_URL),
    problem: "is not a proposal's ID or URL",
    advice:
      'Enter the digits of the ID, or a URL such as https://www.upwork.com/ab/proposals/1234567890123456789.',
  });
