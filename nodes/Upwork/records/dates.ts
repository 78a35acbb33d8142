import { DateTime } from 'luxon';

/** A moment in UTC, with the zone in Upwork's form or in that of ISO 8601. */
const UTC = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?)(?:\+0000|Z)$/;

/** Upwork: dates look like `2025-10-16T06:06:47+0000`. In epoch milliseconds; NaN if unreadable. */
export function upworkTime(date: string): number {
  const [, moment] = UTC.exec(date) ?? [];
  // A poll reads hundreds of dates, and luxon takes ten times as long for each.
  return moment === undefined
    ? DateTime.fromISO(date, { zone: 'utc' }).toMillis()
    : Date.parse(`${moment}Z`);
}

/** A date of Upwork's in epoch milliseconds; null if there is none or it can't be read. */
export function momentOf(date: string | null | undefined): number | null {
  const time = date ? upworkTime(date) : NaN;
  return Number.isNaN(time) ? null : time;
}

/** Upwork: the messaging service writes a moment like `2026-09-16T22:52:15.448Z`. */
export function messagingTime(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}

/** A date of Upwork's as ISO 8601 in UTC; null if there is none. */
export function isoDate(date: string | null | undefined): string | null {
  return date ? isoTime(upworkTime(date)) : null;
}

/** Upwork: some dates hold epoch milliseconds as text. In epoch milliseconds; null if there is none or it can't be read. */
export function epochMoment(
  date: { rawValue: string | undefined } | null | undefined,
): number | null {
  const raw = date?.rawValue;
  return raw && /^\d+$/.test(raw) ? Number(raw) : momentOf(raw);
}

/** The same as ISO 8601 in UTC. */
export function isoMoment(
  date: { rawValue: string | undefined } | null | undefined,
): string | null {
  const time = epochMoment(date);
  return time === null ? null : isoTime(time);
}

/** Null if the time isn't one that a Date can hold. */
function isoTime(epochMilliseconds: number): string | null {
  const date = new Date(epochMilliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
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
