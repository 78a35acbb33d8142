import type { INodeProperties } from 'n8n-workflow';

import { locatorField } from '../builders';
import { ORGANIZATION_PATHS } from '../organization';
import type { Parameters } from '../parameters';
import { readRoomId, roomLocatorField } from './room';

/** Choosing a message: Upwork finds it only together with its room. */
export const messageLocatorFields: INodeProperties[] = [
  roomLocatorField,
  locatorField(
    {
      displayName: 'Message',
      name: 'messageId',
      required: true,
      description: 'The message. The list shows the 100 newest in the room.',
    },
    {
      searchListMethod: 'searchMessages',
      dependsOn: [...ORGANIZATION_PATHS, 'roomId.value'],
      id: { placeholder: 'e.g. story_0123456789abcdef' },
    },
  ),
];

export const readMessageLocator = (parameters: Parameters) => ({
  roomId: readRoomId(parameters),
  storyId: parameters.id('messageId'),
});
