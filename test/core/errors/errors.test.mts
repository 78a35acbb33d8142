import { readFileSync, writeFileSync } from 'node:fs';

import { CLIENT } from '../../sandboxClient/ids.mts';
import { Upwork } from '../upwork.mts';
import { ERROR_SECTIONS, provoked, toPage } from './errorTable.mts';

const PAGE = 'docs/errors.md';

/** `node test/run.mjs errors` sets it. */
const isToBeWritten = process.env.WRITE_ERRORS === 'yes';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 20 });

/** What users should not have to read: names in the code and in GraphQL, positions, codes of Upwork's. */
const INTERNAL =
  /The parameter|(?<!in |is in )\(?line \d+, column|non-nullable|VJCA|Exception occurred|[a-z]+\.[a-z]+[A-Z]|undefined|\bnull\b|NaN|\.\.$/;

const rows = new Map<string, string[][]>();

describe.each(ERROR_SECTIONS)('$title', ({ title, cases }) => {
  it.each(cases)('$mistake: says what is wrong and what to do', async (one) => {
    const { message, description } = await provoked(upwork, one);
    const shown = message.replace(/ \[item \d+\]/, '');
    rows.set(title, [...(rows.get(title) ?? []), [one.mistake, shown, description]]);
    expect(`${message} ${description}`).not.toMatch(INTERNAL);
    expect(`${message} ${description}`).not.toContain(CLIENT);
    expect(description).toMatch(/^[A-Z'].*[.?)]$|https:/);
  });
});

it('are on the page', () => {
  const page = toPage(ERROR_SECTIONS.map(({ title }) => ({ title, rows: rows.get(title) ?? [] })));
  if (isToBeWritten) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
