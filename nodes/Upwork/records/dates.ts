import { DateTime } from 'luxon';

/** Upwork: dates look like `2025-10-16T06:06:47+0000`. In epoch milliseconds; NaN if unreadable. */
export function upworkTime(date: string): number {
  return DateTime.fromISO(date, { setZone: true }).toMillis();
}

/** Upwork: the messaging service writes a moment like `2026-09-16T22:52:15.448Z`. */
export function messagingTime(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}

/** A date of Upwork's as ISO 8601 in UTC; null if there is none. */
export function isoDate(date: string | null | undefined): string | null {
  return date ? DateTime.fromISO(date, { zone: 'utc' }).toISO() : null;
}

/** Upwork: some dates hold epoch milliseconds as text. As ISO 8601 in UTC too. */
export function isoMoment(
  date: { rawValue: string | undefined } | null | undefined,
): string | null {
  if (!date?.rawValue) return null;
  return /^\d+$/.test(date.rawValue)
    ? DateTime.fromMillis(Number(date.rawValue), { zone: 'utc' }).toISO()
    : isoDate(date.rawValue);
}

/** The same in epoch milliseconds; null if there is none, or it is unreadable. */
export function momentMillis(
  date: { rawValue: string | undefined } | null | undefined,
): number | null {
  if (!date?.rawValue) return null;
  const time = /^\d+$/.test(date.rawValue) ? Number(date.rawValue) : upworkTime(date.rawValue);
  return Number.isNaN(time) ? null : time;
}

/** A date of Upwork's for people, such as "2026-11-20 09:30". */
export const localTime = (date: string, zone: string): string =>
  DateTime.fromISO(date, { zone }).toFormat('yyyy-MM-dd HH:mm');

/** A moment as the filters of Upwork's lists take it, with milliseconds. */
export function filterDate(epochMilliseconds: number): string {
  return DateTime.fromMillis(epochMilliseconds, { zone: 'utc' }).toFormat(
    "yyyy-MM-dd'T'HH:mm:ss.SSSZZZ",
  );
}
