import type { Choice } from '../../fields/builders';
import { limitFields, readLimit } from '../../fields/limit';
import { outputOf, simplifyField } from '../../fields/simplify';
import { listRooms } from '../../records/room.pages';
import { toRoom } from '../../records/room';
import type { Operation } from '../operation';
import { readRoomFilter, roomFilterFields } from './filters';

const SORTS: Choice<'activityDescending' | 'activityAscending'>[] = [
  { name: 'Latest Activity First', value: 'activityDescending' },
  { name: 'Latest Activity Last', value: 'activityAscending' },
];

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many rooms',
  description: 'Get your rooms, for example those with unread messages',
  output: 'room',
  permissions: ['Messaging – Read-Only'],
  fields: [
    ...limitFields,
    roomFilterFields,
    {
      displayName: 'Sort By',
      name: 'sort',
      type: 'options',
      options: SORTS,
      default: 'activityDescending',
      description: 'Which rooms come first',
    },
    simplifyField,
  ],

  async execute(client, parameters) {
    const rooms = await listRooms(client, {
      ...readRoomFilter(parameters),
      limit: readLimit(parameters),
      sortOrder: parameters.choice('sort', SORTS) === 'activityAscending' ? 'ASC' : 'DESC',
    });
    return rooms.map(outputOf(parameters, toRoom));
  },
};
