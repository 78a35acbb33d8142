import type { INodeProperties } from 'n8n-workflow';

import { idField, textField } from '../../fields/builders';
import { omitUndefined } from '../../objects';
import type { Operation } from '../operation';
import { setHidden } from './setHidden';

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
  action: 'Hide a client proposal',
  description: "Hide a proposal. The freelancer isn't notified.",
  ...setHidden(true, [additionalFields], (parameters) =>
    omitUndefined({
      hideReason: parameters.text('additionalFields.hideReason'),
      hideByClientReasonId: parameters.line('additionalFields.hideReasonId'),
    }),
  ),
};
