/** A sliding window: the times of the events of the last `length` milliseconds. */
export class SlidingWindow {
  readonly #length: number;
  #times: number[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  count(now: number): number {
    const firstInside = this.#times.findIndex((time) => time > now - this.#length);
    this.#times = firstInside === -1 ? [] : this.#times.slice(firstInside);
    return this.#times.length;
  }

  add(now: number): void {
    this.#times.push(now);
  }

  /** Milliseconds until the oldest event leaves the window. */
  untilRoom(now: number): number {
    const oldest = this.#times[0];
    return oldest === undefined ? 0 : oldest + this.#length - now;
  }
}

export interface Limits {
  perSecond: number;
  perMinute: number;
  perDay: number;
}

/**
 * Upwork: 10 requests per second and 300 per minute for each address, and 40,000 per day. Whether
 * rejected requests count is unknown; here they don't, so that a client that waits is accepted
 * again.
 */
export class Limiter {
  readonly #limits: { most: number; length: number }[];
  readonly #addresses = new Map<string, SlidingWindow[]>();

  /** @param limits 0 = no limit */
  constructor({ perSecond, perMinute, perDay }: Limits) {
    this.#limits = [
      { most: perSecond, length: 1000 },
      { most: perMinute, length: 60_000 },
      { most: perDay, length: 86_400_000 },
    ].filter(({ most }) => most > 0);
  }

  /** Admits a request (`null`), or returns how many whole seconds to wait. */
  admit(address: string, now: number): number | null {
    const windows = this.#windowsOf(address);
    const waits = windows.map((window, index) => {
      const full = window.count(now) >= (this.#limits[index]?.most ?? Infinity);
      return full ? window.untilRoom(now) : 0;
    });
    const wait = Math.max(0, ...waits);
    if (wait > 0) return Math.ceil(wait / 1000);
    for (const window of windows) window.add(now);
    return null;
  }

  #windowsOf(address: string): SlidingWindow[] {
    const known = this.#addresses.get(address);
    if (known) return known;
    const windows = this.#limits.map(({ length }) => new SlidingWindow(length));
    this.#addresses.set(address, windows);
    return windows;
  }
}
