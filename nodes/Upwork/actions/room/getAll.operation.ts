import { toRoom } from '../../records/room';
import { limitFields, readLimit } from '../../fields/limit';
import type { Operation } from '../operation';
import { simplifyField } from '../../fields/simplify';
import { readRoomFilter } from './filter';
import { roomFilterFields } from './filterFields';
import { listRooms } from '../../records/room.list';

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many message rooms',
  description: 'Get all your rooms, or those that fit filters, such as those with unread messages',
  output: 'room',
  permission: 'Messaging – Read-Only',
  fields: [
    ...limitFields,
    roomFilterFields,
    {
      displayName: 'Sort Order',
      name: 'order',
      type: 'options',
      options: [
        { name: 'Latest Activity First', value: 'DESC' },
        { name: 'Latest Activity Last', value: 'ASC' },
      ],
      default: 'DESC',
      description: 'Which rooms come first',
    },
    simplifyField,
  ],

  async execute(client, parameters) {
    const rooms = await listRooms(client, {
      ...readRoomFilter(parameters),
      limit: readLimit(parameters),
      sortOrder: parameters.option('order', ['ASC', 'DESC']) ?? 'DESC',
    });
    return parameters.flag('simplify') ? rooms.map(toRoom) : rooms;
  },
};
