import type { Resource } from '../operation';
import { execute } from './execute.operation';

export const graphql: Resource = {
  value: 'graphql',
  name: 'GraphQL',
  defaultOperation: execute.value,
  operations: [execute],
};
