import { RateLimiter, REQUESTS_PER_MINUTE } from '../../nodes/Upwork/api/rateLimit/rateLimiter.ts';
import { withRetries } from '../../nodes/Upwork/api/http/retry.ts';
import type { Outcome } from '../../nodes/Upwork/api/errors/failure.ts';
import { Limiter } from '../sandbox/limiter.mts';
import { VirtualClock } from './virtualClock.mts';

const MINUTE_MS = 60_000;
/** As many requests a process has under way at a time, if the limiter lets it. */
const CALLERS = 10;

export interface Scenario {
  /** When each process comes and goes, in minutes. */
  processes: { from: number; to: number }[];
  minutes: number;
  /** Figures are taken from this minute on. */
  countFrom?: number;
  /** What processes got is compared from this minute on; by default from countFrom. */
  compareFrom?: number;
  /** Whether a refusal says how long to wait. */
  retryAfter: boolean;
  /** The user's own setting. */
  perMinute?: number;
  random: () => number;
}

export interface Figures {
  /** Of all requests that were sent. */
  refusedPercent: number;
  /** Admitted requests, of those that Upwork allows. */
  usedPercent: number;
  /** The most of what a process got, divided by the least, among those present from compareFrom to the end. */
  unfairness: number;
  /** Requests that were given up. */
  failed: number;
}

interface Process {
  limiter: RateLimiter;
  /** What it got since compareFrom. */
  admitted: number;
}

/** Processes that all want as much as they can get from one Upwork that counts them as one. */
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
    if (!permit) throw new Error('nobody stops the simulated requests');
    await clock.sleep(20 + random() * 200);
    const wait = upwork.admit('the one address', clock.now());
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

  async function keepAsking(process: Process, from: number, to: number): Promise<void> {
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
    for (let caller = 0; caller < CALLERS; caller++) void keepAsking(process, from, to);
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
