import { mutation } from '../../api';
import { personFields, readPerson } from '../../fields/person';
import { choicesAmong, ROOM_TYPES } from '../../records/choices';
import { openRoom } from '../../records/room.lookup';
import { ROOM_SUMMARY_FIELDS, toRoomSummary } from '../../records/room';
import type { Operation } from '../operation';
import { readRoomUsers, roomUsersField } from './users';

const document = mutation(
  'RoomCreate',
  /* GraphQL */ `
    mutation RoomCreate($input: RoomCreateInputV2!) {
      createRoomV2(input: $input) {
        ...RoomSummaryFields
      }
    }
    ${ROOM_SUMMARY_FIELDS}
  `,
);

const DESCRIPTIONS = {
  GROUP: 'A new room that you own',
  ONE_ON_ONE: 'The room with one person. Returns the existing room if there is one.',
};
const CREATABLE = choicesAmong(ROOM_TYPES, ['GROUP', 'ONE_ON_ONE']).map((choice) => ({
  ...choice,
  description: DESCRIPTIONS[choice.value],
}));

const ofGroups = { show: { roomType: ['GROUP'] } };

export const create: Operation = {
  value: 'create',
  name: 'Create',
  action: 'Create a room',
  description: 'Create a group, or open the one-on-one room with a person',
  output: 'roomSummary',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [
    {
      displayName: 'Room Type',
      name: 'roomType',
      type: 'options',
      options: CREATABLE,
      default: 'GROUP',
      description: 'The kind of room',
    },
    ...personFields({ show: { roomType: ['ONE_ON_ONE'] } }),
    {
      displayName: 'Name',
      name: 'roomName',
      type: 'string',
      default: '',
      required: true,
      displayOptions: ofGroups,
      placeholder: 'e.g. Launch team',
      description: 'Name of the group',
    },
    { ...roomUsersField, displayOptions: ofGroups },
    {
      displayName: 'Additional Fields',
      name: 'additionalFields',
      type: 'collection',
      placeholder: 'Add Field',
      default: {},
      displayOptions: ofGroups,
      options: [
        {
          displayName: 'Topic',
          name: 'topic',
          type: 'string',
          default: '',
          description: 'Topic of the group',
        },
      ],
    },
  ],

  async execute(client, parameters) {
    const roomType = parameters.choice('roomType', CREATABLE) ?? 'GROUP';
    if (roomType === 'ONE_ON_ONE') {
      return [{ ...toRoomSummary(await openRoom(client, readPerson(parameters))) }];
    }
    const roomName = parameters.line('roomName');
    if (roomName === undefined) throw parameters.invalid('roomName', 'is empty');
    const topic = parameters.line('additionalFields.topic');
    const users = readRoomUsers(parameters);
    const owner = users.findIndex(({ role }) => role === 'owner');
    if (owner >= 0) {
      throw parameters.invalid(
        `users.user[${owner}].role`,
        'is Owner, but whoever creates a room owns it',
        'To hand the room over, use Room: Add Users with this role afterwards.',
      );
    }
    const { createRoomV2 } = await client.send(document, {
      input: { roomType, roomName, users, ...(topic !== undefined && { topic }) },
    });
    return [{ ...toRoomSummary(createRoomV2) }];
  },
};
