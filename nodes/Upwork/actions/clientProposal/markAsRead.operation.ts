import { mutation } from '../../api';
import {
  clientProposalTargetFields,
  readClientProposalTarget,
} from '../../fields/locators/clientProposal';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import type { Operation } from '../operation';

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
  permissions: ['Client Proposals – Read and Write'],
  changes: 'whenAllowed',
  fields: clientProposalTargetFields,

  async execute(client, parameters) {
    const target = readClientProposalTarget(parameters);
    const { changed } = await client.send(document, { request: target });
    return [{ ...toClientProposalChange(changed, target) }];
  },
};
