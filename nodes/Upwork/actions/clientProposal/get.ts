import { query } from '../../api/documents/document';
import { CLIENT_PROPOSAL_FIELDS, clientProposalRecord } from '../../output/clientProposal';
import { jobPostingLocator } from '../jobPosting/locator';
import type { Operation } from '../operation';
import { readTogether } from '../readTogether';
import { simplifyField } from '../simplify';
import { proposalLocatorField, readProposalId } from './locator';

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
      return parameters.flag('simplify') ? [{ ...clientProposalRecord(proposal) }] : [proposal];
    },
  ),
};
