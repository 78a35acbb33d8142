import fc from 'fast-check';

import {
  BY_CURSOR,
  FROM_ZERO,
  paginate,
  takeRecords,
  toConnectionPage,
} from '../../../../nodes/Upwork/api/graphql/pages.ts';
import type { ConnectionPage, PageOrder } from '../../../../nodes/Upwork/api/graphql/pages.ts';

interface Row {
  id: string;
}

interface Settings {
  /** False for a record that Upwork can't show: its node is null. */
  shown: boolean[];
  pageSize: number;
  /** How many new records are added at the top after each page. */
  arrivals?: number[];
  /** The `hasNextPage` of each page; by default the correct value. */
  flags?: (boolean | null)[];
}

/** A connection like Upwork's, with offsets for cursors. */
function connectionOf({ shown, pageSize, arrivals = [], flags = [] }: Settings) {
  let rows = shown.map((isShown, index) => (isShown ? { id: `old-${index}` } : null));
  const cursors: (string | null)[] = [];
  const fetchPage = async (after: string | null): Promise<ConnectionPage<Row>> => {
    const offset = Number(after ?? 0);
    const edges = rows.slice(offset, offset + pageSize).map((node) => ({ node }));
    const end = offset + edges.length;
    const pageInfo = {
      endCursor: String(end),
      hasNextPage: flags[cursors.length] ?? end < rows.length,
    };
    const fresh = Array.from({ length: arrivals[cursors.length] ?? 0 }, (_, index) => ({
      id: `new-${cursors.length}-${index}`,
    }));
    rows = [...fresh, ...rows];
    cursors.push(after);
    return await Promise.resolve(toConnectionPage({ edges, pageInfo }));
  };
  return { fetchPage, cursors };
}

const settings = fc.record({
  shown: fc.oneof(
    fc.array(fc.boolean(), { maxLength: 120 }),
    // A long run of records that can't be shown.
    fc
      .tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }))
      .map(([nulls, others]) => [
        ...Array.from({ length: nulls }, () => false),
        ...Array.from({ length: others }, () => true),
      ]),
  ),
  pageSize: fc.integer({ min: 1, max: 30 }),
  flags: fc.array(fc.constantFrom(true, false, null), { maxLength: 130 }),
});

const oldIds = (shown: boolean[]): string[] =>
  shown.flatMap((isShown, index) => (isShown ? `old-${index}` : []));

async function readAll(
  fetchPage: (after: string | null) => Promise<ConnectionPage<Row>>,
  order?: PageOrder,
  limit = Infinity,
): Promise<string[]> {
  const rows = await takeRecords(paginate(fetchPage, order), limit, () => true);
  return rows.map(({ id }) => id);
}

describe('paginate', () => {
  it('returns every record once, whatever hasNextPage is, with at most one extra request', async () => {
    await fc.assert(
      fc.asyncProperty(settings, async (list) => {
        const { fetchPage, cursors } = connectionOf(list);
        expect(await readAll(fetchPage)).toEqual(oldIds(list.shown));
        const pages = Math.max(1, Math.ceil(list.shown.length / list.pageSize));
        expect(cursors.length).toBeLessThanOrEqual(pages + 1);
      }),
    );
  });

  it('returns every record once, even if new ones shift the pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        settings,
        fc.array(fc.integer({ min: 0, max: 3 })),
        async (list, arriving) => {
          // A page that shifts by its whole size would have nothing new: Upwork's pages are far
          // larger.
          const arrivals = arriving.map((count) => Math.min(count, list.pageSize - 1));
          const ids = await readAll(connectionOf({ ...list, arrivals }).fetchPage);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => id.startsWith('old-'))).toEqual(oldIds(list.shown));
        },
      ),
    );
  });

  it('requests no further page once a limit is reached', async () => {
    await fc.assert(
      fc.asyncProperty(settings, fc.integer({ min: 1, max: 120 }), async (list, limit) => {
        const expected = oldIds(list.shown).slice(0, limit);
        fc.pre(expected.length === limit);
        const { fetchPage, cursors } = connectionOf(list);
        expect(await readAll(fetchPage, BY_CURSOR, limit)).toEqual(expected);
        const last = Number(expected.at(-1)?.replace('old-', ''));
        expect(cursors).toHaveLength(Math.floor(last / list.pageSize) + 1);
      }),
    );
  });

  it('trusts hasNextPage of the job search, and starts at "0", as Upwork requires', async () => {
    const shown = Array.from({ length: 20 }, () => true);
    const { fetchPage, cursors } = connectionOf({ shown, pageSize: 10 });
    expect(await readAll(fetchPage, FROM_ZERO)).toHaveLength(20);
    expect(cursors).toEqual(['0', '10']);
  });

  it.each([
    ['the cursor does not change', { endCursor: '0' }],
    ['there is no cursor', { endCursor: null }],
    ['the last page was reached', { endCursor: '1', hasNextPage: false }],
  ])('ends the job search when %s', async (_when, end) => {
    let calls = 0;
    const ids = await readAll(async () => {
      calls++;
      return await Promise.resolve({
        records: [{ id: '1' }],
        edgeCount: 1,
        hasNextPage: true,
        ...end,
      });
    }, FROM_ZERO);
    expect(ids).toEqual(['1']);
    expect(calls).toBe(1);
  });

  it('ends when a page has nothing new', async () => {
    let calls = 0;
    const ids = await readAll(async () => {
      calls++;
      return await Promise.resolve({
        records: [{ id: '1' }],
        edgeCount: 1,
        hasNextPage: true,
        endCursor: String(calls),
      });
    });
    expect(ids).toEqual(['1']);
    expect(calls).toBe(2);
  });

  it('returns all records of a query that selects no ID', async () => {
    const pages = [['a', 'a'], ['a'], []];
    let page = 0;
    const records = await takeRecords(
      paginate<{ id?: string; title: string }>(async () => {
        const titles = pages[page++] ?? [];
        return await Promise.resolve({
          records: titles.map((title) => ({ title })),
          edgeCount: titles.length,
          hasNextPage: false,
          endCursor: String(page),
        });
      }),
      Infinity,
      () => true,
    );
    expect(records).toHaveLength(3);
    expect(page).toBe(3);
  });
});
