import type { INodeProperties } from 'n8n-workflow';

import { requiredIdField } from '../builders';
import type { Parameters } from '../parameters';
import { readRoomId, roomLocatorField } from './room';

/** Choosing a message: Upwork finds it only together with its room. */
export const messageLocatorFields: INodeProperties[] = [
  roomLocatorField,
  {
    ...requiredIdField({
      displayName: 'Message ID',
      name: 'messageId',
      description: 'ID of the message. Get it with Message: Get Many.',
    }),
    placeholder: 'e.g. story_0123456789abcdef',
  },
];

export const readMessageLocator = (parameters: Parameters) => ({
  roomId: readRoomId(parameters),
  storyId: parameters.id('messageId'),
});
