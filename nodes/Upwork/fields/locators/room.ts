import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';

/** Upwork: every room's id begins like this, and its page's address contains it. */
const ROOM_ID = /\broom_\w+/;

/** Choosing one room. */
export const roomLocatorField: INodeProperties = {
  displayName: 'Room',
  name: 'roomId',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  required: true,
  description: 'The room, which is what Upwork calls a conversation',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a room…',
      typeOptions: { searchListMethod: 'searchRooms', searchable: true },
    },
    {
      displayName: 'By URL',
      name: 'url',
      type: 'string',
      placeholder: 'e.g. https://www.upwork.com/ab/messages/rooms/room_0123456789abcdef',
      validation: [
        {
          type: 'regex',
          properties: {
            regex: '^https?://(www\\.)?upwork\\.com/.*room_\\w+.*$',
            errorMessage: "Not the address of an Upwork room: it should contain 'room_'",
          },
        },
      ],
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. room_0123456789abcdef',
      validation: [
        {
          type: 'regex',
          properties: { regex: '^room_\\w+$', errorMessage: 'Not a valid Upwork room ID' },
        },
      ],
    },
  ],
};

/** The id, from an id or the address of the room's page. */
export function readRoomId(parameters: Parameters): string {
  const entered = parameters.locator('roomId');
  if (entered === undefined) throw parameters.invalid('roomId', 'is empty');
  const id = ROOM_ID.exec(entered)?.[0];
  if (id === undefined) {
    throw parameters.invalid(
      'roomId',
      `is neither a room's ID nor its address: "${entered}"`,
      'Enter an ID that begins with room_, or an address such as https://www.upwork.com/ab/messages/rooms/room_0123456789abcdef.',
    );
  }
  return id;
}
