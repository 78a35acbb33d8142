import { readFileSync } from 'node:fs';

import { resources } from '../../nodes/Upwork/resources.ts';
import { outputSchemas } from '../../scripts/outputSchemas.mts';

const guide = readFileSync('docs/output.md', 'utf8');
/** The records of events that no operation returns, and those that they are based on. */
const EVENTS: Record<string, string> = {
  newMessage: 'message',
  newProposal: 'clientProposal',
  proposalChange: 'proposal',
};

const [operation] = resources.flatMap(({ operations }) => operations);
const schemas = outputSchemas(
  resources.map((resource) => ({
    ...resource,
    operations: [
      ...resource.operations,
      ...Object.keys(EVENTS).flatMap((output) => (operation ? { ...operation, output } : [])),
    ],
  })),
);

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

const tables = [...guide.matchAll(/<!-- record: (\w+) -->/g)].map(([, record = '']) => record);

it.each(tables)('names the fields of %s, and no others, in their order', (record) => {
  const rows = rowsAfter(`record: ${record}`);
  expect(rows.map(([field]) => namesIn(field))).toEqual(fieldsOf(record).map((name) => [name]));
  for (const [, meaning, example] of rows) expect([meaning, example]).not.toContain('');
});

it('names the fields of all that changes return', () => {
  const records = resources
    .flatMap(({ operations }) => operations)
    .filter(({ changes, output }) => changes !== undefined && output !== 'data')
    .map(({ output }) => output);
  const returned = [...new Set(records)].map((record) => fieldsOf(record).join(', '));
  const documented = rowsAfter('changes').map(([, fields]) => namesIn(fields).join(', '));
  expect(documented.sort()).toEqual(returned.sort());
});

it('has a table for every record that is read', () => {
  const records = resources
    .flatMap(({ operations }) => operations)
    .filter(({ changes }) => changes === undefined)
    .map(({ output }) => output);
  expect(tables.sort()).toEqual([...new Set(records)].sort());
});

it('names what events return beyond the records that operations return', () => {
  const added = Object.entries(EVENTS).map(([event, record]) => [
    record === 'clientProposal' ? 'received proposal' : record,
    fieldsOf(event).slice(fieldsOf(record).length),
  ]);
  const documented = rowsAfter('events').map(([, record = '', fields]) => [
    /^\[([\w ]+)\]/.exec(record)?.[1],
    namesIn(fields),
  ]);
  expect(documented).toEqual(expect.arrayContaining(added));
  for (const [event, record = ''] of Object.entries(EVENTS)) {
    expect(fieldsOf(event).slice(0, fieldsOf(record).length)).toEqual(fieldsOf(record));
  }
});
