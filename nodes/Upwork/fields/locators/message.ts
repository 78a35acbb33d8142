import type { INodeProperties } from 'n8n-workflow';

import { idField, readId } from '../ids';
import type { Parameters } from '../parameters';
import { readRoomId, roomLocatorField } from './room';

/** Choosing one message: Upwork knows it only together with its room. */
export const messageLocatorFields: INodeProperties[] = [
  roomLocatorField,
  {
    ...idField({
      displayName: 'Message ID',
      name: 'messageId',
      description: 'The ID of the message, as Message: Get Many shows it',
    }),
    placeholder: 'e.g. story_0123456789abcdef',
  },
];

export function readMessageLocator(parameters: Parameters) {
  return { roomId: readRoomId(parameters), storyId: readId(parameters, 'messageId') };
}
