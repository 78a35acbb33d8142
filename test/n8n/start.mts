import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OWNER } from './client.mts';
import { PROJECT } from './package.mts';
import { type Playground, startPlayground } from './playground.mts';
import { assertPortFree } from './ports.mts';
import { printLine } from './progress.mts';
import { interrupted, runScript } from './script.mts';
import { SetupError } from './setupError.mts';
import { EVERY_MINUTE } from './workflows.mts';
import { continueSandbox } from './world.mts';

const SECONDS_BETWEEN_JOBS = 10;

const HELP = `npm start -- [options]: a real n8n with this package, and the sandbox behind it.

  --port <number>          of n8n (or N8N_PORT; default 5678)
  --sandbox-port <number>  of the sandbox (or SANDBOX_PORT; default 4010)
  --help                   this text`;

/** `npm start`: runs until Ctrl-C. n8n's data is kept in .sandbox for the next start. */
async function start(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    printLine(HELP);
    return;
  }
  const port = readPort(options.port ?? process.env.N8N_PORT ?? '5678');
  const sandboxPort = readPort(options['sandbox-port'] ?? process.env.SANDBOX_PORT ?? '4010');
  await assertPortFree(port, 'Choose another one for n8n: npm start -- --port 5688');
  await assertPortFree(
    sandboxPort,
    'Choose another one for the sandbox: npm start -- --sandbox-port 4011',
  );
  const dataFolder = join(PROJECT, '.sandbox');
  const playground = await startPlayground({
    dataFolder,
    port,
    startSandbox: () =>
      continueSandbox(dataFolder, { port: sandboxPort, jobInterval: SECONDS_BETWEEN_JOBS }),
    pollTimes: EVERY_MINUTE,
  });
  printLine(welcome(playground));
  const reason = await Promise.race([interrupted(), playground.n8n.ended.then(() => 'exited')]);
  printLine('Stopping …');
  await playground.stop();
  if (reason === 'exited') throw new SetupError(`n8n exited. Its log: ${playground.n8n.logFile}`);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        'sandbox-port': { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new SetupError(`"${text}" is not a port: a number from 1 to 65535.`);
}

function welcome({ n8n, sandbox, workflows }: Playground): string {
  return `
n8n is ready:  ${n8n.url}
Log in with:   ${OWNER.email}
Password:      ${OWNER.password}

What to try
- Search on demand: ${n8n.url}/workflow/${workflows.search}
  Click "Execute workflow", then the node "Search jobs" to see what it found.
- Trigger on new jobs: ${n8n.url}/workflow/${workflows.newJobs}
  It is active and polls once a minute: see "Executions". A job appears every ${SECONDS_BETWEEN_JOBS} s, and about every
  third one matches its search.
- Your own workflow: add the node "Upwork" with the credential "Upwork (sandbox)".

The sandbox, which imitates Upwork, is at ${sandbox.url}
To connect your own credential to it: client ID ${sandbox.key.clientId}, client secret ${sandbox.key.clientSecret}

n8n's log: ${n8n.logFile}
Ctrl-C stops everything. To start over, delete the folder .sandbox.
`;
}

runScript(start);
