import { mutation } from '../../api';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import type { Operation } from '../operation';
import { readTarget, targetFields } from '../../fields/locators/clientProposal';

const document = mutation(
  'ClientProposalShortlist',
  /* GraphQL */ `
    mutation ClientProposalShortlist($request: ClientProposalShortlistRequest!) {
      changed: shortlistClientProposal(clientProposalShortlistRequest: $request) {
        ...ClientProposalChangeFields
      }
    }
    ${CLIENT_PROPOSAL_CHANGE_FIELDS}
  `,
);

const shortlistOperation = (shortlisted: boolean) =>
  ({
    output: 'clientProposalChange',
    permission: 'Client Proposals – Read and Write',
    changes: 'whenAllowed',
    fields: targetFields,

    async execute(client, parameters) {
      const target = readTarget(parameters);
      const { changed } = await client.send(document, { request: { ...target, shortlisted } });
      return [toClientProposalChange(changed, target)];
    },
  }) satisfies Partial<Operation>;

export const shortlist: Operation = {
  value: 'shortlist',
  name: 'Shortlist',
  action: 'Shortlist a client proposal',
  description: "Put a proposal on the job posting's shortlist",
  ...shortlistOperation(true),
};

export const removeFromShortlist: Operation = {
  value: 'removeFromShortlist',
  name: 'Remove From Shortlist',
  action: 'Remove a client proposal from the shortlist',
  description: "Take a proposal off the job posting's shortlist",
  ...shortlistOperation(false),
};
