import fc from 'fast-check';

import { RateLimiter } from '../../nodes/Upwork/api/rateLimiter.ts';
import type { RateWindow } from '../../nodes/Upwork/api/rateLimiter.ts';
import { FakeClock } from './fakeClock.mts';

const window: fc.Arbitrary<RateWindow> = fc.record({
  limit: fc.integer({ min: 1, max: 12 }),
  ms: fc.integer({ min: 1, max: 5_000 }),
});

/** A request: how long after the one before it comes, how long it travels, and how long the answer does. */
interface Call {
  pause: number;
  there: number;
  back: number;
}

const call: fc.Arbitrary<Call> = fc.record({
  pause: fc.integer({ min: 0, max: 800 }),
  there: fc.integer({ min: 0, max: 1_500 }),
  back: fc.integer({ min: 0, max: 1_500 }),
});

/** Makes the calls and notes when each starts and when it arrives at the server, in the order of the starts. */
async function trace(windows: RateWindow[], calls: Call[]) {
  const clock = new FakeClock();
  const limiter = new RateLimiter(windows, clock);
  const starts: { caller: number; at: number }[] = [];
  const arrivals: number[] = [];
  const runs: Promise<void>[] = [];
  for (const [caller, { pause, there, back }] of calls.entries()) {
    clock.advance(pause);
    runs.push(
      limiter.run(async () => {
        starts.push({ caller, at: clock.now() });
        await clock.sleep(there);
        arrivals.push(clock.now());
        await clock.sleep(back);
      }),
    );
  }
  await Promise.all(runs);
  return { starts, arrivals };
}

const instant = (pause = 0): Call => ({ pause, there: 0, back: 0 });

describe('RateLimiter', () => {
  it('lets no more arrive in any span than a window allows, however requests are delayed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(window, { minLength: 1, maxLength: 3 }),
        fc.array(call, { minLength: 1, maxLength: 50 }),
        async (windows, calls) => {
          const { arrivals } = await trace(windows, calls);
          expect(arrivals).toHaveLength(calls.length);
          const times = arrivals.sort((a, b) => a - b);
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
        fc.array(call, { minLength: 1, maxLength: 40 }),
        async (only, calls) => {
          const { starts } = await trace([only], calls);
          expect(starts.map(({ caller }) => caller)).toEqual([...calls.keys()]);
        },
      ),
    );
  });

  it('wastes nothing: whoever finds a free place starts at once', async () => {
    const { starts } = await trace(
      [{ limit: 10, ms: 1_000 }],
      Array.from({ length: 25 }, () => instant()),
    );
    const first = starts[0]?.at ?? NaN;
    expect(starts.map(({ at }) => at - first)).toEqual([
      ...Array<number>(10).fill(0),
      ...Array<number>(10).fill(1_000),
      ...Array<number>(5).fill(2_000),
    ]);
  });

  it('gives the place of a request that failed to the next one', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter([{ limit: 1, ms: 1_000 }], clock);
    const begin = clock.now();
    const failed = limiter.run(() => Promise.reject(new Error('no answer')));
    await expect(failed).rejects.toThrow('no answer');
    await limiter.run(() => Promise.resolve());
    expect(clock.now() - begin).toBe(1_000);
  });

  it('holds everybody back for as long as Upwork asked', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter([{ limit: 10, ms: 1_000 }], clock);
    const begin = clock.now();
    limiter.hold(7_000);
    limiter.hold(2_000);
    await limiter.run(() => Promise.resolve());
    expect(clock.now() - begin).toBe(7_000);
  });
});
