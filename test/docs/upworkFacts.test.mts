import { readFileSync } from 'node:fs';

import { ASSUMPTIONS } from '../../nodes/Upwork/actions/account/apiCheck/assumptions/index.ts';

/** The uncertain facts, in the words of docs/upwork-facts.md. */
function uncertainFacts(): string[] {
  return readFileSync('docs/upwork-facts.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([, certainty = '']) => /one report|assumed/.test(certainty))
    .map(([fact = '']) => fact);
}

it('are checked by Account: Check API, each once', () => {
  expect(ASSUMPTIONS.map(({ fact }) => fact)).toEqual(uncertainFacts());
});
