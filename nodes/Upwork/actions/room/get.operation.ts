import { query } from '../../api';
import { requireRoomId, roomTargetFields } from '../../fields/roomTarget';
import { outputOf, simplifyField } from '../../fields/simplify';
import { ROOM_FIELDS, toRoom } from '../../records/room';
import type { Operation } from '../operation';

const document = query(
  'RoomGet',
  /* GraphQL */ `
    query RoomGet($id: ID!) {
      room(id: $id) {
        ...RoomFields
      }
    }
    ${ROOM_FIELDS}
  `,
  {
    batch: true,
    example: (first) => ({ id: first('Room.id') }),
  },
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get a room',
  description: 'Get a room with its participants',
  output: 'room',
  permissions: ['Messaging – Read-Only'],
  fields: [...roomTargetFields, simplifyField],

  async execute(client, parameters) {
    const id = await requireRoomId(client, parameters);
    const { room } = await client.send(document, { id });
    return [outputOf(parameters, toRoom)(room)];
  },
};
