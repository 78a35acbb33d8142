import type { Operation } from '../operation';
import { setHidden } from './setHidden';

export const unhide: Operation = {
  value: 'unhide',
  name: 'Unhide',
  action: 'Unhide a client proposal',
  description: 'Show a hidden proposal again',
  ...setHidden(false),
};
