import type { Resource } from '../operation';
import { deleteMessage } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { send } from './send';
import { update } from './update';

export const message: Resource = {
  value: 'message',
  name: 'Message',
  defaultOperation: getAll.value,
  operations: [deleteMessage, get, getAll, send, update],
};
