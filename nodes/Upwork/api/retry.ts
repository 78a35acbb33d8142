import type { Clock } from './clock';
import type { DocumentSource } from './documents/document';
import type { Fault, Outcome } from './faults/fault';

/** The limiter spaces out the requests after a refusal, so that many attempts cost little. */
const MOST_ATTEMPTS: Partial<Record<Fault['kind'], number>> = { rateLimited: 10 };
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** From the first fault on, waits and attempts together. */
const PATIENCE_MS = 5 * 60_000;

type Sent = Pick<DocumentSource, 'kind' | 'isSentOnce'>;

/**
 * Reads may be repeated after any passing fault; a mutation only when it surely was not executed, and
 * one that is sent once not even then.
 */
export function mayRepeat({ kind, isSentOnce = false }: Sent, fault: Fault): boolean {
  return fault.passing && !isSentOnce && (kind === 'query' || fault.notExecuted);
}

/**
 * Tries again after passing faults, with exponential, jittered, capped waits; Retry-After comes first.
 * Gives the last outcome when attempts or patience run out, or the signal says stop.
 */
export async function withRetries<T>(
  attempt: () => Promise<Outcome<T>>,
  document: Sent,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Outcome<T>> {
  let outcome = await attempt();
  const end = clock.now() + PATIENCE_MS;
  for (let retry = 1; 'fault' in outcome && mayRepeat(document, outcome.fault); retry++) {
    const { fault } = outcome;
    const wait = Math.max(fault.retryAfterMs ?? 0, backoffMs(retry, clock));
    if (retry >= (MOST_ATTEMPTS[fault.kind] ?? ATTEMPTS) || clock.now() + wait > end) break;
    await clock.sleep(wait, signal);
    if (signal?.aborted) break;
    outcome = await attempt();
  }
  return outcome;
}

/** Between half and all of the exponential step, so that parallel callers spread out. */
function backoffMs(retry: number, clock: Clock): number {
  const step = Math.min(FIRST_WAIT_MS * 2 ** (retry - 1), LONGEST_WAIT_MS);
  return step * (0.5 + clock.random() / 2);
}
