import type { Clock } from './clock';

/** At most `limit` requests in any span of `ms` milliseconds. */
export interface RateWindow {
  limit: number;
  ms: number;
}

/** Upwork: and 40,000 per day. */
export const REQUESTS_PER_DAY = 40_000;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Upwork: 10 requests per second and 300 per minute for each IP address. */
export const UPWORK_WINDOWS: readonly RateWindow[] = [
  { limit: 10, ms: 1_000 },
  { limit: 300, ms: 60_000 },
];

/**
 * Strict sliding windows, first come, first served. Nobody knows when a request arrives at Upwork, only
 * that it is between its start and its end: so a request takes its place in a window from its start
 * until the window's length after its end, and no span can see too many, however requests are delayed.
 */
export class RateLimiter {
  private underWay = 0;
  /** When the last requests ended, oldest first, in epoch milliseconds. */
  private ends: number[] = [];
  private heldUntil = 0;
  private tail: Promise<void> = Promise.resolve();
  private onEnd: (() => void) | undefined;

  constructor(
    private readonly windows: readonly RateWindow[],
    private readonly clock: Clock,
  ) {}

  /** Runs a request as soon as the windows allow it. */
  async run<T>(request: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(async () => await this.waitForPlace());
    this.tail = turn;
    await turn;
    try {
      return await request();
    } finally {
      this.leave();
    }
  }

  /** Sends nothing for `ms` milliseconds: what a 429 with Retry-After asks for. */
  hold(ms: number): void {
    this.heldUntil = Math.max(this.heldUntil, this.clock.now() + ms);
  }

  /** How many requests are under way or ended within the last 24 hours. */
  requestsToday(): number {
    const yesterday = this.clock.now() - DAY_MS;
    return this.underWay + this.ends.filter((end) => end > yesterday).length;
  }

  private async waitForPlace(): Promise<void> {
    for (let wait = this.waitMs(); wait > 0; wait = this.waitMs()) {
      if (wait === Infinity) await new Promise<void>((end) => (this.onEnd = end));
      else await this.clock.sleep(wait);
    }
    this.underWay++;
  }

  private leave(): void {
    this.underWay--;
    this.ends.push(this.clock.now());
    if (this.ends.length > REQUESTS_PER_DAY) this.ends.shift();
    this.onEnd?.();
  }

  /** Infinity while only the end of a request can make a place. */
  private waitMs(): number {
    const now = this.clock.now();
    const waits = this.windows.map(({ limit, ms }) => {
      const places = limit - this.underWay;
      if (places <= 0) return Infinity;
      const inTheWay = this.ends[this.ends.length - places];
      return inTheWay === undefined ? 0 : inTheWay + ms - now;
    });
    return Math.max(this.heldUntil - now, ...waits);
  }
}
