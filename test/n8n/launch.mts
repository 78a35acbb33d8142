import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { N8nInstall } from './install.mts';
import { assertPortFree, freePort } from './ports.mts';
import { type Program, startProgram } from './program.mts';

/** No internet access, no banners and no questions. */
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

export interface ProcessOptions {
  install: N8nInstall;
  /** n8n stores everything in the folder `.n8n` in here. */
  dataFolder: string;
  /** Additional environment variables of n8n, such as for its database. */
  settings?: Record<string, string>;
}

export interface N8nOptions extends ProcessOptions {
  port: number;
}

export interface N8n extends Program {
  url: string;
}

/** Starts n8n and waits until it is ready. Throws a SetupError if it doesn't start. */
export async function startN8n({ port, ...options }: N8nOptions): Promise<N8n> {
  await assertPortFree(port, 'Choose another one for n8n: --port or N8N_PORT.');
  const program = await start(options, {
    command: 'start',
    // n8n prints this last, after it has activated the workflows.
    ready: 'Editor is now accessible via',
    env: {
      N8N_HOST: '127.0.0.1',
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_PORT: String(port),
      N8N_SECURE_COOKIE: 'false',
    },
  });
  return { ...program, url: `http://127.0.0.1:${port}` };
}

/**
 * Starts a worker in n8n's queue mode; `settings` configure the queue and the database that it
 * shares with the main process.
 */
export async function startWorker(options: ProcessOptions): Promise<Program> {
  return await start(options, { command: 'worker', ready: 'n8n worker is now ready', env: {} });
}

async function start(
  { install, dataFolder, settings }: ProcessOptions,
  { command, ready, env }: { command: string; ready: string; env: Record<string, string> },
): Promise<Program> {
  await mkdir(dataFolder, { recursive: true });
  return await startProgram({
    name: command === 'start' ? 'n8n' : `n8n's ${command}`,
    node: install.node,
    args: [install.n8n, command],
    cwd: dataFolder,
    env: {
      ...QUIET,
      N8N_USER_FOLDER: dataFolder,
      N8N_RUNNERS_BROKER_PORT: String(await freePort()),
      ...env,
      ...settings,
    },
    logFile: join(dataFolder, 'n8n.log'),
    ready,
  });
}
