import type { IPollFunctions } from 'n8n-workflow';

import { UpworkApiError } from '../api';
import type { Clock } from '../api';

/** Passing faults in a row that a person need not hear of. */
const TOLERATED_FAILURES = 5;
const BASE_PAUSE_MS = 30_000;
const MAX_PAUSE_MS = 15 * 60_000;

interface PollHistory {
  isRunning: boolean;
  failures: number;
  resumeAt: number;
}

/** Each trigger's recent past, by workflow and node. It is lost with the process, and need not survive it. */
const histories = new Map<string, PollHistory>();

/**
 * Runs a poll, but not two at once and not in the pause after a failed one; both give null. n8n
 * itself has no backoff and makes a failed execution of every error, so passing faults become one
 * only after several in a row. Other errors are thrown at once, so that activation reports them.
 */
export async function withBackoff<T>(
  id: string,
  context: IPollFunctions,
  clock: Clock,
  run: () => Promise<T>,
): Promise<T | null> {
  const history = histories.get(id) ?? { isRunning: false, failures: 0, resumeAt: 0 };
  if (history.isRunning || clock.now() < history.resumeAt) return null;
  histories.set(id, { ...history, isRunning: true });
  const [result] = await Promise.allSettled([run()]);
  if (result.status === 'fulfilled') {
    histories.delete(id);
    return result.value;
  }

  const error: unknown = result.reason;
  const failures = history.failures + 1;
  const pause = Math.min(BASE_PAUSE_MS * 2 ** (failures - 1), MAX_PAUSE_MS);
  histories.set(id, { isRunning: false, failures, resumeAt: clock.now() + pause });
  if (failures > TOLERATED_FAILURES || !isRetryable(error)) throw error;
  context.logger.warn(`Upwork Trigger: ${error.message}; trying again later`);
  return null;
}

function isRetryable(error: unknown): error is UpworkApiError {
  return error instanceof UpworkApiError && error.fault.retryable;
}
