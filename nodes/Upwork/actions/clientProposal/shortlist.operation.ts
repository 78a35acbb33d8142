import { mutation } from '../../api';
import { CLIENT_PROPOSAL_CHANGE_FIELDS } from '../../records/clientProposalChange';
import type { Operation } from '../operation';
import { change } from './change';

/** Adds a proposal to the shortlist, or removes it. */
export const shortlistDocument = mutation(
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

export const shortlist: Operation = {
  value: 'shortlist',
  name: 'Shortlist',
  action: 'Shortlist a received proposal',
  description: "Add a proposal to the job posting's shortlist",
  ...change(shortlistDocument, [], (target) => ({ ...target, shortlisted: true })),
};
