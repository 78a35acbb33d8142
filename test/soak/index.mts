import { parseArgs } from 'node:util';
import { printLine } from '../n8n/progress.mts';
import { runScript } from '../n8n/script.mts';
import { SetupError } from '../n8n/setupError.mts';
import type { Figures } from './figures.mts';
import { failedChecks } from './checks.mts';
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
  const { help, ...texts } = readTexts();
  if (help) {
    printLine(HELP);
    return;
  }
  const options = {
    expiries: wholeNumber('expiries', texts.expiries, 1),
    tokenLifetime: wholeNumber('token-lifetime', texts['token-lifetime'], 1),
    kills: wholeNumber('kills', texts.kills, 0),
  };
  const figures = await soak(options);
  printLine('');
  console.table(rows(figures));
  const broken = failedChecks(figures, options);
  if (broken.length > 0) throw new SetupError(broken.join('\n'));
  printLine('Nothing failed except what a kill cut off, and nobody had to reconnect.');
}

function readTexts() {
  try {
    return parseArgs({
      options: {
        expiries: { type: 'string', default: '60' },
        'token-lifetime': { type: 'string', default: '4' },
        kills: { type: 'string', default: '3' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least) return number;
  throw new SetupError(`--${name} takes a whole number from ${least}, not "${text}".`);
}

function rows(figures: Figures): Record<string, { figure: number }> {
  const figuresByName: [string, number][] = [
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
  return Object.fromEntries(figuresByName.map(([name, figure]) => [name, { figure }]));
}

runScript(main);
