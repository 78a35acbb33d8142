import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import { textField } from '../../fields/builders';
import { messageTextField, readOptionalMessageText } from '../../fields/messageText';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { CLIENT_PROPOSAL_CHANGE_FIELDS } from '../../records/clientProposalChange';
import type { Operation } from '../operation';
import { change, reasonField } from './change';

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
      description: 'Message to the freelancer (up to 10,240 characters)',
    },
    textField('Other Reason', 'otherReason', 'Your own reason, if none in the list fits'),
  ],
};

export const decline: Operation = {
  value: 'decline',
  name: 'Decline',
  action: 'Decline a received proposal',
  description: "Decline a proposal; this can't be undone",
  ...change(document, [reasonField, additionalFields], (target, parameters) => ({
    ...target,
    ...readReason(parameters),
  })),
};

function readReason(parameters: Parameters) {
  const reason = parameters.optionalId('reason');
  const otherReason = parameters.text('additionalFields.otherReason');
  if (reason !== undefined && otherReason !== undefined) {
    throw parameters.invalid(
      'additionalFields.otherReason',
      `can't be combined with ${parameters.label('reason')}`,
      'Choose a reason from the list, or write one: Upwork accepts only one of the two.',
    );
  }
  const message = readOptionalMessageText(parameters, 'additionalFields.message');
  return omitUndefined({ reason, otherReason, message });
}
