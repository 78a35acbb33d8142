import { mutation } from '../../api';
import { CLIENT_PROPOSAL_CHANGE_FIELDS } from '../../records/clientProposalChange';
import type { Operation } from '../operation';
import { change } from './change';

const document = mutation(
  'ClientProposalMarkAsRead',
  /* GraphQL */ `
    mutation ClientProposalMarkAsRead($request: ClientProposalReadRequest!) {
      changed: markClientProposalAsRead(clientProposalReadRequest: $request) {
        ...ClientProposalChangeFields
      }
    }
    ${CLIENT_PROPOSAL_CHANGE_FIELDS}
  `,
);

export const markAsRead: Operation = {
  value: 'markAsRead',
  name: 'Mark as Read',
  action: 'Mark a received proposal as read',
  description: 'Mark a proposal as read',
  ...change(document, [], (target) => target),
};
