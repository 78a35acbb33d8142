import { mutation } from '../../api';
import { ROOM_SUMMARY_FIELDS, toRoomSummary } from '../../records/room';
import type { Operation } from '../operation';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';

const document = mutation(
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
  description: 'Change the name or the topic of a room, archive it or open it again',
  output: 'roomSummary',
  permission: 'Messaging – Read and Write',
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
          displayName: 'Archived',
          name: 'archived',
          type: 'boolean',
          default: false,
          description:
            'Whether the room is archived: it can be read, but nobody can write. Off opens it again.',
        },
        {
          displayName: 'Name',
          name: 'roomName',
          type: 'string',
          default: '',
          description: 'What the room is called from now on',
        },
        {
          displayName: 'Reason',
          name: 'reason',
          type: 'string',
          default: '',
          description: 'A note on why the room is changed',
        },
        {
          displayName: 'Topic',
          name: 'topic',
          type: 'string',
          default: '',
          description: 'What the room is about from now on',
        },
      ],
    },
  ],

  async execute(client, parameters) {
    const roomId = readRoomId(parameters);
    const roomName = parameters.text('updateFields.roomName');
    const topic = parameters.text('updateFields.topic');
    const reason = parameters.text('updateFields.reason');
    const changes = {
      ...(roomName !== undefined && { roomName }),
      ...(topic !== undefined && { topic }),
      ...(parameters.value('updateFields.archived') !== undefined && {
        readOnly: parameters.flag('updateFields.archived'),
      }),
    };
    if (Object.keys(changes).length === 0) {
      throw parameters.invalid(
        'updateFields',
        'changes nothing',
        'Add a name, a topic, or whether the room is archived.',
      );
    }
    const { updateRoomV2 } = await client.send(document, {
      input: { roomId, ...changes, ...(reason !== undefined && { reason }) },
    });
    return [toRoomSummary(updateRoomV2)];
  },
};
