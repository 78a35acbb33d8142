import { query } from '../../api';
import {
  clientProposalLocatorField,
  readClientProposalId,
} from '../../fields/locators/clientProposal';
import { jobPostingLocatorField } from '../../fields/locators/job';
import { outputOf, simplifyField } from '../../fields/simplify';
import { CLIENT_PROPOSAL_FIELDS, toClientProposal } from '../../records/clientProposal';
import type { Operation } from '../operation';

const document = query(
  'ClientProposalGet',
  /* GraphQL */ `
    query ClientProposalGet($id: ID!) {
      clientProposal(id: $id) {
        ...ClientProposalFields
      }
    }
    ${CLIENT_PROPOSAL_FIELDS}
  `,
  {
    batch: true,
    example: (first) => ({ id: first('ClientProposal.id') }),
  },
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get a received proposal',
  description: 'Get a received proposal',
  output: 'clientProposal',
  permissions: ['Client Proposals – Read and Write'],
  fields: [
    jobPostingLocatorField({
      description: 'Only needed to choose the proposal from the list below',
    }),
    clientProposalLocatorField,
    simplifyField,
  ],

  async execute(client, parameters) {
    const id = readClientProposalId(parameters);
    const { clientProposal: proposal } = await client.send(document, { id });
    if (!proposal) {
      throw parameters.notFound('proposal', id);
    }
    return [outputOf(parameters, toClientProposal())(proposal)];
  },
};
