import type { IPollFunctions } from 'n8n-workflow';

import { UpworkApiError } from '../api';
import type { Clock } from '../api';
import type { PollMemory } from './pollMemory';

/** How many passing failures in a row are not reported to the user. */
const TOLERATED_FAILURES = 5;
const BASE_PAUSE_MS = 30_000;
const MAX_PAUSE_MS = 15 * 60_000;

/**
 * Notes that a poll has failed, and throws unless it may well pass by itself. n8n itself has no backoff and creates a
 * failed execution for every error, so passing failures are only thrown after several in a row. An activation has to
 * fail if something is wrong, each time n8n tries it.
 */
export function noteFailure(
  context: IPollFunctions,
  memory: PollMemory,
  clock: Clock,
  error: unknown,
  activates: boolean,
): void {
  const pause = Math.min(BASE_PAUSE_MS * 2 ** memory.consecutiveFailures, MAX_PAUSE_MS);
  // Triggers that failed together shouldn't all come back together.
  memory.resumeAt = clock.now() + pause * (0.75 + clock.random() / 2);
  memory.consecutiveFailures++;
  if (!mayPass(error)) throw error;
  if (!activates && memory.consecutiveFailures > TOLERATED_FAILURES) throw error;
  warn(context, error);
}

/**
 * Notes that a poll has succeeded, at least in part. What could not be read is reported like a failure, but only by a
 * poll that has nothing to emit: the items must not get lost.
 */
export function noteSuccess(
  context: IPollFunctions,
  memory: PollMemory,
  failures: readonly unknown[],
  { emits, activates }: { emits: boolean; activates: boolean },
): void {
  const [first] = failures;
  memory.resumeAt = 0;
  memory.consecutiveFailures = failures.length > 0 ? memory.consecutiveFailures + 1 : 0;
  if (failures.length === 0) return;
  const isDue = memory.consecutiveFailures > TOLERATED_FAILURES;
  if (!emits && (isDue || (activates && !mayPass(first)))) throw first;
  for (const failure of failures) warn(context, failure);
}

/** Upwork: "Exception occurred" can mean a mistake or a passing problem. */
const mayPass = (error: unknown): boolean =>
  error instanceof UpworkApiError &&
  (error.apiFailure.retryable || error.apiFailure.unexplained === true);

function warn({ logger }: IPollFunctions, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  logger.warn(`Upwork Trigger: ${message}; trying again later`);
}
