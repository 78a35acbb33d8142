/** How often a source reads the whole window again, for what idle polls don't look at. */
export const SWEEP_INTERVAL_MS = 30 * 60_000;

/**
 * The moment up to which everything is past once all was read. What is listed at the very end of its window is found
 * by the next sweep.
 */
export const floorAfter = (startedAt: number, windowMs: number): number =>
  startedAt - windowMs - SWEEP_INTERVAL_MS;
