import fc from 'fast-check';

import { RateLimiter } from '../../nodes/Upwork/api/rateLimiter.ts';
import type { RateWindow } from '../../nodes/Upwork/api/rateLimiter.ts';
import { FakeClock } from './fakeClock.mts';

const window: fc.Arbitrary<RateWindow> = fc.record({
  limit: fc.integer({ min: 1, max: 12 }),
  ms: fc.integer({ min: 1, max: 5_000 }),
});

/** Lets callers arrive after the given pauses and notes when each may start, in the order of grants. */
async function startsOf(windows: RateWindow[], pauses: number[]) {
  const clock = new FakeClock();
  const limiter = new RateLimiter(windows, clock);
  const starts: { caller: number; at: number }[] = [];
  const callers: Promise<void>[] = [];
  for (const [caller, pause] of pauses.entries()) {
    clock.advance(pause);
    callers.push(limiter.acquire().then(() => void starts.push({ caller, at: clock.now() })));
  }
  await Promise.all(callers);
  return starts;
}

describe('RateLimiter', () => {
  it('never lets more start in any span than a window allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(window, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 60 }),
        async (windows, pauses) => {
          const times = (await startsOf(windows, pauses)).map(({ at }) => at);
          expect(times).toHaveLength(pauses.length);
          for (const { limit, ms } of windows) {
            times.forEach((time, index) => {
              const earlier = times[index - limit];
              if (earlier !== undefined) expect(time - earlier).toBeGreaterThanOrEqual(ms);
            });
          }
        },
      ),
    );
  });

  it('serves first come, first served', async () => {
    await fc.assert(
      fc.asyncProperty(
        window,
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 40 }),
        async (only, pauses) => {
          const order = (await startsOf([only], pauses)).map(({ caller }) => caller);
          expect(order).toEqual([...pauses.keys()]);
        },
      ),
    );
  });

  it('wastes nothing: whoever finds a free slot starts at once', async () => {
    const starts = await startsOf([{ limit: 10, ms: 1_000 }], Array<number>(25).fill(0));
    const first = starts[0]?.at ?? NaN;
    expect(starts.map(({ at }) => at - first)).toEqual([
      ...Array<number>(10).fill(0),
      ...Array<number>(10).fill(1_000),
      ...Array<number>(5).fill(2_000),
    ]);
  });

  it('holds everybody back for as long as Upwork asked', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter([{ limit: 10, ms: 1_000 }], clock);
    const begin = clock.now();
    limiter.hold(7_000);
    limiter.hold(2_000);
    await limiter.acquire();
    expect(clock.now() - begin).toBe(7_000);
  });
});
