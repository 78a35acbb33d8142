import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, startProgram } from '../n8n/program.mts';

const ATTENDANT = fileURLToPath(new URL('attendant.mjs', import.meta.url));

/** Starts a server that listens on loopback, with its data and log in a folder of its own. */
export async function startServer(
  name: string,
  command: string[],
  folder: string,
  ready: string,
): Promise<Program> {
  return await startProgram({
    name,
    node: process.execPath,
    args: [ATTENDANT, ...command],
    cwd: folder,
    env: {},
    logFile: join(folder, 'server.log'),
    ready,
  });
}
