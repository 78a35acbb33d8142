import { mutation } from '../../api';
import { toClientProposalChange } from '../../records/clientProposalChange';
import { messageTextField, readMessageText } from '../../fields/messageText';
import type { Operation } from '../operation';
import { readTarget, targetFields } from '../../fields/locators/clientProposal';

const document = mutation(
  'ClientProposalMessage',
  /* GraphQL */ `
    mutation ClientProposalMessage($request: ClientProposalMessageRequest!) {
      changed: messageClientProposal(clientProposalMessageRequest: $request) {
        proposal {
          id
          annotations
          status {
            status
          }
        }
        status
      }
    }
  `,
);

export const message: Operation = {
  value: 'message',
  name: 'Message',
  action: 'Message the freelancer of a client proposal',
  description:
    'Write to the freelancer who has sent a proposal; the first message opens their room',
  output: 'clientProposalChange',
  permission: 'Client Proposals – Read and Write',
  changes: 'whenAllowed',
  fields: [...targetFields, messageTextField],

  async execute(client, parameters) {
    const target = readTarget(parameters);
    const text = readMessageText(parameters);
    const { changed } = await client.send(document, { request: { ...target, message: text } });
    return [toClientProposalChange(changed, target)];
  },
};
