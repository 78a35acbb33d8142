import fc from 'fast-check';

import { FROM_ZERO, paginate } from '../../../nodes/Upwork/api/graphql/pages.ts';
import type { CursorRecord, CursorState } from '../../../nodes/Upwork/triggers/cursor.ts';
import { readBaseline, readNew } from '../../../nodes/Upwork/triggers/cursor.ts';

const PAGE_SIZE = 5;
const LATENESS = 25;
const LIMITS = { emitted: 7, remembered: 10_000, read: 10_000, latenessMs: LATENESS };

/** What happens between two polls, and during the second. */
const step = fc.record({
  /** Records that appear: how long ago they were published (late, often at the same time). */
  appearing: fc.array(fc.integer({ min: 0, max: LATENESS }), { maxLength: 12 }),
  /** Records that appear while the pages are read. */
  duringRead: fc.integer({ min: 0, max: 2 }),
  /** The page at which the fetch fails, if it does. */
  failsAtPage: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  /** Whether n8n restarts from what it stored. */
  restarts: fc.boolean(),
});

/** A listing like Upwork's, newest first, in pages whose cursors are offsets. */
class Listing {
  private records: CursorRecord[] = [];
  private nextId = 1;
  now = 1_000;

  add(publishedAgo: number): CursorRecord {
    const record = { id: `job-${this.nextId++}`, at: this.now - publishedAgo };
    this.records = [...this.records, record].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    return record;
  }

  batches(onPage: (page: number) => void = () => undefined) {
    let page = 0;
    return paginate(async (after) => {
      onPage(++page);
      const offset = Number(after);
      const records = this.records.slice(offset, offset + PAGE_SIZE);
      const end = offset + records.length;
      return await Promise.resolve({
        records,
        edgeCount: records.length,
        endCursor: String(end),
        hasNextPage: end < this.records.length,
      });
    }, FROM_ZERO);
  }
}

const asStored = (state: CursorState): CursorState =>
  JSON.parse(JSON.stringify(state)) as CursorState;

function expectOldestFirst(records: CursorRecord[]): void {
  const times = records.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
}

describe('the cursor', () => {
  it('emits each new record exactly once, whatever happens in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }),
        fc.array(step, { maxLength: 12 }),
        async (ages, steps) => {
          const listing = new Listing();
          for (const age of ages) listing.add(age);
          let state = await readBaseline(listing.batches(), LIMITS);
          const expected: string[] = [];
          const emitted: string[] = [];

          for (const { appearing, duringRead, failsAtPage, restarts } of steps) {
            listing.now += 10;
            expected.push(...appearing.map((age) => listing.add(age).id));
            if (restarts) state = asStored(state);
            const pages = listing.batches((page) => {
              if (page === failsAtPage) throw new Error('the network failed');
              if (page > 1) return;
              for (let i = 0; i < duringRead; i++) expected.push(listing.add(0).id);
            });
            const [result] = await Promise.allSettled([readNew(pages, state, LIMITS)]);
            if (result.status === 'rejected') continue;
            expectOldestFirst(result.value.emitted);
            emitted.push(...result.value.emitted.map(({ id }) => id));
            state = result.value.state;
          }

          // Undisturbed polls emit what a limit or a fault left over, then nothing more.
          for (;;) {
            const last = await readNew(listing.batches(), state, LIMITS);
            if (last.emitted.length === 0) break;
            emitted.push(...last.emitted.map(({ id }) => id));
            state = last.state;
          }
          expect([...emitted].sort()).toEqual([...expected].sort());
        },
      ),
    );
  });

  it('does not emit existing records at the start, whether it reads them or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }),
        async (ages) => {
          const listing = new Listing();
          for (const age of ages) listing.add(age);
          const state = await readBaseline(listing.batches(), LIMITS);
          expect((await readNew(listing.batches(), state, LIMITS)).emitted).toEqual([]);
        },
      ),
    );
  });

  it('reads one page when nothing is new', async () => {
    const listing = new Listing();
    for (let age = 0; age < 30; age++) listing.add(age * LATENESS);
    const state = await readBaseline(listing.batches(), LIMITS);
    let pages = 0;
    await readNew(
      listing.batches(() => pages++),
      state,
      LIMITS,
    );
    expect(pages).toBe(1);
  });

  it('does not change the state that is passed to it', async () => {
    const listing = new Listing();
    listing.add(5);
    const state = await readBaseline(listing.batches(), LIMITS);
    const before = asStored(state);
    listing.add(0);
    await readNew(listing.batches(), state, LIMITS);
    expect(state).toEqual(before);
  });

  it('stays small: the oldest records are forgotten and count as old', async () => {
    const limits = { ...LIMITS, remembered: 20 };
    const listing = new Listing();
    let state = await readBaseline(listing.batches(), limits);
    for (let round = 0; round < 100; round++) {
      listing.now += 10;
      const { id } = listing.add(0);
      const result = await readNew(listing.batches(), state, limits);
      expect(result.emitted.map((record) => record.id)).toEqual([id]);
      state = result.state;
    }
    expect(state.seen).toHaveLength(20);
  });

  it('says so if there are more new records than it may read', async () => {
    const limits = { ...LIMITS, read: 10 };
    const listing = new Listing();
    listing.add(50);
    const state = await readBaseline(listing.batches(), limits);
    for (let i = 0; i < 30; i++) listing.add(0);
    expect((await readNew(listing.batches(), state, limits)).isTruncated).toBe(true);
  });
});
