import { DateTime } from 'luxon';

/**
 * A Retry-After header in milliseconds from now. It holds seconds or an HTTP date; anything else
 * counts as absent. `now` is in epoch milliseconds.
 */
export function parseRetryAfter(value: unknown, now: number): number | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = DateTime.fromHTTP(value);
  return date.isValid ? Math.max(0, date.toMillis() - now) : undefined;
}
