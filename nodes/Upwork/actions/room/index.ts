import type { Resource } from '../operation';
import { addUsers } from './addUsers';
import { archive } from './archive';
import { create } from './create';
import { deleteRoom } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { removeUser } from './removeUser';
import { update } from './update';

export const room: Resource = {
  value: 'room',
  name: 'Room',
  defaultOperation: getAll.value,
  operations: [addUsers, archive, create, deleteRoom, get, getAll, removeUser, update],
};
