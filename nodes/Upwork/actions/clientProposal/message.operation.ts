import { mutation } from '../../api';
import { messageTextField, readMessageText } from '../../fields/messageText';
import { CLIENT_PROPOSAL_CHANGE_FIELDS } from '../../records/clientProposalChange';
import type { Operation } from '../operation';
import { change } from './change';

const document = mutation(
  'ClientProposalMessage',
  /* GraphQL */ `
    mutation ClientProposalMessage($request: ClientProposalMessageRequest!) {
      changed: messageClientProposal(clientProposalMessageRequest: $request) {
        ...ClientProposalChangeFields
      }
    }
    ${CLIENT_PROPOSAL_CHANGE_FIELDS}
  `,
);

export const message: Operation = {
  value: 'message',
  name: 'Message',
  action: 'Message the freelancer of a received proposal',
  description: 'Send a message to the freelancer; the first one opens the room',
  ...change(document, [messageTextField], (target, parameters) => ({
    ...target,
    message: readMessageText(parameters),
  })),
};
