import type { Resource } from '../operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getReasons } from './getReasons.operation';
import { submit } from './submit.operation';

export const proposal: Resource = {
  value: 'proposal',
  name: 'Proposal',
  description: 'Proposals that you have sent (for freelancers)',
  side: 'freelancer',
  defaultOperation: getAll.value,
  operations: [get, getAll, getReasons, submit],
};
