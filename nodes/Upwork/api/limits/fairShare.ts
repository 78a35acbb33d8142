/** What a refusal leaves of the share. */
const DECREASE = 0.6;
/** How much of Upwork's limit a process takes back in a minute. */
const INCREASE_PER_MINUTE = 0.1;
/** Requests that must be admitted after a cut before the share grows again: they bound the refusals. */
const CALM_REQUESTS = 50;
/** After this time it grows in any case: a process that asks for little must not stay slow for hours. */
const LONGEST_CALM_MS = 5 * 60_000;
const SMALLEST = 1 / 300;

/**
 * Which part of Upwork's limit this process may use. Upwork counts by IP address, and the other
 * processes behind it can't be seen: so this learns from refusals, as TCP does. A refusal cuts the
 * share; then it grows with time, equally fast in every process, which makes unequal shares equal.
 * The figures are tuned by the simulation; docs/several-processes.md has its results.
 */
export class FairShare {
  private share = 1;
  private updatedAt: number;
  private admittedSinceCut = Infinity;
  private calmUntil = -Infinity;

  constructor(now: number) {
    this.updatedAt = now;
  }

  /** From 1, all of the limit, down to one request per minute. */
  value(now: number): number {
    if (this.admittedSinceCut >= CALM_REQUESTS || now >= this.calmUntil) {
      const minutes = Math.max(0, now - this.updatedAt) / 60_000;
      this.share = Math.min(1, this.share + minutes * INCREASE_PER_MINUTE);
    }
    this.updatedAt = now;
    return this.share;
  }

  admitted(): void {
    this.admittedSinceCut++;
  }

  /** Where nothing was admitted since the last cut, it is still the same shortage: no cut for it again. */
  refused(now: number): void {
    if (this.admittedSinceCut === 0 && now < this.calmUntil) return;
    this.share = Math.max(SMALLEST, this.value(now) * DECREASE);
    this.admittedSinceCut = 0;
    this.calmUntil = now + LONGEST_CALM_MS;
  }
}
