import type { Clock } from '../clock';
import type { ApiFailure, Outcome } from '../errors/failure';

const MAX_ATTEMPTS_BY_KIND: Partial<Record<ApiFailure['kind'], number>> = {
  // The limiter spaces out the requests after a 429, so that many attempts cost little.
  rateLimited: 10,
  // Who insists is blocked for longer.
  blocked: 1,
};
const MAX_ATTEMPTS = 4;
const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 10_000;
/** From the first failure on, delays and attempts together. */
const RETRY_BUDGET_MS = 5 * 60_000;

export interface RetryOptions {
  /** Which failures to try again. */
  isRetryable(failure: ApiFailure): boolean;
  clock: Clock;
  /** Ends delays and attempts. */
  signal?: AbortSignal | undefined;
}

/**
 * Tries again with exponential, jittered, capped delays; Retry-After comes first. Returns the last
 * outcome when attempts or budget are used up, or the signal is aborted.
 */
export async function withRetries<T>(
  attempt: () => Promise<Outcome<T>>,
  { isRetryable, clock, signal }: RetryOptions,
): Promise<Outcome<T>> {
  let outcome = await attempt();
  const deadline = clock.now() + RETRY_BUDGET_MS;
  for (let retry = 1; 'failure' in outcome && isRetryable(outcome.failure); retry++) {
    const { failure } = outcome;
    const delay = Math.max(failure.retryAfterMs ?? 0, backoffMs(retry, clock));
    const maxAttempts = MAX_ATTEMPTS_BY_KIND[failure.kind] ?? MAX_ATTEMPTS;
    if (retry >= maxAttempts || clock.now() + delay > deadline) break;
    await clock.sleep(delay, signal);
    if (signal?.aborted) break;
    outcome = await attempt();
  }
  return outcome;
}

/** Between half and all of the exponential step, so that parallel callers spread out. */
function backoffMs(retry: number, clock: Clock): number {
  const step = Math.min(BASE_DELAY_MS * 2 ** (retry - 1), MAX_DELAY_MS);
  return step * (0.5 + clock.random() / 2);
}
