import { query } from '../../api/documents/document';
import { ROOM_FIELDS, roomOf } from '../../output/room';
import type { Operation } from '../operation';
import { askTogether } from '../readTogether';
import { valueOf } from '../settle';
import { simplifyField } from '../simplify';
import { existing, findRooms } from './findRooms';
import { roomTargetFields } from './target';

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
      ({ client, found }) => client.prepare(document, { id: existing(valueOf(found)) }),
      ({ room }, { parameters }) => [parameters.flag('simplify') ? roomOf(room) : room],
    );
  },
};
