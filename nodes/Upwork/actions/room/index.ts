import type { Resource } from '../operation';
import { addUsers } from './addUsers.operation';
import { archive } from './archive.operation';
import { create } from './create.operation';
import { deleteRoom } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { removeUser } from './removeUser.operation';
import { unarchive } from './unarchive.operation';
import { update } from './update.operation';

export const room: Resource = {
  value: 'room',
  name: 'Room',
  description: 'Your rooms, which are conversations on Upwork',
  defaultOperation: getAll.value,
  operations: [addUsers, archive, create, deleteRoom, get, getAll, removeUser, unarchive, update],
};
