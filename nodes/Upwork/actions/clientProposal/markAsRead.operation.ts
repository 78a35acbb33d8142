import { mutation } from '../../api';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import type { Operation } from '../operation';
import { readTarget, targetFields } from '../../fields/locators/clientProposal';

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
  action: 'Mark a client proposal as read',
  description: 'Mark a proposal as read',
  output: 'clientProposalChange',
  permission: 'Client Proposals – Read and Write',
  changes: 'whenAllowed',
  fields: targetFields,

  async execute(client, parameters) {
    const target = readTarget(parameters);
    const { changed } = await client.send(document, { request: target });
    return [toClientProposalChange(changed, target)];
  },
};
