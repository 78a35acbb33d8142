import { mutation } from '../../api';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';
import { ROOM_SUMMARY_FIELDS, toRoomSummary } from '../../records/room';
import type { Operation } from '../operation';

/** Changes a room, or unarchives it. */
export const updateDocument = mutation(
  'RoomUpdate',
  /* GraphQL */ `
    mutation RoomUpdate($input: RoomUpdateInputV2!) {
      updateRoomV2(input: $input) {
        ...RoomSummaryFields
      }
    }
    ${ROOM_SUMMARY_FIELDS}
  `,
);

export const update: Operation = {
  value: 'update',
  name: 'Update',
  action: 'Update a room',
  description: 'Change the name or topic of a room',
  output: 'roomSummary',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [
    roomLocatorField,
    {
      displayName: 'Update Fields',
      name: 'updateFields',
      type: 'collection',
      placeholder: 'Add Field',
      default: {},
      options: [
        {
          displayName: 'Name',
          name: 'roomName',
          type: 'string',
          default: '',
          description: 'New name of the room',
        },
        {
          displayName: 'Reason',
          name: 'reason',
          type: 'string',
          default: '',
          description: 'Reason for the change',
        },
        {
          displayName: 'Topic',
          name: 'topic',
          type: 'string',
          default: '',
          description: 'New topic of the room',
        },
      ],
    },
  ],

  async execute(client, parameters) {
    const roomId = readRoomId(parameters);
    const roomName = parameters.line('updateFields.roomName');
    const topic = parameters.line('updateFields.topic');
    const reason = parameters.line('updateFields.reason');
    const changes = {
      ...(roomName !== undefined && { roomName }),
      ...(topic !== undefined && { topic }),
    };
    if (Object.keys(changes).length === 0) {
      throw parameters.invalid('updateFields', 'is empty', 'Add a name or a topic.');
    }
    const { updateRoomV2 } = await client.send(updateDocument, {
      input: { roomId, ...changes, ...(reason !== undefined && { reason }) },
    });
    return [{ ...toRoomSummary(updateRoomV2) }];
  },
};
