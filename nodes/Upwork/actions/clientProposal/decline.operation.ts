import type { INodeProperties } from 'n8n-workflow';

import { mutation, omitUndefined } from '../../api';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import { lookupField, textField } from '../../fields/builders';
import { messageTextField, readMessageText } from '../../fields/messageText';
import type { Operation } from '../operation';
import type { Parameters } from '../../fields/parameters';
import { readTarget, targetFields } from '../../fields/locators/clientProposal';

const document = mutation(
  'ClientProposalDecline',
  /* GraphQL */ `
    mutation ClientProposalDecline($request: ClientProposalDeclineRequest!) {
      changed: declineClientProposal(clientProposalDeclineRequest: $request) {
        ...ClientProposalChangeFields
      }
    }
    ${CLIENT_PROPOSAL_CHANGE_FIELDS}
  `,
);

const additionalFields: INodeProperties = {
  displayName: 'Additional Fields',
  name: 'additionalFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  options: [
    {
      ...messageTextField,
      required: false,
      description: 'What the freelancer reads, of at most 10,240 characters',
    },
    textField('Other Reason', 'otherReason', 'The reason in your words, where the list has none'),
  ],
};

export const decline: Operation = {
  value: 'decline',
  name: 'Decline',
  action: 'Decline a client proposal',
  description: 'Decline a proposal. It can not be taken back.',
  output: 'clientProposalChange',
  permission: 'Client Proposals – Read and Write',
  changes: 'whenAllowed',
  fields: [
    ...targetFields,
    lookupField(
      { displayName: 'Reason', name: 'reason', description: "One of Upwork's reasons" },
      'searchDeclineReasons',
      '301',
    ),
    additionalFields,
  ],

  async execute(client, parameters) {
    const target = readTarget(parameters);
    const said = readReason(parameters);
    const { changed } = await client.send(document, { request: { ...target, ...said } });
    return [toClientProposalChange(changed, target)];
  },
};

function readReason(parameters: Parameters) {
  const reason = parameters.locator('reason');
  const otherReason = parameters.text('additionalFields.otherReason');
  if (reason !== undefined && otherReason !== undefined) {
    throw parameters.invalid(
      'additionalFields.otherReason',
      'is given beside "reason"',
      'Choose a reason from the list, or write one; Upwork takes one of the two.',
    );
  }
  const hasMessage = parameters.text('additionalFields.message') !== undefined;
  const text = hasMessage ? readMessageText(parameters, 'additionalFields.message') : undefined;
  return omitUndefined({ reason, otherReason, message: text });
}
