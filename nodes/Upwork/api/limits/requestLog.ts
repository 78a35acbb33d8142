/**
 * The requests of the last 24 hours. Nobody knows when a request arrives at Upwork, only that it is
 * between its start and its end: so a request takes its place in a window from its start until the
 * window's length after its end, and no span can see too many, however requests are delayed.
 */
export class RequestLog {
  private underWay = 0;
  /** When requests ended, oldest first, in epoch milliseconds. */
  private readonly ends: number[] = [];

  start(): void {
    this.underWay++;
  }

  end(now: number): void {
    this.underWay--;
    this.ends.push(now);
    this.forget(now);
  }

  /** How many requests are under way or ended within the last `ms` milliseconds. */
  within(ms: number, now: number): number {
    const since = now - ms;
    let low = 0;
    for (let high = this.ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? Infinity) > since) high = middle;
      else low = middle + 1;
    }
    return this.underWay + this.ends.length - low;
  }

  /** Milliseconds until fewer than `limit` are; Infinity while only the end of one can bring that about. */
  waitMs(limit: number, ms: number, now: number): number {
    const places = limit - this.underWay;
    if (places <= 0) return Infinity;
    const inTheWay = this.ends[this.ends.length - places];
    return inTheWay === undefined ? 0 : Math.max(0, inTheWay + ms - now);
  }

  private forget(now: number): void {
    while ((this.ends[0] ?? Infinity) <= now - DAY_MS) this.ends.shift();
  }
}

export const DAY_MS = 24 * 60 * 60 * 1_000;
