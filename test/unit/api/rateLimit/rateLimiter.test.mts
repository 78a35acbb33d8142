import fc from 'fast-check';

import { RateLimiter } from '../../../../nodes/Upwork/api/rateLimit/rateLimiter.ts';
import type {
  Priority,
  Permit,
  AcquireOptions,
} from '../../../../nodes/Upwork/api/rateLimit/rateLimiter.ts';
import { VirtualClock } from '../../../simulation/virtualClock.mts';

const WINDOWS = [
  { limit: 10, ms: 1_000 },
  { limit: 300, ms: 60_000 },
];

/**
 * A caller: the pause before it, how long its request and the response travel, and when it gives
 * up.
 */
interface Call {
  priority: Priority;
  pause: number;
  requestMs: number;
  responseMs: number;
  timeout: number | null;
}

const call: fc.Arbitrary<Call> = fc.record({
  priority: fc.constantFrom<Priority>('background', 'interactive'),
  pause: fc.integer({ min: 0, max: 300 }),
  requestMs: fc.integer({ min: 0, max: 1_500 }),
  responseMs: fc.integer({ min: 0, max: 1_500 }),
  timeout: fc.option(fc.integer({ min: 0, max: 5_000 })),
});

/** Many callers: only a few hundred reach the limit of a minute. */
const calls = fc
  .array(call, { minLength: 1, maxLength: 30 })
  .chain((some) =>
    fc.integer({ min: 1, max: 30 }).map((times) => Array(times).fill(some).flat() as Call[]),
  );

interface Traced extends Call {
  caller: number;
  requestedAt: number;
  /** Null when it gave up. */
  started: number | null;
  arrived: number;
}

/** Makes the calls, each after its pause, and records what happened. */
async function trace(list: readonly Call[], perMinute?: number): Promise<Traced[]> {
  const clock = new VirtualClock(() => 0.5);
  const limiter = new RateLimiter(clock);
  const traced: Traced[] = [];

  async function make(one: Call, caller: number): Promise<void> {
    const requestedAt = clock.now();
    const stop = new AbortController();
    if (one.timeout !== null)
      void clock.sleep(one.timeout).then(() => {
        stop.abort();
      });
    const permit = await limiter.acquire({
      priority: one.priority,
      signal: stop.signal,
      ...(perMinute !== undefined && { perMinute }),
    });
    const record = { ...one, caller, requestedAt, started: permit && clock.now(), arrived: NaN };
    traced.push(record);
    if (!permit) return;
    await clock.sleep(one.requestMs);
    record.arrived = clock.now();
    await clock.sleep(one.responseMs);
    permit.succeeded();
    permit.release();
  }

  async function makeAll(): Promise<void> {
    for (const [caller, one] of list.entries()) {
      await clock.sleep(one.pause);
      void make(one, caller);
    }
  }

  void makeAll();
  await clock.runUntil(60 * 60_000);
  return traced;
}

/** The largest number of times within any `ms` milliseconds. */
function most(times: readonly number[], ms: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map((time, index) => {
      const end = sorted.findIndex((other) => other >= time + ms);
      return (end === -1 ? sorted.length : end) - index;
    }),
  );
}

const started = (traced: readonly Traced[]) =>
  traced.flatMap((one) => (one.started === null ? [] : [{ ...one, started: one.started }]));

