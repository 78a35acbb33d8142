import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd } from '../n8n/command.mts';
import { freePort } from '../n8n/ports.mts';
import type { Programs } from './programs.mts';
import type { Service } from './service.mts';
import { startServer } from './server.mts';

const USER = 'n8n';
/** No data has to survive a crash of the machine. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
/** PostgreSQL refuses to run as root; Debian's package creates this user. */
const AS_POSTGRES = ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', '--'];

/** A new PostgreSQL with an empty database, in a temporary folder that is removed when it stops. */
export async function startPostgres(programs: Programs, password: string): Promise<Service> {
  const isRoot = process.getuid?.() === 0;
  const asAllowed = isRoot ? AS_POSTGRES : [];
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-postgres-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const run = ([command = '', ...args]: string[]) =>
    runToEnd(command, args, { cwd: folder, env: process.env, log: join(folder, 'setup.log') });
  try {
    const data = join(folder, 'data');
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (isRoot) await run(['chown', '-R', 'postgres:', folder]);
    await run([
      ...asAllowed,
      programs.initdb,
      `--pgdata=${data}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ]);
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      'unix_socket_directories=',
      // In its folder, so that nothing is left behind if it is killed.
      'dynamic_shared_memory_type=mmap',
      ...FAST,
    ].flatMap((setting) => ['-c', setting]);
    const { stop } = await startServer(
      'PostgreSQL',
      [...asAllowed, programs.postgres, '-D', data, ...settings],
      folder,
      'database system is ready to accept connections',
    );
    return {
      async stop() {
        await stop();
        await remove();
      },
      settings: {
        DB_TYPE: 'postgresdb',
        DB_POSTGRESDB_HOST: '127.0.0.1',
        DB_POSTGRESDB_PORT: String(port),
        DB_POSTGRESDB_DATABASE: 'postgres',
        DB_POSTGRESDB_USER: USER,
        DB_POSTGRESDB_PASSWORD: password,
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
