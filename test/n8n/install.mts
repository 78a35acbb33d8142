import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runToEnd } from './command.mts';
import { withLock } from './lock.mts';
import { step } from './progress.mts';
import { SetupError } from './setupError.mts';

const N8N_VERSION = '2.41.1';
/**
 * n8n's dependencies are ranges: installed as of this version's release, they work and are the same
 * everywhere.
 */
const N8N_RELEASED = '2026-09-25';
const NODE_VERSION = '24.21.0';

export interface N8nInstall {
  /** The Node.js program that runs it. */
  node: string;
  /** n8n's CLI, a script for `node`. */
  n8n: string;
}

/**
 * Finds n8n, or installs it (and Node.js 24, if this is another version) into the user's cache
 * folder. Throws a SetupError that says what is missing.
 */
export async function installN8n(): Promise<N8nInstall> {
  if (process.platform === 'win32') {
    throw new SetupError('The local n8n needs Linux or macOS. On Windows, use WSL.');
  }
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-upwork');
  await mkdir(cache, { recursive: true });
  return await withLock(join(cache, 'install.lock'), async () => {
    const node = await findNode(cache);
    const folder = join(cache, `n8n-${N8N_VERSION}`);
    await installOnce(folder, async () => {
      await fetchN8n(folder, node);
      await buildDatabaseDriver(folder, node);
    });
    return { node, n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
  });
}

/** n8n 2.41 needs Node.js 24, which npm has as a package for each platform. */
async function findNode(cache: string): Promise<string> {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(cache, `node-${NODE_VERSION}`);
  await installOnce(folder, () =>
    step(`Fetching Node.js ${NODE_VERSION}, which n8n needs`, '10 seconds', () =>
      npm(folder, ['install', `${name}@${NODE_VERSION}`, '--ignore-scripts'], {
        hint: `Or run this with your own Node.js 24.`,
      }),
    ),
  );
  return join(folder, 'node_modules', name, 'bin', 'node');
}

async function fetchN8n(folder: string, node: string): Promise<void> {
  await step(`Installing n8n ${N8N_VERSION}, 2.2 GB, once`, '4 minutes', () =>
    npm(
      folder,
      [
        'install',
        `n8n@${N8N_VERSION}`,
        `--before=${N8N_RELEASED}`,
        '--legacy-peer-deps',
        '--ignore-scripts',
      ],
      { node },
    ),
  );
}

/** The only native part that n8n needs to start; it is downloaded, or else compiled. */
async function buildDatabaseDriver(folder: string, node: string): Promise<void> {
  await step("Building n8n's database driver", '2 minutes', () =>
    npm(folder, ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
      node,
      hint: 'It needs Python 3, make and a C++ compiler.',
    }),
  );
}

/**
 * Installs into an empty folder and marks it as complete at the end: an incomplete installation is
 * repeated.
 */
async function installOnce(folder: string, install: () => Promise<void>): Promise<void> {
  const marker = join(folder, 'complete');
  if (existsSync(marker)) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await install();
  await writeFile(marker, '');
}

/** Runs npm on `node` in this folder, whatever project or npm script this was started from. */
async function npm(
  folder: string,
  args: string[],
  { node = process.execPath, hint }: { node?: string; hint?: string },
): Promise<void> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: [dirname(node), process.env.PATH].join(delimiter),
  };
  // Native parts are compiled against the headers of this Node.js.
  const headers = dirname(dirname(node));
  if (existsSync(join(headers, 'include', 'node', 'node_api.h'))) env.npm_config_nodedir = headers;
  await runToEnd('npm', [...args, '--prefix', folder, '--no-audit', '--no-fund'], {
    cwd: folder,
    env,
    log: join(folder, 'npm.log'),
    ...(hint === undefined ? {} : { hint }),
  });
}
