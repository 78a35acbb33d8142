import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n } from '../n8n/install.mts';
import { startN8n, startWorker } from '../n8n/launch.mts';
import { layOutPackage } from '../n8n/package.mts';
import { freePort } from '../n8n/ports.mts';
import type { Program } from '../n8n/program.mts';
import { step } from '../n8n/progress.mts';
import { startPostgres } from './postgres.mts';
import { findPrograms } from './programs.mts';
import { startRedis } from './redis.mts';

/** One process of n8n, and what its log tells of it so far. */
export interface Member {
  name: string;
  /** Ids of the executions that it has finished. */
  finished: () => Promise<string[]>;
  /** Token calls that it has made for an expired token. */
  renewals: () => Promise<number>;
}

/** n8n in queue mode: a main, and workers that carry its production executions out. */
export interface Cluster {
  /** Of the main. */
  url: string;
  main: Member;
  workers: Member[];
  stop: () => Promise<void>;
}

/**
 * Starts one main and two workers as on three machines: each has a data folder of its own, with the
 * package in it; a Redis, a PostgreSQL and the encryption key are what they share.
 */
export async function startCluster(): Promise<Cluster> {
  const install = await installN8n();
  const programs = await findPrograms();
  /** What has been started so far and has to end, the last one first. */
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
      await layOutPackage(dataFolder);
      const settings = {
        ...redis.settings,
        ...postgres.settings,
        EXECUTIONS_MODE: 'queue',
        N8N_ENCRYPTION_KEY: 'the same in all processes',
        // n8n tells of each token call at this level.
        N8N_LOG_LEVEL: 'debug',
      };
      return { install, dataFolder, settings };
    };
    // The main first: it lays out the database.
    const main = await step("Starting n8n's main in queue mode", '1 minute', async () =>
      startN8n({ ...(await optionsFor('main')), port: await freePort() }),
    );
    cleanUps.unshift(main.stop);
    const startMember = async (name: string) => {
      const worker = startWorker(await optionsFor(name));
      // Registered at once: when the other one fails, this one may still be starting.
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
