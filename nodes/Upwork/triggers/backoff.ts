import type { IPollFunctions } from 'n8n-workflow';

import { pollState, UpworkApiError } from '../api';
import type { Clock } from '../api';
import { attempt } from '../attempt';

/** How many retryable failures in a row are not reported to the user. */
const TOLERATED_FAILURES = 5;
const BASE_PAUSE_MS = 30_000;
const MAX_PAUSE_MS = 15 * 60_000;

/**
 * Runs a poll, but not two at once and not in the pause after a failed one; both return null. n8n
 * itself has no backoff and creates a failed execution for every error, so retryable failures are
 * only thrown after several in a row. Other errors are thrown at once, so that activation reports
 * them.
 */
export async function withBackoff<T>(
  id: string,
  context: IPollFunctions,
  clock: Clock,
  poll: () => Promise<T>,
): Promise<T | null> {
  const state = pollState(id);
  if (state.isRunning || clock.now() < state.resumeAt) return null;
  state.isRunning = true;
  const result = await attempt(poll());
  state.isRunning = false;
  if (result.status === 'fulfilled') {
    state.consecutiveFailures = 0;
    return result.value;
  }

  const error: unknown = result.reason;
  const pause = Math.min(BASE_PAUSE_MS * 2 ** state.consecutiveFailures, MAX_PAUSE_MS);
  state.consecutiveFailures++;
  state.resumeAt = clock.now() + pause;
  if (state.consecutiveFailures > TOLERATED_FAILURES || !isRetryable(error)) throw error;
  context.logger.warn(`Upwork Trigger: ${error.message}; trying again later`);
  return null;
}

function isRetryable(error: unknown): error is UpworkApiError {
  return error instanceof UpworkApiError && error.apiFailure.retryable;
}
