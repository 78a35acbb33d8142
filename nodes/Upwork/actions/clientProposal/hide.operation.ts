import type { INodeProperties } from 'n8n-workflow';

import { mutation, omitUndefined } from '../../api';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import { idTextField, textField } from '../../fields/builders';
import type { Operation } from '../operation';
import type { Parameters } from '../../fields/parameters';
import { readTarget, targetFields } from '../../fields/locators/clientProposal';

const document = mutation(
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
    textField('Reason', 'hideReason', 'Why it is hidden, in your words'),
    idTextField('Reason ID', 'hideReasonId', "The ID of one of Upwork's reasons"),
  ],
};

const hideOperation = (
  hide: boolean,
  fields: INodeProperties[],
  readReason: (parameters: Parameters) => object | undefined,
) =>
  ({
    output: 'clientProposalChange',
    permission: 'Client Proposals – Read and Write',
    changes: 'whenAllowed',
    fields: [...targetFields, ...fields],

    async execute(client, parameters) {
      const target = readTarget(parameters);
      const request = { ...target, hide, ...readReason(parameters) };
      const { changed } = await client.send(document, { request });
      return [toClientProposalChange(changed, target)];
    },
  }) satisfies Partial<Operation>;

export const hide: Operation = {
  value: 'hide',
  name: 'Hide',
  action: 'Hide a client proposal',
  description: 'Move a proposal out of sight; the freelancer is not told',
  ...hideOperation(true, [additionalFields], (parameters) =>
    omitUndefined({
      hideReason: parameters.text('additionalFields.hideReason'),
      hideByClientReasonId: parameters.text('additionalFields.hideReasonId'),
    }),
  ),
};

export const unhide: Operation = {
  value: 'unhide',
  name: 'Unhide',
  action: 'Show a hidden client proposal again',
  description: 'Show a hidden proposal again',
  ...hideOperation(false, [], () => undefined),
};
