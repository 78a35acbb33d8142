import type { Resource } from '../operation';
import { deleteMessage } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { send } from './send.operation';
import { update } from './update.operation';

export const message: Resource = {
  value: 'message',
  name: 'Message',
  description: 'Messages in your rooms (conversations)',
  defaultOperation: getAll.value,
  operations: [deleteMessage, get, getAll, send, update],
};
