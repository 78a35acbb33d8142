import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import { idField, textField } from '../../fields/builders';
import { omitUndefined } from '../../objects';
import { CLIENT_PROPOSAL_CHANGE_FIELDS } from '../../records/clientProposalChange';
import type { Operation } from '../operation';
import { change } from './change';

/** Hides a proposal, or unhides it. */
export const hideDocument = mutation(
  'ClientProposalHide',
  /* GraphQL */ `
    mutation ClientProposalHide($request: ClientProposalHideRequest!) {
      changed: hideClientProposal(clientProposalHideRequest: $request) {
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
    textField('Reason', 'hideReason', 'Your own reason for hiding it'),
    idField('Reason ID', 'hideReasonId', "ID of one of Upwork's reasons"),
  ],
};

export const hide: Operation = {
  value: 'hide',
  name: 'Hide',
  action: 'Hide a received proposal',
  description: "Hide a proposal; the freelancer isn't notified",
  ...change(hideDocument, [additionalFields], (target, parameters) => ({
    ...target,
    hide: true,
    ...omitUndefined({
      hideReason: parameters.text('additionalFields.hideReason'),
      hideByClientReasonId: parameters.optionalId('additionalFields.hideReasonId'),
    }),
  })),
};