describe('RateLimiter', () => {
  it('never lets more arrive in any period than Upwork allows, however requests are delayed', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (list) => {
        const arrivals = started(await trace(list)).map(({ arrived }) => arrived);
        for (const { limit, ms } of WINDOWS) expect(most(arrivals, ms)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 60 },
    );
  });

  it('serves everyone who waits, first in, first out within a priority', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (list) => {
        const traced = await trace(list);
        const served = started(traced);
        const patient = list.filter(({ timeout }) => timeout === null);
        expect(traced).toHaveLength(list.length);
        expect(served.filter(({ timeout }) => timeout === null)).toHaveLength(patient.length);
        for (const priority of ['background', 'interactive']) {
          const order = served
            .filter((one) => one.priority === priority)
            .map(({ caller }) => caller);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no gap where a caller gave up', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (list) => {
        const all = await trace(list);
        const gone = new Set(all.filter((one) => one.started === null).map(({ caller }) => caller));
        // The same without those who gave up.
        const stayed = list.map((one, caller) => ({ ...one, caller }));
        const without = await trace(
          stayed.flatMap((one, index) => {
            if (gone.has(index)) return [];
            const skipped = stayed.slice(0, index).reverse();
            const run = skipped.findIndex(({ caller }) => !gone.has(caller));
            const lost = run === -1 ? skipped : skipped.slice(0, run);
            return [{ ...one, pause: one.pause + lost.reduce((sum, { pause }) => sum + pause, 0) }];
          }),
        );
        const starts = (traced: readonly Traced[]) =>
          started(traced)
            .map((one) => one.started)
            .sort((a, b) => a - b);
        const late = starts(all).filter((start, index) => start > (starts(without)[index] ?? 0));
        expect(late).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps within what the user allows, if that is less', async () => {
    await fc.assert(
      fc.asyncProperty(calls, fc.integer({ min: 1, max: 299 }), async (list, perMinute) => {
        const arrivals = started(await trace(list, perMinute)).map(({ arrived }) => arrived);
        expect(most(arrivals, 60_000)).toBeLessThanOrEqual(perMinute);
        expect(most(arrivals, 1_000)).toBeLessThanOrEqual(Math.max(1, perMinute / 30));
      }),
      { numRuns: 40 },
    );
  });
});

/** A limiter, and callers whose requests take 100 ms. */
function busy() {
  const clock = new VirtualClock(() => 0.5);
  const limiter = new RateLimiter(clock);
  const starts: Record<Priority, number[]> = { background: [], interactive: [] };
  async function call(
    turn: AcquireOptions,
    end: (permit: Permit) => void = (permit) => {
      permit.succeeded();
    },
  ): Promise<void> {
    const permit = await limiter.acquire(turn);
    if (!permit) return;
    starts[turn.priority].push(clock.now());
    await clock.sleep(100);
    end(permit);
    permit.release();
  }
  return { clock, limiter, starts, call };
}

describe('a run of thousands of requests', () => {
  it('uses at least 97 % of what Upwork allows', async () => {
    const { clock, starts, call } = busy();
    for (let n = 0; n < 5_000; n++) void call({ priority: 'background' });
    await clock.runUntil(10 * 60_000);
    expect(starts.background.length).toBeGreaterThanOrEqual(0.97 * 300 * 10);
    expect(starts.background.length).toBeLessThanOrEqual(300 * 10);
  });

  it('never keeps a poll waiting for more than three seconds', async () => {
    const { clock, starts, call } = busy();
    for (let n = 0; n < 5_000; n++) void call({ priority: 'background' });
    const requestedAt: number[] = [];
    for (let at = 0; at < 10 * 60_000; at += 12_345) {
      await clock.runUntil(at);
      requestedAt.push(at);
      void call({ priority: 'interactive' });
    }
    await clock.runUntil(10 * 60_000 + 5_000);
    const waits = starts.interactive.map((start, index) => start - (requestedAt[index] ?? NaN));
    expect(waits).toHaveLength(requestedAt.length);
    expect(Math.max(...waits)).toBeLessThanOrEqual(3_000);
  });

  it('not even polls that come every few seconds from the start', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1_000, max: 8_000 }), { minLength: 1, maxLength: 20 }),
        async (pauses) => {
          const { clock, starts, call } = busy();
          for (let n = 0; n < 1_000; n++) void call({ priority: 'background' });
          const requestedAt: number[] = [];
          for (let at = 0, n = 0; at < 2 * 60_000; at += pauses[n++ % pauses.length] ?? NaN) {
            await clock.runUntil(at);
            requestedAt.push(at);
            void call({ priority: 'interactive' });
          }
          await clock.runUntil(2 * 60_000 + 30_000);
          const waits = starts.interactive.map(
            (start, index) => start - (requestedAt[index] ?? NaN),
          );
          expect(waits).toHaveLength(requestedAt.length);
          expect(Math.max(...waits)).toBeLessThanOrEqual(3_000);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shares evenly with as many interactive requests', async () => {
    const { clock, starts, call } = busy();
    for (let n = 0; n < 2_000; n++) {
      void call({ priority: 'background' });
      void call({ priority: 'interactive' });
    }
    await clock.runUntil(5 * 60_000);
    expect(starts.background.length / starts.interactive.length).toBeGreaterThan(0.8);
    expect(starts.background.length / starts.interactive.length).toBeLessThan(1.25);
  });
});

