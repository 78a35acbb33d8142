import type { Resource } from '../operation';
import { get } from './get';
import { getAll } from './getAll';
import { getReasons } from './getReasons';
import { submit } from './submit';

export const proposal: Resource = {
  value: 'proposal',
  name: 'Proposal',
  side: 'freelancer',
  defaultOperation: getAll.value,
  operations: [get, getAll, getReasons, submit],
};
