/** A date as Upwork writes it: 2025-10-16T06:06:47+0000. */
export function dateText(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().replace(/\.\d+Z$/, '+0000');
}

export function dateOrNull(epochMilliseconds: number | null | undefined): string | null {
  return epochMilliseconds === null || epochMilliseconds === undefined
    ? null
    : dateText(epochMilliseconds);
}

/** Upwork's DateTime, where it is an object. */
export function dateTime(epochMilliseconds: number) {
  return { rawValue: String(epochMilliseconds), displayValue: dateText(epochMilliseconds) };
}

const ISO_8601 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;

/** A date from a client, in epoch milliseconds; `null` if it is invalid. */
export function readDate(text: string): number | null {
  const time = ISO_8601.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time;
}
