import type { DocumentSource } from '../../../../nodes/Upwork/api/graphql/document.ts';
import type { ApiFailure, Outcome } from '../../../../nodes/Upwork/api/errors/failure.ts';
import { isRetryable } from '../../../../nodes/Upwork/api/graphql/execute.ts';
import { withRetries } from '../../../../nodes/Upwork/api/http/retry.ts';
import { FakeClock } from '../../fakeClock.mts';

const failing = (changes: Partial<ApiFailure>): { failure: ApiFailure } => ({
  failure: {
    kind: 'unavailable',
    message: 'a failure',
    description: '',
    retryable: true,
    notExecuted: false,
    ...changes,
  },
});

const done: Outcome<string> = { data: 'x', warnings: [] };

/** Runs against these outcomes in turn; the last one repeats. */
async function run(
  kind: DocumentSource['kind'],
  outcomes: Outcome<string>[],
  clock: FakeClock,
  neverRetried = false,
) {
  let attempts = 0;
  const begin = clock.now();
  const outcome = await withRetries(
    async () => {
      const next = outcomes[Math.min(attempts++, outcomes.length - 1)];
      if (!next) throw new Error('There is no outcome');
      return await Promise.resolve(next);
    },
    {
      isRetryable: (failure) => isRetryable({ kind, neverRetried }, failure),
      clock,
    },
  );
  return { outcome, attempts, waited: clock.now() - begin };
}

describe('withRetries', () => {
  it('retries a read after a retryable failure', async () => {
    const { outcome, attempts } = await run('query', [failing({}), done], new FakeClock());
    expect(outcome).toEqual(done);
    expect(attempts).toBe(2);
  });

  it('gives up after four attempts, with the last failure', async () => {
    const { outcome, attempts } = await run('query', [failing({})], new FakeClock());
    expect(outcome).toEqual(failing({}));
    expect(attempts).toBe(4);
  });

  it('never retries a mutation that may have been executed', async () => {
    const { attempts } = await run('mutation', [failing({}), done], new FakeClock());
    expect(attempts).toBe(1);
  });

  it('retries a mutation that was certainly not executed', async () => {
    const outcomes = [failing({ notExecuted: true }), done];
    expect((await run('mutation', outcomes, new FakeClock())).attempts).toBe(2);
  });

  it('does not retry a document that is never retried', async () => {
    const outcomes = [failing({ kind: 'rateLimited', notExecuted: true }), done];
    expect((await run('mutation', outcomes, new FakeClock(), true)).attempts).toBe(1);
  });

  it('never retries a failure that is not retryable', async () => {
    expect((await run('query', [failing({ retryable: false })], new FakeClock())).attempts).toBe(1);
  });

  it('waits as long as Retry-After says, and backs off without it', async () => {
    const withHeader = [failing({ retryAfterMs: 3_000 }), done];
    expect((await run('query', withHeader, new FakeClock())).waited).toBe(3_000);
    const without = [failing({}), failing({}), done];
    expect((await run('query', without, new FakeClock(0, 0.999_999))).waited).toBeCloseTo(
      1_500,
      -1,
    );
  });

  it('makes more attempts after a 429', async () => {
    const outcomes = [failing({ kind: 'rateLimited', notExecuted: true })];
    expect((await run('mutation', outcomes, new FakeClock())).attempts).toBe(10);
  });

  it('does not wait if Upwork asks for more than five minutes', async () => {
    const outcomes = [failing({ retryAfterMs: 301_000 }), done];
    const { outcome, waited } = await run('query', outcomes, new FakeClock());
    expect(outcome).toEqual(failing({ retryAfterMs: 301_000 }));
    expect(waited).toBe(0);
  });

  it('does not wait for longer than its caller does', async () => {
    const clock = new FakeClock();
    const deadline = clock.now() + 40_000;
    const deadlines: number[] = [];
    const outcome = await withRetries(
      async (until) => {
        deadlines.push(until);
        return await Promise.resolve(failing({ retryAfterMs: 30_000 }));
      },
      { isRetryable: () => true, clock, deadline },
    );
    expect(outcome).toEqual(failing({ retryAfterMs: 30_000 }));
    expect(deadlines).toEqual([deadline, deadline]);
  });

  it('passes each attempt after the first failure the rest of the five minutes', async () => {
    const clock = new FakeClock();
    const begin = clock.now();
    const deadlines: number[] = [];
    await withRetries(
      async (until) => {
        deadlines.push(until - begin);
        return await Promise.resolve(failing({ retryAfterMs: 200_000 }));
      },
      { isRetryable: () => true, clock },
    );
    expect(deadlines).toEqual([Infinity, 300_000]);
  });

  it('gives up after five minutes in all', async () => {
    const outcomes = [failing({ retryAfterMs: 100_000 })];
    const { attempts, waited } = await run('query', outcomes, new FakeClock());
    expect({ attempts, waited }).toEqual({ attempts: 4, waited: 300_000 });
  });

  it('stops when the signal is aborted', async () => {
    const stop = new AbortController();
    const clock = new FakeClock();
    let attempts = 0;
    const outcome = await withRetries(
      async () => {
        attempts++;
        stop.abort();
        return await Promise.resolve(failing({}));
      },
      { isRetryable: () => true, clock, signal: stop.signal },
    );
    expect({ outcome, attempts }).toEqual({ outcome: failing({}), attempts: 1 });
  });
});
