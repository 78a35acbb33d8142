import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { lastLines } from './command.mts';
import { errorCode } from './errorCode.mts';
import type { N8nInstall } from './install.mts';
import { assertPortFree, freePort } from './ports.mts';
import { SetupError } from './setupError.mts';

/** n8n prints this last, after it has activated the workflows. */
const READY = 'Editor is now accessible via';
const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 20_000;

/** n8n's process ends itself when this one is gone, however that came about. */
const END_WITH_PARENT =
  'data:text/javascript,process.on("disconnect",()=>process.kill(-process.pid,"SIGKILL"))';

/** No calls to the internet, no banners and questions. */
const QUIET = {
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_DISABLED_MODULES: 'mcp-registry',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_VERIFIED_PACKAGES_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/** What a program needs of this environment; settings of another n8n or of a test runner are not for ours. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LANG', 'TZ', 'TMPDIR'];

export interface N8nOptions {
  install: N8nInstall;
  /** n8n keeps everything in a folder `.n8n` in here. */
  dataFolder: string;
  port: number;
}

export interface N8n {
  url: string;
  logFile: string;
  /** Fulfilled when n8n has come to its end, for whatever reason. */
  ended: Promise<void>;
  /** Ends n8n as a service manager does, letting it finish what it is at. */
  stop: () => Promise<void>;
  /** Ends n8n at once, as a crash does. */
  kill: () => Promise<void>;
}

/** Starts n8n and waits until it can be used. Throws a SetupError when it can't be. */
export async function startN8n({ install, dataFolder, port }: N8nOptions): Promise<N8n> {
  await assertPortFree(port, 'Choose another one for n8n: --port or N8N_PORT.');
  await mkdir(dataFolder, { recursive: true });
  const logFile = join(dataFolder, 'n8n.log');
  const errors = await open(logFile, 'a');
  const child = spawn(install.node, ['--import', END_WITH_PARENT, install.n8n, 'start'], {
    cwd: dataFolder,
    detached: true,
    env: {
      ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
      ...QUIET,
      N8N_USER_FOLDER: dataFolder,
      N8N_HOST: '127.0.0.1',
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_PORT: String(port),
      N8N_RUNNERS_BROKER_PORT: String(await freePort()),
      N8N_SECURE_COOKIE: 'false',
    },
    stdio: ['ignore', 'pipe', errors.fd, 'ipc'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  await errors.close();
  const n8n: N8n = {
    url: `http://127.0.0.1:${port}`,
    logFile,
    ended,
    stop: () => end(child, ended, 'SIGTERM'),
    kill: () => end(child, ended, 'SIGKILL'),
  };
  try {
    await ready(child, logFile, ended);
  } catch (error) {
    await n8n.kill();
    throw error;
  }
  return n8n;
}

async function ready(child: ChildProcess, logFile: string, ended: Promise<void>): Promise<void> {
  const started = new Promise<'ready'>((resolve) => {
    if (child.stdout === null) return;
    child.stdout.pipe(createWriteStream(logFile, { flags: 'a' }));
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes(READY)) resolve('ready');
    });
  });
  const outcome = await Promise.race([started, ended.then(() => 'ended'), limit(START_LIMIT_MS)]);
  if (outcome === 'ready') return;
  const what = outcome === 'ended' ? 'n8n ended while it started' : 'n8n did not get ready in time';
  throw new SetupError(`${what}. The end of ${logFile}:\n${await lastLines(logFile)}`);
}

/** n8n leads a process group of its own, in which its task runner is too. */
async function end(
  child: ChildProcess,
  ended: Promise<void>,
  signal: 'SIGTERM' | 'SIGKILL',
): Promise<void> {
  signalGroup(child, signal);
  await Promise.race([ended, limit(STOP_LIMIT_MS)]);
  signalGroup(child, 'SIGKILL');
  await ended;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // No such process: it has ended already.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

function limit(ms: number): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve('late');
    }, ms).unref();
  });
}
