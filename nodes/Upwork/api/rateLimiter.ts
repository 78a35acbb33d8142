import type { Clock } from './clock';

/** At most `limit` starts in any span of `ms` milliseconds. */
export interface RateWindow {
  limit: number;
  ms: number;
}

/**
 * Upwork: 10 requests per second and 300 per minute for each IP address. Each span is a little longer
 * than Upwork's, because requests that leave evenly may arrive closer together.
 */
export const UPWORK_WINDOWS: readonly RateWindow[] = [
  { limit: 10, ms: 1_050 },
  { limit: 300, ms: 60_500 },
];

/** Strict sliding windows: no span of time ever holds more starts than allowed. First come, first served. */
export class RateLimiter {
  private starts: number[] = [];
  private heldUntil = 0;
  private tail: Promise<void> = Promise.resolve();

  constructor(
    private readonly windows: readonly RateWindow[],
    private readonly clock: Clock,
  ) {}

  /** Resolves when the caller may send one request. */
  async acquire(): Promise<void> {
    const turn = this.tail.then(async () => await this.waitForSlot());
    this.tail = turn;
    await turn;
  }

  /** Sends nothing for `ms` milliseconds: what a 429 with Retry-After asks for. */
  hold(ms: number): void {
    this.heldUntil = Math.max(this.heldUntil, this.clock.now() + ms);
  }

  private async waitForSlot(): Promise<void> {
    for (let wait = this.waitMs(); wait > 0; wait = this.waitMs()) {
      await this.clock.sleep(wait);
    }
    this.starts.push(this.clock.now());
    const longest = Math.max(...this.windows.map((window) => window.limit));
    this.starts = this.starts.slice(-longest);
  }

  private waitMs(): number {
    const slots = this.windows.map(({ limit, ms }) => {
      const oldestThatCounts = this.starts[this.starts.length - limit];
      return oldestThatCounts === undefined ? 0 : oldestThatCounts + ms;
    });
    return Math.max(this.heldUntil, ...slots) - this.clock.now();
  }
}
