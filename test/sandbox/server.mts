import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Handler, json, type Reply, type Request } from './http.mts';

async function read(message: IncomingMessage): Promise<Request> {
  const bytes = await buffer(message);
  const url = new URL(message.url ?? '/', 'http://sandbox');
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    body: bytes.toString('utf8'),
    bytes,
    address: message.socket.remoteAddress ?? 'unknown',
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.drop === 'at once') {
    response.destroy();
    return;
  }
  const body = Buffer.from(reply.body, 'utf8');
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': body.length });
  if (reply.drop === 'halfway') {
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
    return;
  }
  response.end(body);
}

async function respond(
  handler: Handler,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    send(response, await handler(await read(message)));
  } catch (error) {
    // A bug in the sandbox itself: labeled as such, so that nobody mistakes it for an error of
    // Upwork's.
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!response.headersSent) send(response, json(500, { message: `Sandbox: ${reason}` }));
  }
}

/**
 * Listens on the loopback interface only.
 * @param port 0 for any free port
 * @throws if the port is taken, with a message that says so
 */
export async function listen(port: number, handler: Handler): Promise<Server> {
  const server = createServer((message, response) => void respond(handler, message, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken on 127.0.0.1: choose another one for the sandbox.`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

export function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port');
  return address.port;
}

/** Stops listening and closes the connections that are still open. */
export async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
