import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api/documents/document';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  clientProposalChange,
} from '../../output/clientProposalChange';
import { idTextField, textField } from '../fields';
import { given } from '../given';
import type { Operation } from '../operation';
import type { Parameters } from '../parameters';
import { readTarget, targetFields } from './locator';

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

const hiding = (
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
      return [clientProposalChange(changed, target)];
    },
  }) satisfies Partial<Operation>;

export const hide: Operation = {
  value: 'hide',
  name: 'Hide',
  action: 'Hide a client proposal',
  description: 'Move a proposal out of sight; the freelancer is not told',
  ...hiding(true, [additionalFields], (parameters) =>
    given({
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
  ...hiding(false, [], () => undefined),
};
