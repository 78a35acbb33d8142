import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';

const NUMERIC_ID = /^\d+$/;
const ID_IN_URL = /\/proposals\/(?:[a-z-]+\/)*(\d+)/;

/** Choosing one of the freelancer's own proposals. */
export const proposalLocatorField: INodeProperties = {
  displayName: 'Proposal',
  name: 'proposalId',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  required: true,
  description: 'The proposal to get',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a proposal…',
      typeOptions: { searchListMethod: 'searchProposals', searchable: true },
    },
    {
      displayName: 'By URL',
      name: 'url',
      type: 'string',
      placeholder: 'e.g. https://www.upwork.com/ab/proposals/1234567890123456789',
      validation: [
        {
          type: 'regex',
          properties: {
            regex: '^https?://(www\\.)?upwork\\.com/.*/proposals/([a-z-]+/)*\\d+.*$',
            errorMessage:
              "Not the address of a proposal: it should contain '/proposals/' and digits",
          },
        },
      ],
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. 1234567890123456789',
      validation: [
        {
          type: 'regex',
          properties: { regex: '^\\d+$', errorMessage: 'Not a valid proposal ID' },
        },
      ],
    },
  ],
};

/** The id of the chosen proposal. */
export function readProposalId(parameters: Parameters): string {
  const entered = parameters.locator('proposalId');
  if (entered === undefined) throw parameters.invalid('proposalId', 'is empty');
  const id = NUMERIC_ID.test(entered) ? entered : ID_IN_URL.exec(entered)?.[1];
  if (id !== undefined) return id;
  throw parameters.invalid(
    'proposalId',
    `is neither a proposal's ID nor its address: "${entered}"`,
    'Enter the digits of the ID, or an address such as https://www.upwork.com/ab/proposals/1234567890123456789.',
  );
}
