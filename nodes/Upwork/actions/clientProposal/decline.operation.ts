import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import { lookupField, textField } from '../../fields/builders';
import {
  clientProposalTargetFields,
  readClientProposalTarget,
} from '../../fields/locators/clientProposal';
import { messageTextField, readOptionalMessageText } from '../../fields/messageText';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import type { Operation } from '../operation';

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
  action: 'Decline a client proposal',
  description: "Decline a proposal. This can't be undone.",
  output: 'clientProposalChange',
  permissions: ['Client Proposals – Read and Write'],
  changes: 'whenAllowed',
  fields: [
    ...clientProposalTargetFields,
    lookupField(
      { displayName: 'Reason', name: 'reason', description: "One of Upwork's reasons" },
      'searchDeclineReasons',
      '301',
    ),
    additionalFields,
  ],

  async execute(client, parameters) {
    const target = readClientProposalTarget(parameters);
    const reason = readReason(parameters);
    const { changed } = await client.send(document, { request: { ...target, ...reason } });
    return [{ ...toClientProposalChange(changed, target) }];
  },
};

function readReason(parameters: Parameters) {
  const reason = parameters.locator('reason');
  const otherReason = parameters.text('additionalFields.otherReason');
  if (reason !== undefined && otherReason !== undefined) {
    throw parameters.invalid(
      'additionalFields.otherReason',
      `can't be combined with ${parameters.label('reason')}`,
      'Choose a reason from the list, or write one: Upwork takes one of the two.',
    );
  }
  const message = readOptionalMessageText(parameters, 'additionalFields.message');
  return omitUndefined({ reason, otherReason, message });
}
