/** A date as Upwork writes it: 2025-10-16T06:06:47+0000. */
export function dateText(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().replace(/\.\d+Z$/, '+0000');
}

/** The form of the messaging service: 2026-09-16T22:52:15.448Z. */
export function messagingTime(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}

const orNull =
  (write: (epochMilliseconds: number) => string) =>
  (epochMilliseconds: number | null | undefined): string | null =>
    epochMilliseconds === null || epochMilliseconds === undefined ? null : write(epochMilliseconds);

export const dateOrNull = orNull(dateText);
export const messagingTimeOrNull = orNull(messagingTime);

/** Upwork's DateTime in its object form. */
export function dateTime(epochMilliseconds: number) {
  return { rawValue: String(epochMilliseconds), displayValue: dateText(epochMilliseconds) };
}

const ISO_8601 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;

/** A date from a client, in epoch milliseconds; `null` if it is invalid. */
export function readDate(text: string): number | null {
  const time = ISO_8601.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time;
}
