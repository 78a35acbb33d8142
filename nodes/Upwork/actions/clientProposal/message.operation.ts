import { mutation } from '../../api';
import {
  clientProposalTargetFields,
  readClientProposalTarget,
} from '../../fields/locators/clientProposal';
import { messageTextField, readMessageText } from '../../fields/messageText';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import type { Operation } from '../operation';

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
  action: 'Message the freelancer of a client proposal',
  description: 'Send a message to the freelancer. The first one opens the room.',
  output: 'clientProposalChange',
  permissions: ['Client Proposals – Read and Write'],
  changes: 'whenAllowed',
  fields: [...clientProposalTargetFields, messageTextField],

  async execute(client, parameters) {
    const target = readClientProposalTarget(parameters);
    const text = readMessageText(parameters);
    const { changed } = await client.send(document, { request: { ...target, message: text } });
    return [{ ...toClientProposalChange(changed, target) }];
  },
};
