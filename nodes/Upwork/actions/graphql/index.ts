import type { Resource } from '../operation';
import { execute } from './execute.operation';

export const graphql: Resource = {
  value: 'graphql',
  name: 'GraphQL',
  description: "Anything else in Upwork's API",
  defaultOperation: execute.value,
  operations: [execute],
};
