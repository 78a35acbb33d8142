import type { Clock } from './clock';
import type { Fault, Outcome } from './fault';

const MAX_ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** All waits together; a trigger's poll has to end within its minute. */
const TOTAL_WAIT_MS = 30_000;

/** Reads may be repeated after any passing fault; a mutation only when it surely was not executed. */
export function mayRepeat(kind: 'query' | 'mutation', fault: Fault): boolean {
  return fault.passing && (kind === 'query' || fault.notExecuted);
}

/**
 * Tries again after passing faults, with exponential, jittered waits; Retry-After comes first.
 * Gives the last outcome when attempts or patience run out.
 */
export async function withRetries<T>(
  attempt: () => Promise<Outcome<T>>,
  kind: 'query' | 'mutation',
  clock: Clock,
): Promise<Outcome<T>> {
  let outcome = await attempt();
  let waited = 0;
  for (let retry = 0; retry < MAX_ATTEMPTS - 1; retry++) {
    if (!('fault' in outcome) || !mayRepeat(kind, outcome.fault)) return outcome;
    const wait = outcome.fault.retryAfterMs ?? backoffMs(retry, clock);
    if (waited + wait > TOTAL_WAIT_MS) return outcome;
    await clock.sleep(wait);
    waited += wait;
    outcome = await attempt();
  }
  return outcome;
}

/** Between half and all of the exponential step, so that parallel callers spread out. */
function backoffMs(retry: number, clock: Clock): number {
  const step = Math.min(FIRST_WAIT_MS * 2 ** retry, LONGEST_WAIT_MS);
  return step * (0.5 + clock.random() / 2);
}
