import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './errorCode.mts';
import { printLine } from './progress.mts';

const RETRY_MS = 2_000;

/**
 * Runs the work while holding the lock file, after waiting for any process that holds it. The file
 * contains the process ID, so that the lock of a killed process is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (let isReported = false; !(await take(file)); ) {
    const holder = await holderOf(file);
    if (holder !== null && isAlive(holder)) {
      if (!isReported) printLine(`- Process ${holder} is already installing: waiting for it`);
      isReported = true;
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
    // It exists, but we are not allowed to signal it.
    return errorCode(error) === 'EPERM';
  }
}
