import { query } from '../../api';
import { proposalLocatorField, readProposalId } from '../../fields/locators/proposal';
import { outputOf, simplifyField } from '../../fields/simplify';
import { PROPOSAL_FIELDS, toProposal } from '../../records/proposal';
import type { Operation } from '../operation';

const document = query(
  'ProposalGet',
  /* GraphQL */ `
    query ProposalGet($id: ID!) {
      vendorProposal(id: $id) {
        ...ProposalFields
      }
    }
    ${PROPOSAL_FIELDS}
  `,
  {
    batch: true,
    example: (first) => ({ id: first('VendorProposal.id') }),
  },
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get one of your own proposals',
  description: 'Get one of your own proposals',
  output: 'proposal',
  permissions: ['Own proposals (name not known)'],
  fields: [proposalLocatorField, simplifyField],

  async execute(client, parameters) {
    const id = readProposalId(parameters);
    const { vendorProposal: proposal } = await client.send(document, { id });
    if (!proposal) {
      throw parameters.invalid(
        'proposalId',
        `names the proposal ${id}, which Upwork can't find`,
        "Upwork finds only proposals of the organization in use: for your agency's, choose the agency as Organization.",
      );
    }
    return [outputOf(parameters, toProposal)(proposal)];
  },
};