describe('a 429', () => {
  const refuse = (retryAfterMs?: number) => (permit: Permit) => {
    permit.throttled(retryAfterMs);
  };

  it('pauses all requests for as long as Upwork asks', async () => {
    const { clock, starts, call } = busy();
    void call({ priority: 'background' }, refuse(7_000));
    await clock.runUntil(200);
    void call({ priority: 'interactive' });
    await clock.runUntil(60_000);
    expect(starts.interactive[0]).toBeGreaterThanOrEqual(7_100);
    expect(starts.interactive[0]).toBeLessThan(8_000);
  });

  it('that asks for more than five minutes makes nobody wait, not even those in the queue', async () => {
    const { clock, limiter, call } = busy();
    void call({ priority: 'background' }, refuse(301_000));
    const outcomes: (Permit | null)[] = [];
    const wait = async () => outcomes.push(await limiter.acquire({ priority: 'background' }));
    for (let n = 0; n < 10; n++) void wait();
    await clock.runUntil(200);
    const queued = outcomes.filter((outcome) => outcome === null).length;
    void limiter.acquire({ priority: 'interactive' }).then((permit) => outcomes.push(permit));
    await clock.runUntil(200);
    expect({ queued, refused: outcomes.filter((outcome) => outcome === null).length }).toEqual({
      queued: 6,
      refused: 7,
    });
    expect(limiter.pauseMs()).toBeGreaterThan(300_000);
  });

  it('makes those wait who have the time', async () => {
    const { clock, starts, call } = busy();
    void call({ priority: 'background' }, refuse(60_000));
    await clock.runUntil(200);
    void call({ priority: 'interactive', deadline: 40_000 });
    void call({ priority: 'interactive', deadline: 90_000 });
    await clock.runUntil(5 * 60_000);
    expect(starts.interactive).toHaveLength(1);
    expect(starts.interactive[0]).toBeGreaterThanOrEqual(60_100);
  });

  it('pauses longer each time if Upwork does not say how long', async () => {
    const { clock, starts, call } = busy();
    for (let n = 0; n < 5; n++) {
      void call({ priority: 'background' }, refuse());
      await clock.runUntil((n + 1) * 100_000);
    }
    for (let n = 0; n < 2; n++) void call({ priority: 'background' });
    await clock.runUntil(10 * 60_000);
    expect((starts.background[5] ?? NaN) - 400_100).toBeGreaterThanOrEqual(0);
    expect(starts.background).toHaveLength(7);
  });

  it('slows the process down, which then recovers its full speed', async () => {
    const { clock, starts, call } = busy();
    void call({ priority: 'background' }, refuse(1_000));
    await clock.runUntil(2_000);
    for (let n = 0; n < 10_000; n++) void call({ priority: 'background' });
    await clock.runUntil(62_000);
    const slow = starts.background.length;
    expect(slow).toBeGreaterThan(0.55 * 300);
    expect(slow).toBeLessThan(0.75 * 300);
    await clock.runUntil(10 * 60_000);
    const before = starts.background.length;
    await clock.runUntil(11 * 60_000);
    expect(starts.background.length - before).toBeGreaterThanOrEqual(0.97 * 300);
  });
});

describe("the day's limit", () => {
  it('is reported when it is used up, and until when', async () => {
    const clock = new VirtualClock(() => 0.5);
    const limiter = new RateLimiter(clock);
    const count = async () => {
      for (let n = 0; n < 40_000; n++)
        (await limiter.acquire({ priority: 'background' }))?.release();
    };
    void count();
    await clock.runUntil(3 * 60 * 60_000);
    expect(limiter.requestsInLastDay()).toBe(40_000);
    const wait = limiter.dayWaitMs();
    expect(wait).toBe(21 * 60 * 60_000);
    await clock.runUntil(24 * 60 * 60_000 + 1_000);
    expect(limiter.dayWaitMs()).toBe(0);
  });
});
