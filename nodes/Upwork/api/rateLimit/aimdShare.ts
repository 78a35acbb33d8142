/** Multiplicative decrease: the part of the share that remains after a 429. */
const DECREASE_FACTOR = 0.6;
/** Additive increase: the part of Upwork's limit that a process takes back per minute. */
const INCREASE_PER_MINUTE = 0.1;
/** Requests that must succeed after a decrease before the share grows again: they bound the rate of 429s. */
const RECOVERY_REQUESTS = 50;
/**
 * After this time it grows again regardless: a process that sends little must not stay slow for
 * hours.
 */
const MAX_RECOVERY_MS = 5 * 60_000;
const MIN_SHARE = 1 / 300;

/**
 * The part of Upwork's limit that this process may use: additive increase, multiplicative decrease
 * (AIMD), as in TCP. Upwork counts by IP address, and other processes behind the same address can't
 * be seen. A 429 cuts the share; then it grows with time, equally fast in every process, which
 * makes unequal shares equal. Tuned by simulation: see docs/several-processes.md.
 */
export class AimdShare {
  private share = 1;
  private updatedAt: number;
  private succeededSinceDecrease = Infinity;
  private recoveryUntil = -Infinity;

  constructor(now: number) {
    this.updatedAt = now;
  }

  /** From 1, all of the limit, down to one request per minute. */
  value(now: number): number {
    if (this.succeededSinceDecrease >= RECOVERY_REQUESTS || now >= this.recoveryUntil) {
      const minutes = Math.max(0, now - this.updatedAt) / 60_000;
      this.share = Math.min(1, this.share + minutes * INCREASE_PER_MINUTE);
    }
    this.updatedAt = now;
    return this.share;
  }

  succeeded(): void {
    this.succeededSinceDecrease++;
  }

  /**
   * If nothing has succeeded since the last decrease, it is still the same shortage: one decrease
   * is enough.
   */
  throttled(now: number): void {
    if (this.succeededSinceDecrease === 0 && now < this.recoveryUntil) return;
    this.share = Math.max(MIN_SHARE, this.value(now) * DECREASE_FACTOR);
    this.succeededSinceDecrease = 0;
    this.recoveryUntil = now + MAX_RECOVERY_MS;
  }
}
