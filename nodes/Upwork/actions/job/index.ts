import type { Resource } from '../operation';
import { get } from './get.operation';
import { search } from './search.operation';

export const job: Resource = {
  value: 'job',
  name: 'Job',
  description: 'Jobs on the marketplace (for freelancers)',
  defaultOperation: search.value,
  operations: [get, search],
};
