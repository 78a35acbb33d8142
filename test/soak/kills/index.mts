import { printLine } from '../../n8n/progress.mts';
import { runScript } from '../../n8n/script.mts';
import { SetupError } from '../../n8n/setupError.mts';
import { readNumbers } from '../commandLine.mts';
import { kills } from './kills.mts';

const HELP = `npm run soak:kills -- [options]: kills a real n8n just as it emits a burst of new jobs.

  --quiet <number>   kills on a quiet machine (10)
  --busy <number>    kills beside two busy loops (10)
  --burst <number>   jobs that appear before each kill (300)
  --durable <0 or 1> whether n8n's durable cursors are on (1)
  --help             this text

Exits with 0 only if no job was lost or emitted twice.`;

/** `npm run soak:kills`: prints its progress, then a table of the kills. */
async function main(): Promise<void> {
  const numbers = readNumbers({
    help: HELP,
    defaults: { quiet: 10, busy: 10, burst: 300, durable: 1 },
    least: { burst: 1 },
  });
  if (!numbers) return;
  const bursts = await kills({ ...numbers, durable: numbers.durable > 0 });
  printLine('');
  console.table(bursts);
  const sum = (figure: 'lost' | 'repeated') =>
    bursts.reduce((total, burst) => total + burst[figure], 0);
  const result = `${bursts.length} kills, ${sum('lost')} jobs lost, ${sum('repeated')} emitted twice.`;
  if (sum('lost') + sum('repeated') > 0) throw new SetupError(result);
  printLine(result);
}

runScript(main);
