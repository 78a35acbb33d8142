import { query } from '../../api';
import { CLIENT_PROPOSAL_FIELDS, toClientProposal } from '../../records/clientProposal';
import { jobPostingLocator } from '../../fields/locators/jobPosting';
import type { Operation } from '../operation';
import { readTogether } from '../readTogether';
import { simplifyField } from '../../fields/simplify';
import { proposalLocatorField, readProposalId } from '../../fields/locators/clientProposal';

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
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get a proposal for your job posting',
  description: 'Get one proposal that the client has received',
  output: 'clientProposal',
  permission: 'Client Proposals – Read and Write',
  fields: [
    jobPostingLocator({
      description: 'Only for choosing the proposal from the list below. Not needed with its ID.',
    }),
    proposalLocatorField,
    simplifyField,
  ],

  ...readTogether(
    document,
    (parameters) => ({ id: readProposalId(parameters) }),
    ({ clientProposal: proposal }, parameters) => {
      if (!proposal) {
        const id = readProposalId(parameters);
        throw parameters.invalid(
          'proposalId',
          `names the proposal ${id}, which Upwork does not know`,
        );
      }
      return parameters.flag('simplify') ? [{ ...toClientProposal(proposal) }] : [proposal];
    },
  ),
};
