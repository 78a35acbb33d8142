import { printLine } from '../n8n/progress.mts';
import { runScript } from '../n8n/script.mts';
import { SetupError } from '../n8n/setupError.mts';
import { failedChecks } from './checks.mts';
import { readNumbers } from './commandLine.mts';
import type { Figures } from './figures.mts';
import { printFigures } from './figureTable.mts';
import { soak } from './soak.mts';

const HELP = `npm run soak -- [options]: months of token expiry and crashes in minutes, on a real n8n.

  --expiries <number>         access tokens that expire while in use (60)
  --token-lifetime <seconds>  of an access token, instead of Upwork's 24 hours (4)
  --kills <number>            how often n8n is killed and restarted (3)
  --help                      this text

Exits with 0 only if nothing failed except what a kill cut off, no job was lost or emitted twice, and each
expiry cost one token request.`;

/** `npm run soak`: prints its progress, then a table, then what is wrong, if anything. */
async function main(): Promise<void> {
  const numbers = readNumbers({
    help: HELP,
    defaults: { expiries: 60, 'token-lifetime': 4, kills: 3 },
    least: { expiries: 1, 'token-lifetime': 1 },
  });
  if (!numbers) return;
  const { 'token-lifetime': tokenLifetime, ...others } = numbers;
  const options = { tokenLifetime, ...others };
  const figures = await soak(options);
  printLine('');
  printFigures(rows(figures));
  const broken = failedChecks(figures, options);
  if (broken.length > 0) throw new SetupError(broken.join('\n'));
  printLine('Nothing failed except what a kill cut off, and nobody had to reconnect.');
}

function rows(figures: Figures): [string, number][] {
  return [
    ['expiries', figures.expiries],
    ['requests that met an expiry', figures.refusedRequests],
    ['token requests', figures.tokenRequests],
    ['  of these refused', figures.tokenRequestsRefused],
    ['executions by the trigger', figures.executionsByTrigger],
    ['manual executions', figures.manualExecutions],
    ['failures: cut off by a kill', figures.cutOff],
    ['failures: others', figures.otherFailures.length],
    ['polls that failed', figures.pollsPostponed],
    ['jobs appeared', figures.jobsAppeared],
    ['jobs emitted', figures.jobsEmitted],
    ['  of these twice or not new', figures.emittedByMistake],
    ['jobs lost', figures.lost],
    ['kills of n8n', figures.kills],
    ['reconnects', figures.reconnects],
    ['seconds', figures.seconds],
  ];
}

runScript(main);
