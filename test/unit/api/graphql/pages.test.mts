import fc from 'fast-check';

import { paginateFromZero } from '../../../../nodes/Upwork/api/graphql/pages.ts';
import type { ConnectionPage } from '../../../../nodes/Upwork/api/graphql/pages.ts';

interface Row {
  id: string;
}

/** A connection like Upwork's: offset cursors, and new records that push the pages down meanwhile. */
function growingConnection(size: number, pageSize: number, arrivals: number[]) {
  let rows: Row[] = Array.from({ length: size }, (_, index) => ({ id: `old-${index}` }));
  const cursors: string[] = [];
  const fetchPage = async (after: string): Promise<ConnectionPage<Row>> => {
    cursors.push(after);
    const offset = Number(after);
    const page = rows.slice(offset, offset + pageSize);
    const end = offset + page.length;
    const hasNextPage = end < rows.length;
    const arriving = arrivals[cursors.length - 1] ?? 0;
    const fresh = Array.from({ length: arriving }, (_, index) => ({
      id: `new-${cursors.length}-${index}`,
    }));
    rows = [...fresh, ...rows];
    return await Promise.resolve({ records: page, endCursor: String(end), hasNextPage });
  };
  return { fetchPage, cursors };
}

async function readAll(fetchPage: (after: string) => Promise<ConnectionPage<Row>>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const { records } of paginateFromZero(fetchPage)) all.push(...records);
  return all;
}

describe('zeroCursorPages', () => {
  it('gives every record exactly once, whatever arrives while it reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: 0, max: 3 })),
        async (size, pageSize, arrivals) => {
          // Pages that shift by more than they hold would bring nothing new: Upwork's are far larger.
          const slow = arrivals.map((count) => Math.min(count, pageSize - 1));
          const rows = await readAll(growingConnection(size, pageSize, slow).fetchPage);
          const ids = rows.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const old = Array.from({ length: size }, (_, index) => `old-${index}`);
          expect(ids.filter((id) => id.startsWith('old-'))).toEqual(old);
        },
      ),
    );
  });

  it('begins with "0", as Upwork wants it', async () => {
    const { fetchPage, cursors } = growingConnection(25, 10, []);
    await readAll(fetchPage);
    expect(cursors).toEqual(['0', '10', '20']);
  });

  it.each([
    ['the cursor stands still', { endCursor: '0' }],
    ['there is no cursor', { endCursor: null }],
    ['the last page was reached', { endCursor: '1', hasNextPage: false }],
  ])('ends when %s', async (_when, end) => {
    let calls = 0;
    const rows = await readAll(async () => {
      calls++;
      return await Promise.resolve({ records: [{ id: '1' }], hasNextPage: true, ...end });
    });
    expect(rows).toEqual([{ id: '1' }]);
    expect(calls).toBe(1);
  });

  it('ends when a page brings nothing new', async () => {
    let calls = 0;
    const rows = await readAll(async () => {
      calls++;
      return await Promise.resolve({
        records: [{ id: '1' }],
        hasNextPage: true,
        endCursor: String(calls),
      });
    });
    expect(rows).toEqual([{ id: '1' }]);
    expect(calls).toBe(2);
  });
});
