import { query } from '../../api';
import { PROPOSAL_FIELDS, toProposal } from '../../records/proposal';
import type { Operation } from '../operation';
import { readTogether } from '../readTogether';
import { simplifyField } from '../../fields/simplify';
import { proposalLocatorField, readProposalId } from '../../fields/locators/proposal';

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
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get one of your own proposals',
  description: 'Get one of your own proposals',
  output: 'proposal',
  permission: 'Read marketplace Job Postings',
  fields: [proposalLocatorField, simplifyField],

  ...readTogether(
    document,
    (parameters) => ({ id: readProposalId(parameters) }),
    ({ vendorProposal: proposal }, parameters) => {
      if (!proposal) {
        throw parameters.invalid(
          'proposalId',
          `names the proposal ${readProposalId(parameters)}, which Upwork does not know`,
          "Upwork finds only proposals of the organization in use: for your agency's, choose the agency as Organization.",
        );
      }
      return [parameters.flag('simplify') ? { ...toProposal(proposal) } : { ...proposal }];
    },
  ),
};
