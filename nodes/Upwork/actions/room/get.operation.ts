import { query } from '../../api';
import { ROOM_FIELDS, toRoom } from '../../records/room';
import type { Operation } from '../operation';
import { askTogether } from '../readTogether';
import { valueOf } from '../settle';
import { simplifyField } from '../../fields/simplify';
import { requireRoomId, findRooms } from '../../fields/roomLookup';
import { roomTargetFields } from '../../fields/roomTarget';

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
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get a message room',
  description: 'Get a room with its participants',
  output: 'room',
  permission: 'Messaging – Read-Only',
  fields: [...roomTargetFields, simplifyField],

  async executeAll(runs) {
    const found = await findRooms(runs);
    return await askTogether(
      runs.map((run, item) => ({ ...run, found: found[item] })),
      ({ client, found }) => client.prepare(document, { id: requireRoomId(valueOf(found)) }),
      ({ room }, { parameters }) => [parameters.flag('simplify') ? toRoom(room) : room],
    );
  },
};
