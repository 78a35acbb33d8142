import { readFileSync } from 'node:fs';

import { resources } from '../../nodes/Upwork/resources.ts';
import { events } from '../../nodes/Upwork/triggers/index.ts';
import { recordSchemas } from '../../scripts/outputSchemas.mts';

const guide = readFileSync('docs/output.md', 'utf8');
const operations = resources.flatMap((resource) => resource.operations);
/** The records that events emit. */
const emitted = events.map(({ output }) => output);
const schemas = recordSchemas([...operations.map(({ output }) => output), ...emitted]);

/** The cells of the table after a comment, without its head. */
function rowsAfter(comment: string): string[][] {
  const [, rest = ''] = guide.split(`<!-- ${comment} -->`);
  return (/^(\|.*\n)+/m.exec(rest)?.[0] ?? '')
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The names in code in a cell. */
const namesIn = (cell = ''): string[] =>
  [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

const fieldsOf = (record: string): string[] => Object.keys(schemas[record]?.properties ?? {});

/** The tables, some of which only have what a record adds to another one. */
const tables = [...guide.matchAll(/<!-- (record: (\w+)(?:, which extends (\w+))?) -->/g)].map(
  ([, comment = '', record = '', base = '']) => ({ comment, record, base }),
);

it.each(tables)('names the fields of $record, and no others, in their order', (table) => {
  const rows = rowsAfter(table.comment);
  const names = fieldsOf(table.record).filter((name) => !fieldsOf(table.base).includes(name));
  expect(rows.map(([field]) => namesIn(field))).toEqual(names.map((name) => [name]));
  for (const [, meaning, example] of rows) expect([meaning, example]).not.toContain('');
});

it('names the fields of all that changes return', () => {
  const records = operations
    .filter(({ changes, output }) => changes !== undefined && output !== 'data')
    .map(({ output }) => output);
  const returned = [...new Set(records)].map((record) => fieldsOf(record).join(', '));
  const documented = rowsAfter('changes').map(([, fields]) => namesIn(fields).join(', '));
  expect(documented.sort()).toEqual(returned.sort());
});

it('has a table for every record that is read or emitted', () => {
  const records = operations
    .filter(({ changes }) => changes === undefined)
    .map(({ output }) => output);
  const documented = tables.map(({ record }) => record).sort();
  expect(documented).toEqual([...new Set([...records, ...emitted])].sort());
});
