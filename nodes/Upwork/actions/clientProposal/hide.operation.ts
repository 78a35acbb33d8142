import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import { textField } from '../../fields/builders';
import { omitUndefined } from '../../objects';
import { CLIENT_PROPOSAL_CHANGE_FIELDS } from '../../records/clientProposalChange';
import type { Operation } from '../operation';
import { change, reasonField } from './change';

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
  options: [textField('Other Reason', 'otherReason', 'Your own reason, if none in the list fits')],
};

export const hide: Operation = {
  value: 'hide',
  name: 'Hide',
  action: 'Hide a received proposal',
  description: "Hide a proposal; the freelancer isn't notified",
  // Upwork: which reasons it takes is not known; those for declining are the closest.
  ...change(hideDocument, [reasonField, additionalFields], (target, parameters) => ({
    ...target,
    hide: true,
    ...omitUndefined({
      hideReason: parameters.text('additionalFields.otherReason'),
      hideByClientReasonId: parameters.optionalId('reason'),
    }),
  })),
};
