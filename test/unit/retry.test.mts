import type { Fault, Outcome } from '../../nodes/Upwork/api/fault.ts';
import { withRetries } from '../../nodes/Upwork/api/retry.ts';
import { FakeClock } from './fakeClock.mts';

const fault = (changes: Partial<Fault>): { fault: Fault } => ({
  fault: {
    kind: 'unavailable',
    message: 'a fault',
    description: '',
    passing: true,
    notExecuted: false,
    ...changes,
  },
});

/** Runs against outcomes that come one after the other; the last one stays. */
async function run(kind: 'query' | 'mutation', outcomes: Outcome<string>[], clock: FakeClock) {
  let attempts = 0;
  const begin = clock.now();
  const outcome = await withRetries(
    async () => {
      const next = outcomes[Math.min(attempts++, outcomes.length - 1)];
      if (!next) throw new Error('no outcome given');
      return await Promise.resolve(next);
    },
    kind,
    clock,
  );
  return { outcome, attempts, waited: clock.now() - begin };
}

describe('withRetries', () => {
  it('repeats a read after a passing fault', async () => {
    const { outcome, attempts } = await run('query', [fault({}), { data: 'x' }], new FakeClock());
    expect(outcome).toEqual({ data: 'x' });
    expect(attempts).toBe(2);
  });

  it('gives up after four attempts, with the last fault', async () => {
    const { outcome, attempts } = await run('query', [fault({})], new FakeClock());
    expect(outcome).toEqual(fault({}));
    expect(attempts).toBe(4);
  });

  it('never repeats a mutation that may have been executed', async () => {
    const { attempts } = await run('mutation', [fault({}), { data: 'x' }], new FakeClock());
    expect(attempts).toBe(1);
  });

  it('repeats a mutation that was surely not executed', async () => {
    const outcomes = [fault({ notExecuted: true }), { data: 'x' }];
    expect((await run('mutation', outcomes, new FakeClock())).attempts).toBe(2);
  });

  it('never repeats what will not pass', async () => {
    expect((await run('query', [fault({ passing: false })], new FakeClock())).attempts).toBe(1);
  });

  it('waits as long as Retry-After says, and backs off without it', async () => {
    const told = [fault({ retryAfterMs: 3_000 }), { data: 'x' }];
    expect((await run('query', told, new FakeClock())).waited).toBe(3_000);
    const untold = [fault({}), fault({}), { data: 'x' }];
    expect((await run('query', untold, new FakeClock(0, 0.999_999))).waited).toBeCloseTo(1_500, -1);
  });

  it('does not wait longer than a poll may take', async () => {
    const outcomes = [fault({ retryAfterMs: 60_000 }), { data: 'x' }];
    const { outcome, waited } = await run('query', outcomes, new FakeClock());
    expect(outcome).toEqual(fault({ retryAfterMs: 60_000 }));
    expect(waited).toBe(0);
  });
});
