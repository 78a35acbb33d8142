import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, startProgram } from '../n8n/program.mts';

const WRAPPER = fileURLToPath(new URL('wrapper.mjs', import.meta.url));

/** Starts a server that listens on loopback, with its data and log in this folder. */
export async function startServer(
  name: string,
  command: string[],
  folder: string,
  ready: string,
): Promise<Program> {
  return await startProgram({
    name,
    node: process.execPath,
    args: [WRAPPER, ...command],
    cwd: folder,
    env: {},
    logFile: join(folder, 'server.log'),
    ready,
  });
}
