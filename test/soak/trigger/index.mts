import { printLine } from '../../n8n/progress.mts';
import { runScript } from '../../n8n/script.mts';
import { SetupError } from '../../n8n/setupError.mts';
import { readNumbers } from '../commandLine.mts';
import { printFigures } from '../figureTable.mts';
import { failedTriggerChecks } from './triggerChecks.mts';
import type { EventFigures, TriggerFigures } from './triggerFigures.mts';
import { soakTriggers } from './soakTriggers.mts';
import { EVENTS } from './watched.mts';

const HELP = `npm run soak:trigger -- [options]: two busy hours on Upwork in minutes, on a real n8n.

  --minutes <number>   how long it takes in n8n's and Upwork's time (120)
  --speed <number>     how many times faster than real time that is (15)
  --jobs <number>      that appear; 5 % of them late, and as many are renewed and closed (1000)
  --messages <number>  that other people send (200)
  --changes <number>   of the status of own proposals (100)
  --restarts <number>  of n8n; the first one is a kill (3)
  --help               this text

Exits with 0 only if everything was emitted exactly once and nothing failed while Upwork worked.`;

/** `npm run soak:trigger`: prints its progress, then two tables, then what is wrong, if anything. */
async function main(): Promise<void> {
  const numbers = readNumbers({
    help: HELP,
    defaults: { minutes: 120, speed: 15, jobs: 1000, messages: 200, changes: 100, restarts: 3 },
    least: { minutes: 10, speed: 1 },
  });
  if (!numbers) return;
  const { changes, ...options } = numbers;

  const figures = await soakTriggers({ ...options, proposalChanges: changes, events: EVENTS });
  print(figures);
  const broken = failedTriggerChecks(figures);
  if (broken.length > 0) throw new SetupError(broken.join('\n'));
  printLine('Everything was emitted, and nothing twice.');
}

function print({ events, ...run }: TriggerFigures): void {
  printLine('');
  console.table(Object.fromEntries(events.map(rowOf)));
  printFigures([
    ['restarts of n8n', run.restarts],
    ['polls', run.polls],
    ['requests', run.requests],
    ['token requests', run.tokenRequests],
    ['seconds', run.seconds],
  ]);
}

function rowOf({ event, ...figures }: EventFigures): [string, Record<string, number>] {
  const counted = Object.entries(figures).map(([name, figure]) => [
    name,
    typeof figure === 'number' ? figure : figure.length,
  ]);
  return [event, Object.fromEntries(counted) as Record<string, number>];
}

runScript(main);
