import type { Resource } from '../operation';
import { execute } from './execute';

export const graphql: Resource = {
  value: 'graphql',
  name: 'GraphQL',
  defaultOperation: execute.value,
  operations: [execute],
};
