// Prints how processes share Upwork's limit: the table of docs/several-processes.md.
import { REQUESTS_PER_MINUTE } from '../../nodes/Upwork/api/rateLimit/rateLimiter.ts';
import { markdownTable } from './markdownTable.mts';
import { averageOf, simulateRuns } from './runs.mts';
import { SITUATIONS } from './situations.mts';
import type { Situation } from './situations.mts';
import type { Figures } from './simulation.mts';

const RUNS = 4;
const PROCESSES = [1, 3, 5, 10, 50];
const HEADER = [
  'situation',
  'processes',
  'Requests per Minute',
  'refused %',
  'used %',
  'unfairness',
  'failed requests',
];

const rows: string[][] = [];
for (const situation of SITUATIONS) {
  for (const processes of PROCESSES) {
    rows.push(await rowOf(situation, processes, REQUESTS_PER_MINUTE));
    if (processes > 1) {
      rows.push(await rowOf(situation, processes, REQUESTS_PER_MINUTE / processes));
    }
  }
}
console.log(markdownTable([HEADER, ...rows]));

async function rowOf(
  situation: Situation,
  processes: number,
  perMinute: number,
): Promise<string[]> {
  const figures = async (retryAfter: boolean) =>
    averageOf(
      await simulateRuns(RUNS, (run) => ({
        ...situation.scenario(processes, run),
        retryAfter,
        perMinute,
      })),
    );
  const withRetryAfter = await figures(true);
  const without = await figures(false);
  const both = (figure: keyof Figures, digits: number) =>
    `${withRetryAfter[figure].toFixed(digits)} / ${without[figure].toFixed(digits)}`;
  return [
    situation.name,
    String(processes),
    String(perMinute),
    both('refusedPercent', 1),
    both('usedPercent', 0),
    both('unfairness', 1),
    both('failed', 1),
  ];
}
