import { DateTime } from 'luxon';

/** Upwork: dates look like `2025-10-16T06:06:47+0000`. Gives epoch milliseconds, NaN if unreadable. */
export function upworkTime(date: string): number {
  return DateTime.fromISO(date, { setZone: true }).toMillis();
}

/** A moment as Upwork writes it. */
export function upworkDate(epochMilliseconds: number): string {
  return DateTime.fromMillis(epochMilliseconds, { zone: 'utc' }).toFormat(
    "yyyy-MM-dd'T'HH:mm:ssZZZ",
  );
}

/** An Upwork date as ISO 8601 in UTC, or null where there is none. */
export function isoDate(date: string | null | undefined): string | null {
  return date ? DateTime.fromISO(date, { zone: 'utc' }).toISO() : null;
}

/** Upwork: where a date is no text, it is epoch milliseconds in one. Gives ISO 8601 in UTC too. */
export function isoMoment(
  date: { rawValue: string | undefined } | null | undefined,
): string | null {
  if (!date?.rawValue) return null;
  return /^\d+$/.test(date.rawValue)
    ? DateTime.fromMillis(Number(date.rawValue), { zone: 'utc' }).toISO()
    : isoDate(date.rawValue);
}

/** A moment as the filters of Upwork's lists want it, with its milliseconds. */
export function filterDate(epochMilliseconds: number): string {
  return DateTime.fromMillis(epochMilliseconds, { zone: 'utc' }).toFormat(
    "yyyy-MM-dd'T'HH:mm:ss.SSSZZZ",
  );
}
