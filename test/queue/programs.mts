import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runToEnd } from '../n8n/command.mts';
import { step } from '../n8n/progress.mts';
import { SetupError } from '../n8n/setupError.mts';

/** Debian keeps PostgreSQL's server programs here, by version, and not on the PATH. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

export interface Programs {
  redisServer: string;
  initdb: string;
  postgres: string;
}

/** Finds Redis and PostgreSQL. Installs what is missing where possible: on Debian, as root. */
export async function findPrograms(): Promise<Programs> {
  const missing = missingPackages();
  if (missing.length > 0) await install(missing);
  return {
    redisServer: need('redis-server'),
    initdb: need('initdb'),
    postgres: need('postgres'),
  };
}

function missingPackages(): string[] {
  return [
    ...(find('redis-server') === undefined ? ['redis-server'] : []),
    ...(find('initdb') === undefined || find('postgres') === undefined ? ['postgresql'] : []),
  ];
}

async function install(packages: string[]): Promise<void> {
  const names = packages.join(' ');
  if (find('apt-get') === undefined || process.getuid?.() !== 0) {
    throw new SetupError(
      `n8n's queue mode needs Redis and PostgreSQL. Missing on this machine: ${names} ` +
        `(on Debian or Ubuntu: sudo apt-get install ${names}).`,
    );
  }
  await step(`Installing ${names} with apt-get`, '1 minute', async () => {
    await aptGet('update');
    await aptGet('install', '-y', '--no-install-recommends', ...packages);
  });
}

async function aptGet(...args: string[]): Promise<void> {
  await runToEnd('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    cwd: tmpdir(),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    log: join(tmpdir(), 'n8n-nodes-upwork-apt.log'),
  });
}

function need(program: string): string {
  const path = find(program);
  if (path === undefined) throw new SetupError(`"${program}" is missing after its installation.`);
  return path;
}

function find(program: string): string | undefined {
  return folders()
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

function folders(): string[] {
  const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES).map(Number) : [];
  return [
    ...versions
      .sort((one, other) => other - one)
      .map((version) => join(DEBIAN_POSTGRES, String(version), 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
}
