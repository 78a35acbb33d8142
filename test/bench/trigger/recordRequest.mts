import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const TENANT = 'x-upwork-api-tenantid';

/** A GraphQL request, without its token. */
export interface RecordedRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** The last request that is sent to a server which passes everything on to the sandbox. */
export async function recordRequest(
  sandboxUrl: string,
  run: (url: string) => Promise<void>,
): Promise<RecordedRequest> {
  let last: RecordedRequest | undefined;
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then(async (body) => {
      const url = `${sandboxUrl}${incoming.url ?? ''}`;
      const tenant = incoming.headers[TENANT];
      const headers = {
        'Content-Type': 'application/json',
        ...(typeof tenant === 'string' && { [TENANT]: tenant }),
      };
      last = { url, headers, body };
      const { authorization = '' } = incoming.headers;
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, authorization },
        body,
      });
      outgoing.writeHead(response.status).end(await response.text());
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  await run(`http://127.0.0.1:${port}`);
  server.close();
  if (!last) throw new Error('There was no request');
  return last;
}
