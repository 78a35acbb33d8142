import { once } from 'node:events';
import { createServer } from 'node:net';
import { errorCode } from './errorCode.mts';
import { SetupError } from './setupError.mts';

const LOOPBACK = '127.0.0.1';

/** A free port on this machine. */
export async function freePort(): Promise<number> {
  return await listenOnce(0);
}

/** Throws a SetupError if the port is taken. `advice` says how to choose another one. */
export async function assertPortFree(port: number, advice: string): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    const taken = errorCode(error) === 'EADDRINUSE';
    throw new SetupError(`Port ${port} ${taken ? 'is taken' : `can't be used`}. ${advice}`);
  }
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen(port, LOOPBACK);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('No port');
  return address.port;
}
