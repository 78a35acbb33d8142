import type { Resource } from '../operation';
import { get } from './get';
import { search } from './search';

export const job: Resource = {
  value: 'job',
  name: 'Job',
  defaultOperation: search.value,
  operations: [get, search],
};
