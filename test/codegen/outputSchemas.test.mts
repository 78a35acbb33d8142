import type { Resource } from '../../nodes/Upwork/actions/operation.ts';
import { resources } from '../../nodes/Upwork/resources.ts';
import { outputSchemas } from '../../scripts/outputSchemas.mts';

/** The resources with another output of one operation. */
const returning = (output: string): Resource[] =>
  resources.map(({ operations: [first, ...others], ...resource }) => ({
    ...resource,
    operations: first ? [{ ...first, output }, ...others] : [],
  }));

it.each([
  [
    'has a list inside',
    'jobFilter',
    'JobFilter.experienceLevels does not fit into a cell of a table',
  ],
  ['does not exist', 'salary', "The output 'salary' has no type"],
])('there is no schema for a record that %s', (_what, output, error) => {
  expect(() => outputSchemas(returning(output))).toThrow(error);
});
