import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runToEnd } from './command.mts';
import { step } from './progress.mts';
import { SetupError } from './setupError.mts';

/** Where a program is: in one of these folders, or on the PATH. */
export function findProgram(name: string, folders: string[] = []): string | undefined {
  return [...folders, ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * Installs Debian's packages where that is possible: on Debian or Ubuntu, as root. Elsewhere, throws
 * a SetupError that begins with `why` and says what to install.
 */
export async function installPackages(packages: string[], why: string): Promise<void> {
  const names = packages.join(' ');
  if (findProgram('apt-get') === undefined || process.getuid?.() !== 0) {
    throw new SetupError(
      `${why} Missing on this machine: ${names} ` +
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
