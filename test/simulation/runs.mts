import { randomFrom } from '../sandbox/world/random.mts';
import { simulate } from './simulation.mts';
import type { Figures, Scenario } from './simulation.mts';

/** Simulates a scenario several times, each with its own reproducible random numbers. */
export async function simulateRuns(
  runs: number,
  scenarioOf: (run: number) => Omit<Scenario, 'random'>,
): Promise<Figures[]> {
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run++) {
    const random = randomFrom('simulation', run);
    figures.push(
      await simulate({ ...scenarioOf(run), random: () => random.whole(0, 999_999) / 1_000_000 }),
    );
  }
  return figures;
}

export function averageOf(figures: readonly Figures[]): Figures {
  const average = (figure: keyof Figures) =>
    figures.reduce((sum, one) => sum + one[figure], 0) / figures.length;
  return {
    refusedPercent: average('refusedPercent'),
    usedPercent: average('usedPercent'),
    unfairness: average('unfairness'),
    failed: average('failed'),
  };
}
