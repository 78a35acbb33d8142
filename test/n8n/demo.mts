import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/index.mts';
import type { JsonObject } from './json.mts';
import { type Playground, startPlayground } from './playground.mts';
import { freePort } from './ports.mts';
import { step, printLine } from './progress.mts';
import { runScript } from './script.mts';
import { until } from './until.mts';
import { everySeconds, MANUAL_TRIGGER, NEW_JOBS_NODE, SEARCH_NODE } from './workflows.mts';

const SECONDS_BETWEEN_JOBS = 3;
const SECONDS_BETWEEN_POLLS = 5;
const NEW_JOBS_LIMIT_S = 120;
const ROWS = 10;
const TITLE_WIDTH = 50;

/** `npm run demo`: what `npm start` shows in the browser, in two tables in the terminal. */
async function demo(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-demo-'));
  try {
    const playground = await startPlayground({
      dataFolder,
      port: await freePort(),
      startSandbox: () => startSandbox({ jobInterval: SECONDS_BETWEEN_JOBS }),
      pollTimes: everySeconds(SECONDS_BETWEEN_POLLS),
    });
    try {
      await show(playground);
    } finally {
      await playground.stop();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function show({ client, workflows }: Playground): Promise<void> {
  const found = await step('Searching jobs', '5 seconds', async () => {
    const execution = await client.run(workflows.search, MANUAL_TRIGGER);
    if (execution.error !== undefined) throw new Error(`The search failed: ${execution.error}`);
    return execution.output(SEARCH_NODE);
  });
  if (found.length === 0) throw new Error('The search found no jobs.');
  printLine(`\nThe workflow "Search Upwork jobs" found ${found.length} jobs. The newest:`);
  showTable(found);

  const appeared = await step('Waiting for new jobs', '30 seconds', () =>
    until('an execution that the trigger started', NEW_JOBS_LIMIT_S, async () => {
      const executions = await client.executions(workflows.newJobs);
      const jobs = executions.flatMap((execution) => execution.output(NEW_JOBS_NODE));
      return jobs.length > 0 ? jobs : undefined;
    }),
  );
  printLine('\nThe workflow "New Upwork jobs" was started by:');
  showTable(appeared);
}

function showTable(jobs: JsonObject[]): void {
  console.table(
    jobs.slice(0, ROWS).map((job) => ({
      title: String(job.title).slice(0, TITLE_WIDTH),
      pay: pay(job),
      country: job.clientCountry,
      posted: job.postedAt,
    })),
  );
}

function pay({ type, budget, hourlyRateMin, hourlyRateMax }: JsonObject): string {
  const amounts = type === 'Fixed Price' ? [budget] : [hourlyRateMin, hourlyRateMax];
  return [type, ...amounts.filter((amount) => typeof amount === 'number')].join(' ');
}

runScript(demo);
