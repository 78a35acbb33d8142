import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, installPackages } from '../n8n/debian.mts';
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
  if (missing.length > 0) {
    await installPackages(missing, "n8n's queue mode needs Redis and PostgreSQL.");
  }
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

function need(program: string): string {
  const path = find(program);
  if (path === undefined) throw new SetupError(`"${program}" is missing after its installation.`);
  return path;
}

function find(program: string): string | undefined {
  const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES).map(Number) : [];
  const folders = versions
    .sort((one, other) => other - one)
    .map((version) => join(DEBIAN_POSTGRES, String(version), 'bin'));
  return findProgram(program, folders);
}
