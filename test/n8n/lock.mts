import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './errorCode.mts';
import { tell } from './progress.mts';

const RETRY_MS = 2_000;

/**
 * Runs the work while no other process holds the lock file; waits for one that does. The file names
 * its process, so that a lock left behind by a process that was killed is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (let told = false; !(await take(file)); ) {
    const holder = await holderOf(file);
    if (holder !== null && isAlive(holder)) {
      if (!told) tell(`- Process ${holder} is installing already: waiting for it`);
      told = true;
      await wait(RETRY_MS);
    } else {
      await rm(file, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function holderOf(file: string): Promise<number | null> {
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  return Number.isNaN(pid) ? null : pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return errorCode(error) === 'EPERM';
  }
}
