import { readFileSync } from 'node:fs';

import { PERMISSIONS } from '../../nodes/Upwork/api/index.ts';
import { usesOf } from '../../nodes/Upwork/resources.ts';

const guide = readFileSync('docs/api-key.md', 'utf8');

/** The rows of the table between the two comments, as pairs of cells. */
function guideRows(): string[][] {
  const table = /<!-- permissions:[^]*?-->([^]*?)<!-- \/permissions -->/.exec(guide)?.[1] ?? '';
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

it('lists the permissions that the code needs, and what they are for', () => {
  const needed = PERMISSIONS.map(({ name, neededElsewhere }) => ({
    name,
    uses: [...(neededElsewhere === undefined ? [] : [neededElsewhere]), ...usesOf(name)],
  })).filter(({ uses }) => uses.length > 0);
  expect(guideRows()).toEqual(needed.map(({ name, uses }) => [name, uses.join(', ')]));
});
