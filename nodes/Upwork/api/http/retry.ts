import type { Clock } from '../clock';
import type { ApiFailure, Outcome } from '../errors/failure';
import { MAX_WAIT_MS } from '../rateLimit/rateLimiter';

const MAX_ATTEMPTS_BY_KIND: Partial<Record<ApiFailure['kind'], number>> = {
  // The limiter spaces out the requests after a 429, so that many attempts cost little.
  rateLimited: 10,
  // Repeating a blocked request prolongs the block.
  blocked: 1,
};
const MAX_ATTEMPTS = 4;
const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 10_000;

export interface RetryOptions {
  /** Which failures to try again. */
  isRetryable(failure: ApiFailure): boolean;
  clock: Clock;
  /** Ends delays and attempts. */
  signal?: AbortSignal | undefined;
  /** When the caller gives up, in epoch milliseconds. */
  deadline?: number | undefined;
}

/**
 * Retries with exponential, jittered, capped delays, never before Retry-After. Returns the last
 * outcome when attempts or time are used up, or the signal is aborted. Each attempt gets a
 * deadline: after the first failure, delays and attempts together may take five minutes.
 */
export async function withRetries<T>(
  attempt: (deadline: number) => Promise<Outcome<T>>,
  { isRetryable, clock, signal, deadline: givesUpAt = Infinity }: RetryOptions,
): Promise<Outcome<T>> {
  let outcome = await attempt(givesUpAt);
  const deadline = Math.min(givesUpAt, clock.now() + MAX_WAIT_MS);
  for (let retry = 1; 'failure' in outcome && isRetryable(outcome.failure); retry++) {
    const { failure } = outcome;
    const delay = Math.max(failure.retryAfterMs ?? 0, backoffMs(retry, clock));
    const maxAttempts = MAX_ATTEMPTS_BY_KIND[failure.kind] ?? MAX_ATTEMPTS;
    if (retry >= maxAttempts || clock.now() + delay > deadline) break;
    await clock.sleep(delay, signal);
    if (signal?.aborted) break;
    outcome = await attempt(deadline);
  }
  return outcome;
}

/** Between half and all of the exponential step, so that parallel callers spread out. */
function backoffMs(retry: number, clock: Clock): number {
  const step = Math.min(BASE_DELAY_MS * 2 ** (retry - 1), MAX_DELAY_MS);
  return step * (0.5 + clock.random() / 2);
}
