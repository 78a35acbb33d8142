import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n } from '../n8n/install.mts';
import { startN8n, startWorker } from '../n8n/launch.mts';
import { installPackage } from '../n8n/package.mts';
import { freePort } from '../n8n/ports.mts';
import type { Program } from '../n8n/program.mts';
import { step } from '../n8n/progress.mts';
import { startPostgres } from './postgres.mts';
import { findPrograms } from './programs.mts';
import { startRedis } from './redis.mts';

/** One process of n8n, and what its log says so far. */
export interface Member {
  name: string;
  /** IDs of the executions that it has finished. */
  finished: () => Promise<string[]>;
  /** Token requests that it has sent for an expired token. */
  renewals: () => Promise<number>;
}

/** n8n in queue mode: a main process, and workers that run its production executions. */
export interface Cluster {
  /** Of the main process. */
  url: string;
  main: Member;
  workers: Member[];
  stop: () => Promise<void>;
}

/**
 * Starts a main process and two workers as on three machines: each has its own data folder with the
 * package; they share only Redis, PostgreSQL and the encryption key.
 */
export async function startCluster(): Promise<Cluster> {
  const install = await installN8n();
  const programs = await findPrograms();
  /** The clean-up of everything that has been started so far, in reverse order. */
  const cleanUps: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-queue-'));
    cleanUps.unshift(() => rm(folder, { recursive: true, force: true }));
    const redis = await startRedis(programs.redisServer, join(folder, 'redis'), randomUUID());
    cleanUps.unshift(redis.stop);
    const postgres = await startPostgres(programs, randomUUID());
    cleanUps.unshift(postgres.stop);

    const optionsFor = async (name: string) => {
      const dataFolder = join(folder, name);
      await installPackage(dataFolder);
      const settings = {
        ...redis.settings,
        ...postgres.settings,
        EXECUTIONS_MODE: 'queue',
        N8N_ENCRYPTION_KEY: 'the same in all processes',
        // n8n logs each token request at this level.
        N8N_LOG_LEVEL: 'debug',
      };
      return { install, dataFolder, settings };
    };
    // The main process first: it creates the database tables.
    const main = await step("Starting n8n's main process in queue mode", '1 minute', async () =>
      startN8n({ ...(await optionsFor('main')), port: await freePort() }),
    );
    cleanUps.unshift(main.stop);
    const startMember = async (name: string) => {
      const worker = startWorker(await optionsFor(name));
      // Registered at once: if the other one fails, this one may still be starting.
      cleanUps.unshift(() =>
        worker.then(
          ({ stop: end }) => end(),
          () => undefined,
        ),
      );
      return member(name, await worker);
    };
    const workers = await step('Starting two workers', '30 seconds', () =>
      Promise.all(['worker 1', 'worker 2'].map(startMember)),
    );
    return { url: main.url, main: member('main', main), workers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function member(name: string, { logFile }: Program): Member {
  const matches = async (pattern: RegExp) => [
    ...(await readFile(logFile, 'utf8')).matchAll(pattern),
  ];
  return {
    name,
    finished: async () =>
      (await matches(/Worker finished execution (\d+)/g)).map(([, id = '']) => id),
    renewals: async () => (await matches(/OAuth2 token for .* expired\. Revalidating\./g)).length,
  };
}
