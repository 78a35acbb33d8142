import { systemClock } from '../../nodes/Upwork/api/clock.ts';

let skipped = 0;

/** Real time, and all the time that was slept through. The sandbox takes it as its clock. */
export const now = (): number => Date.now() + skipped;

/** For the tests of a file: whatever the nodes would wait for is over at once. */
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
