import { simulateRuns } from './runs.mts';

const RUNS = 9;

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

describe.each([
  ['Upwork says how long to wait', true],
  ['Upwork does not', false],
])('three busy processes behind one IP address, if %s', (_case, retryAfter) => {
  it('share its limit within ten minutes', async () => {
    const runs = await simulateRuns(RUNS, () => ({
      processes: Array.from({ length: 3 }, () => ({ from: 0, to: 10 })),
      minutes: 10,
      retryAfter,
    }));

    expect(runs.map(({ failed }) => failed)).toEqual(runs.map(() => 0));
    expect(Math.max(...runs.map(({ refusedPercent }) => refusedPercent))).toBeLessThanOrEqual(2);
    expect(Math.min(...runs.map(({ usedPercent }) => usedPercent))).toBeGreaterThanOrEqual(80);
    // Chance decides how fast shares become equal: in some runs ten minutes are not enough.
    expect(median(runs.map(({ unfairness }) => unfairness))).toBeLessThanOrEqual(2);
  });
});
