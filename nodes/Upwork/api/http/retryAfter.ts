import { DateTime } from 'luxon';

/** After this time at the latest, a request tries whether Upwork accepts it. */
const MAX_MS = 60 * 60_000;

/**
 * A Retry-After header in milliseconds from now, an hour at most. It holds seconds or an HTTP date;
 * anything else counts as absent. `now` is in epoch milliseconds.
 */
export function parseRetryAfter(value: unknown, now: number): number | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value) * 1_000, MAX_MS);
  const date = DateTime.fromHTTP(value);
  return date.isValid ? Math.min(Math.max(0, date.toMillis() - now), MAX_MS) : undefined;
}
