import { RateLimiter, REQUESTS_PER_MINUTE } from '../../nodes/Upwork/api/rateLimit/rateLimiter.ts';
import { withRetries } from '../../nodes/Upwork/api/http/retry.ts';
import type { Outcome } from '../../nodes/Upwork/api/errors/failure.ts';
import { Limiter } from '../sandbox/limiter.mts';
import { VirtualClock } from './virtualClock.mts';

const MINUTE_MS = 60_000;
/** How many requests a process sends at a time, if the limiter allows. */
const CALLERS = 10;

export interface Scenario {
  /** When each process starts and ends, in minutes. */
  processes: { from: number; to: number }[];
  minutes: number;
  /** The minute from which figures are counted. */
  countFrom?: number;
  /** The minute from which the shares of processes are compared; by default countFrom. */
  compareFrom?: number;
  /** Whether a 429 says how long to wait. */
  retryAfter: boolean;
  /** The user's limit. */
  perMinute?: number;
  random: () => number;
}

export interface Figures {
  /** Of all requests that were sent. */
  refusedPercent: number;
  /** Accepted requests, of those that Upwork allows. */
  usedPercent: number;
  /**
   * The largest share of a process, divided by the smallest, among those that run from compareFrom
   * to the end.
   */
  unfairness: number;
  /** Requests that failed. */
  failed: number;
}

interface Process {
  limiter: RateLimiter;
  /** Accepted requests since compareFrom. */
  admitted: number;
}

/** Simulates processes that send as many requests as they can from one IP address. */
export async function simulate(scenario: Scenario): Promise<Figures> {
  const {
    minutes,
    countFrom = 0,
    compareFrom = countFrom,
    retryAfter,
    random,
    perMinute,
  } = scenario;
  const clock = new VirtualClock(random);
  const upwork = new Limiter({ perSecond: 10, perMinute: REQUESTS_PER_MINUTE, perDay: 0 });
  const total = { admitted: 0, refused: 0, failed: 0 };
  const isPast = (minute: number) => clock.now() >= minute * MINUTE_MS;

  async function request(process: Process): Promise<Outcome<true>> {
    const permit = await process.limiter.acquire({
      priority: 'background',
      ...(perMinute && { perMinute }),
    });
    if (!permit) throw new Error('Simulated requests are never cancelled');
    await clock.sleep(20 + random() * 200);
    const wait = upwork.admit('the address', clock.now());
    if (isPast(countFrom)) total[wait === null ? 'admitted' : 'refused']++;
    await clock.sleep(20 + random() * 200);
    permit.release();
    if (wait === null) {
      permit.succeeded();
      if (isPast(compareFrom)) process.admitted++;
      return { data: true, warnings: [] };
    }
    const retryAfterMs = retryAfter ? wait * 1_000 : undefined;
    permit.throttled(retryAfterMs);
    return {
      failure: {
        kind: 'rateLimited',
        message: 'Too Many Requests',
        description: '',
        retryable: true,
        notExecuted: true,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      },
    };
  }

  async function keepSending(process: Process, from: number, to: number): Promise<void> {
    await clock.sleep(from * MINUTE_MS + random() * 1_000);
    while (clock.now() < to * MINUTE_MS) {
      const outcome = await withRetries(async () => await request(process), {
        isRetryable: ({ retryable }) => retryable,
        clock,
      });
      if ('failure' in outcome && isPast(countFrom)) total.failed++;
    }
  }

  const processes = scenario.processes.map(({ from, to }) => {
    const process = { limiter: new RateLimiter(clock), admitted: 0 };
    for (let caller = 0; caller < CALLERS; caller++) void keepSending(process, from, to);
    return { process, stays: from <= compareFrom && to >= minutes };
  });
  await clock.runUntil(minutes * MINUTE_MS);

  const shares = processes.filter(({ stays }) => stays).map(({ process }) => process.admitted);
  return {
    refusedPercent: (100 * total.refused) / (total.admitted + total.refused),
    usedPercent: (100 * total.admitted) / ((minutes - countFrom) * REQUESTS_PER_MINUTE),
    unfairness: Math.max(...shares) / Math.min(...shares),
    failed: total.failed,
  };
}
