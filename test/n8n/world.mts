import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.mts';
import { jsonObject } from './json.mts';

/** A world in which jobs keep appearing gets too large to build again at some point. */
const OLDEST_WORLD_MS = 86_400_000;

/**
 * Starts a sandbox whose world goes on where an earlier start in this data folder began it: the jobs
 * that n8n remembers are there, and so are those that would have appeared meanwhile.
 */
export async function continueSandbox(
  dataFolder: string,
  options: Partial<SandboxOptions>,
): Promise<Sandbox> {
  const began = await beginningOfWorld(join(dataFolder, 'world.json'));
  // The world begins at the moment at which the sandbox is made.
  let now = () => began;
  const seed = Math.floor(began / 1000);
  const sandbox = await startSandbox({ ...options, seed, now: () => now() });
  now = Date.now;
  return sandbox;
}

async function beginningOfWorld(file: string): Promise<number> {
  const known = await readFile(file, 'utf8').catch(() => '{"began":0}');
  const began = Number(jsonObject(JSON.parse(known)).began);
  if (began > Date.now() - OLDEST_WORLD_MS) return began;
  const now = Date.now();
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, JSON.stringify({ began: now }));
  return now;
}
