import type { Operation } from '../operation';
import { change } from './change';
import { hideDocument } from './hide.operation';

export const unhide: Operation = {
  value: 'unhide',
  name: 'Unhide',
  action: 'Unhide a received proposal',
  description: 'Show a hidden proposal again',
  ...change(hideDocument, [], (target) => ({ ...target, hide: false })),
};
