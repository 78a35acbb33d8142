import { systemClock } from '../../nodes/Upwork/api/clock.ts';

let skipped = 0;

/** Real time plus all skipped waits, in whole milliseconds. The sandbox uses it as its clock. */
export const now = (): number => Math.floor(Date.now() + skipped);

/** Skips all waits of the nodes in the tests of a file. */
export function skipWaits(): void {
  beforeEach(() => {
    jest.spyOn(systemClock, 'now').mockImplementation(now);
    jest.spyOn(systemClock, 'sleep').mockImplementation(async (ms) => {
      skipped += ms;
      await Promise.resolve();
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
}
