import { randomFrom } from '../sandbox/world/random.mts';
import type { Scenario } from './simulation.mts';

/** Which processes run when, and when counting starts. */
export interface Situation {
  name: string;
  scenario(processes: number, run: number): Pick<Scenario, Times>;
}
type Times = 'processes' | 'minutes' | 'countFrom' | 'compareFrom';

export const SITUATIONS: readonly Situation[] = [
  {
    name: 'all start at once, minutes 0 to 30',
    scenario: (processes) => ({ processes: always(processes, 30), minutes: 30 }),
  },
  {
    name: 'settled, minutes 30 to 60',
    scenario: (processes) => ({ processes: always(processes, 60), minutes: 60, countFrom: 30 }),
  },
  {
    name: 'coming and going, minutes 0 to 60',
    scenario: (processes, run) => ({
      // One always runs, so that there is full demand in every minute.
      processes: [...always(1, 60), ...comingAndGoing(processes - 1, run)],
      minutes: 60,
      compareFrom: 50,
    }),
  },
];

function always(count: number, minutes: number): Scenario['processes'] {
  return Array.from({ length: count }, () => ({ from: 0, to: minutes }));
}

/** Each starts at some time in the first 45 minutes, and runs for 15 to 45 minutes. */
function comingAndGoing(count: number, run: number): Scenario['processes'] {
  return Array.from({ length: count }, (_, number) => {
    const random = randomFrom('coming and going', run, number);
    const from = random.whole(0, 45);
    return { from, to: from + random.whole(15, 45) };
  });
}
