import { parseArgs } from 'node:util';
import { tell } from '../n8n/progress.mts';
import { runScript } from '../n8n/script.mts';
import { SetupError } from '../n8n/setupError.mts';
import type { Figures } from './figures.mts';
import { brokenPromises } from './promises.mts';
import { soak } from './soak.mts';

const HELP = `npm run soak -- [options]: months of a connection in minutes, on a real n8n and the sandbox.

  --expiries <number>         access tokens that expire in use (60)
  --token-lifetime <seconds>  of an access token, in place of Upwork's 24 hours (4)
  --kills <number>            how often n8n is killed and started again (3)
  --help                      this text

Ends with 0 only if nothing failed but what a kill cut off, no job was lost or emitted twice, and one
expiry cost one token call.`;

/** `npm run soak`: tells how it goes, then one table, then what is wrong with it, if anything is. */
async function main(): Promise<void> {
  const { help, ...texts } = readTexts();
  if (help) {
    tell(HELP);
    return;
  }
  const options = {
    expiries: wholeNumber('expiries', texts.expiries, 1),
    tokenLifetime: wholeNumber('token-lifetime', texts['token-lifetime'], 1),
    kills: wholeNumber('kills', texts.kills, 0),
  };
  const figures = await soak(options);
  tell('');
  console.table(rows(figures));
  const broken = brokenPromises(figures, options);
  if (broken.length > 0) throw new SetupError(broken.join('\n'));
  tell('Nothing failed that no kill explains, and nobody had to reconnect.');
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
    ['token calls', figures.tokenCalls],
    ['  of these refused', figures.tokenCallsRefused],
    ['executions by the trigger', figures.executionsByTrigger],
    ['executions by hand', figures.executionsByHand],
    ['failures: cut off by a kill', figures.cutOff],
    ['failures: others', figures.otherFailures.length],
    ['polls that met a fault', figures.pollsPutOff],
    ['jobs appeared', figures.jobsAppeared],
    ['jobs emitted', figures.jobsEmitted],
    ['  of these twice or not new', figures.emittedWrongly],
    ['jobs lost', figures.lost],
    ['kills of n8n', figures.kills],
    ['reconnects', figures.reconnects],
    ['seconds', figures.seconds],
  ];
  return Object.fromEntries(figuresByName.map(([name, figure]) => [name, { figure }]));
}

runScript(main);
