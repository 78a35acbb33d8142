import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.mts';
import { jsonObject } from './json.mts';

/** After this time, too many jobs have been added to create them all again. */
const MAX_AGE_MS = 86_400_000;

/**
 * Starts a sandbox that continues the one of an earlier start in this data folder: the jobs that
 * n8n remembers are there, and so are those that would have appeared in the meantime.
 */
export async function continueSandbox(
  dataFolder: string,
  options: Partial<SandboxOptions>,
): Promise<Sandbox> {
  const startedAt = await firstStart(join(dataFolder, 'world.json'));
  // The sandbox creates its data as of the time at which it is started.
  let now = () => startedAt;
  const seed = Math.floor(startedAt / 1000);
  const sandbox = await startSandbox({ ...options, seed, now: () => now() });
  now = Date.now;
  return sandbox;
}

async function firstStart(file: string): Promise<number> {
  const known = await readFile(file, 'utf8').catch(() => '{"began":0}');
  const startedAt = Number(jsonObject(JSON.parse(known)).began);
  if (startedAt > Date.now() - MAX_AGE_MS) return startedAt;
  const now = Date.now();
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, JSON.stringify({ began: now }));
  return now;
}
