/**
 * The requests of the last 24 hours. When a request arrives at Upwork is not known, only that it is
 * between its start and its end. So a request counts from its start until the window's length after
 * its end, and no window of Upwork's can hold too many, however requests are delayed.
 */
export class SlidingWindowLog {
  private pending = 0;
  /** When requests ended, oldest first, in epoch milliseconds. */
  private readonly ends: number[] = [];

  start(): void {
    this.pending++;
  }

  end(now: number): void {
    this.pending--;
    this.ends.push(now);
    this.evict(now);
  }

  /** How many requests are pending or ended within the last `ms` milliseconds. */
  count(ms: number, now: number): number {
    const since = now - ms;
    let low = 0;
    for (let high = this.ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? Infinity) > since) high = middle;
      else low = middle + 1;
    }
    return this.pending + this.ends.length - low;
  }

  /**
   * Milliseconds until fewer than `limit` are in the window; Infinity while that depends on a
   * pending one.
   */
  waitMs(limit: number, ms: number, now: number): number {
    const remaining = limit - this.pending;
    if (remaining <= 0) return Infinity;
    const oldestCounted = this.ends[this.ends.length - remaining];
    return oldestCounted === undefined ? 0 : Math.max(0, oldestCounted + ms - now);
  }

  private evict(now: number): void {
    while ((this.ends[0] ?? Infinity) <= now - DAY_MS) this.ends.shift();
  }
}

export const DAY_MS = 24 * 60 * 60 * 1_000;
