import type { DocumentSource } from '../../nodes/Upwork/api/graphql/document.ts';
import type { ApiFailure, Outcome } from '../../nodes/Upwork/api/errors/failure.ts';
import { withRetries } from '../../nodes/Upwork/api/http/retry.ts';
import { FakeClock } from './fakeClock.mts';

const fault = (changes: Partial<ApiFailure>): { fault: ApiFailure } => ({
  fault: {
    kind: 'unavailable',
    message: 'a fault',
    description: '',
    retryable: true,
    notExecuted: false,
    ...changes,
  },
});

const done: Outcome<string> = { data: 'x', warnings: [] };

/** Runs against outcomes that come one after the other; the last one stays. */
async function run(
  kind: DocumentSource['kind'],
  outcomes: Outcome<string>[],
  clock: FakeClock,
  isSentOnce = false,
) {
  let attempts = 0;
  const begin = clock.now();
  const outcome = await withRetries(
    async () => {
      const next = outcomes[Math.min(attempts++, outcomes.length - 1)];
      if (!next) throw new Error('no outcome given');
      return await Promise.resolve(next);
    },
    { kind, neverRetried },
    clock,
  );
  return { outcome, attempts, waited: clock.now() - begin };
}

describe('withRetries', () => {
  it('repeats a read after a passing fault', async () => {
    const { outcome, attempts } = await run('query', [fault({}), done], new FakeClock());
    expect(outcome).toEqual(done);
    expect(attempts).toBe(2);
  });

  it('gives up after four attempts, with the last fault', async () => {
    const { outcome, attempts } = await run('query', [fault({})], new FakeClock());
    expect(outcome).toEqual(fault({}));
    expect(attempts).toBe(4);
  });

  it('never repeats a mutation that may have been executed', async () => {
    const { attempts } = await run('mutation', [fault({}), done], new FakeClock());
    expect(attempts).toBe(1);
  });

  it('repeats a mutation that was surely not executed', async () => {
    const outcomes = [fault({ notExecuted: true }), done];
    expect((await run('mutation', outcomes, new FakeClock())).attempts).toBe(2);
  });

  it('does not even repeat that where it is to be sent once', async () => {
    const outcomes = [fault({ kind: 'rateLimited', notExecuted: true }), done];
    expect((await run('mutation', outcomes, new FakeClock(), true)).attempts).toBe(1);
  });

  it('never repeats what will not pass', async () => {
    expect((await run('query', [fault({ retryable: false })], new FakeClock())).attempts).toBe(1);
  });

  it('waits as long as Retry-After says, and backs off without it', async () => {
    const told = [fault({ retryAfterMs: 3_000 }), done];
    expect((await run('query', told, new FakeClock())).waited).toBe(3_000);
    const untold = [fault({}), fault({}), done];
    expect((await run('query', untold, new FakeClock(0, 0.999_999))).waited).toBeCloseTo(1_500, -1);
  });

  it('has more patience with a refusal, which costs nobody much', async () => {
    const outcomes = [fault({ kind: 'rateLimited', notExecuted: true })];
    expect((await run('mutation', outcomes, new FakeClock())).attempts).toBe(10);
  });

  it('does not wait when Upwork asks for longer than five minutes', async () => {
    const outcomes = [fault({ retryAfterMs: 301_000 }), done];
    const { outcome, waited } = await run('query', outcomes, new FakeClock());
    expect(outcome).toEqual(fault({ retryAfterMs: 301_000 }));
    expect(waited).toBe(0);
  });

  it('gives up after five minutes in all', async () => {
    const outcomes = [fault({ retryAfterMs: 100_000 })];
    const { attempts, waited } = await run('query', outcomes, new FakeClock());
    expect({ attempts, waited }).toEqual({ attempts: 4, waited: 300_000 });
  });

  it('stops waiting when the signal says so', async () => {
    const stop = new AbortController();
    const clock = new FakeClock();
    let attempts = 0;
    const outcome = await withRetries(
      async () => {
        attempts++;
        stop.abort();
        return await Promise.resolve(fault({}));
      },
      { kind: 'query' },
      clock,
      stop.signal,
    );
    expect({ outcome, attempts }).toEqual({ outcome: fault({}), attempts: 1 });
  });
});
