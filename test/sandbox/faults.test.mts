import type { Fault } from './index.mts';
import {
  type SandboxResponse,
  call,
  sandboxForTests,
  type SandboxClient,
} from '../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();
const USER = 'query Who { user { name } }';

async function startWith(fault: Partial<Fault>) {
  const { sandbox, client } = await start();
  sandbox.control.addFault({ at: 'graphql', times: 1, kind: 'status', ...fault });
  return { sandbox, client };
}

/** The outcome of a request: a response, or a broken connection. */
async function outcome(client: SandboxClient): Promise<SandboxResponse | 'broken'> {
  return client.send(USER).catch(() => 'broken' as const);
}

describe('a fault', () => {
  it('with a status has the given body and headers, as many times as set', async () => {
    const { client } = await startWith({
      times: 2,
      status: 503,
      body: { message: 'down' },
      headers: { 'Retry-After': '7' },
    });
    for (let count = 0; count < 2; count += 1) {
      const response = await client.send(USER);
      expect(response).toMatchObject({ status: 503, body: { message: 'down' } });
      expect(response.headers.get('retry-after')).toBe('7');
    }
    expect((await client.send(USER)).status).toBe(200);
  });

  it.each([
    ['html', 200, /<html/],
    ['cloudflare', 403, /Just a moment/],
    ['empty', 200, /^$/],
    ['status', 500, /^$/],
  ] as const)('%s', async (kind, status, text) => {
    const { client } = await startWith({ kind });
    const response = await client.send(USER);
    expect(response.status).toBe(status);
    expect(response.text).toMatch(text);
  });

  it('cutOff ends the text in the middle', async () => {
    const { client } = await startWith({ kind: 'cutOff', when: 'after' });
    const whole = (await start()).client;
    const { text } = await whole.send(USER);
    const { body, text: half, status } = await client.send(USER);
    expect(status).toBe(200);
    expect(body).toBeUndefined();
    expect(text.startsWith(half)).toBe(true);
    expect(half.length).toBeGreaterThan(0);
  });

  it.each(['before', 'after'] as const)('reset drops the connection (%s)', async (when) => {
    const { sandbox, client } = await startWith({ kind: 'reset', when });
    expect(await outcome(client)).toBe('broken');
    expect(sandbox.control.stats().executed).toEqual(when === 'after' ? { 'Query.user': 1 } : {});
    expect(await outcome(client)).toMatchObject({ status: 200 });
  });

  it.each(['before', 'after'] as const)('delay responds in the end (%s)', async (when) => {
    const { client } = await startWith({ kind: 'delay', ms: 5, when });
    expect((await client.send(USER)).body).toEqual({ data: { user: { name: 'Robin Sandbox' } } });
  });

  it('errors has no data', async () => {
    const errors = [{ message: 'Transform timeout' }];
    const { sandbox, client } = await startWith({ kind: 'errors', errors });
    expect((await client.send(USER)).body).toEqual({ errors, data: null });
    expect(sandbox.control.stats().executed).toEqual({});
  });

  it('partial has data that is null where the error is', async () => {
    const errors = [{ message: 'removed', path: ['marketplaceJobPostingsSearch', 'edges', 1] }];
    const { client } = await startWith({ kind: 'partial', errors });
    expect((await client.searchResponse({})).body).toMatchObject({
      errors,
      data: { marketplaceJobPostingsSearch: { edges: { 0: { node: {} }, 1: null, length: 10 } } },
    });
  });

  it('can be limited to one operation', async () => {
    const { client } = await startWith({ operation: 'FindJobs' });
    expect((await client.send(USER)).status).toBe(200);
    expect((await client.searchResponse({})).status).toBe(500);
    expect((await client.searchResponse({})).status).toBe(200);
  });

  it('after the execution still executes the request', async () => {
    const { sandbox, client } = await startWith({ status: 502, when: 'after' });
    expect((await client.send(USER)).status).toBe(502);
    expect(sandbox.control.stats().executed).toEqual({ 'Query.user': 1 });
  });

  it('at the token endpoint leaves the API alone', async () => {
    const { client } = await startWith({ at: 'token', kind: 'html' });
    expect((await client.send(USER)).status).toBe(200);
    expect((await client.token({})).text).toContain('<html');
    expect((await client.token({})).status).toBe(400);
  });

  it('can be cleared', async () => {
    const { sandbox, client } = await startWith({ times: 100 });
    sandbox.control.clearFaults();
    expect((await client.send(USER)).status).toBe(200);
  });
});

describe('the control over HTTP', () => {
  async function post(url: string, name: string, body?: string): Promise<SandboxResponse> {
    return call(`${url}/sandbox/${name}`, { method: 'POST', ...(body && { body }) });
  }

  it('does what the object does', async () => {
    const { sandbox, client } = await start();
    const added = await post(sandbox.url, 'addJobs', '{"count":2,"job":{"title":"By HTTP"}}');
    expect(added).toMatchObject({
      status: 200,
      body: [{ title: 'By HTTP' }, { title: 'By HTTP' }],
    });
    expect((await client.search({ titleExpression_eq: 'http' })).totalCount).toBe(2);
    const fault = '{"at":"graphql","times":1,"kind":"status","status":500}';
    expect(await post(sandbox.url, 'addFault', fault)).toMatchObject({ status: 200, body: {} });
    expect((await client.send(USER)).status).toBe(500);
    await post(sandbox.url, 'expireAccessTokens');
    expect((await client.send(USER)).status).toBe(401);
    const stats = await call(`${sandbox.url}/sandbox/stats`);
    expect(stats.body).toEqual(sandbox.control.stats());
  });

  it.each([
    ['addJobs', '{"cuont":2}', 400],
    ['addJobs', '{"count":0}', 400],
    ['addJobs', '{"job":{"budget":"100"}}', 400],
    ['advanceTime', undefined, 400],
    ['setPermissions', '{"permissions":["None such"]}', 400],
    ['addFault', '{"at":"moon","times":1,"kind":"empty"}', 400],
    ['stats', 'not JSON', 400],
    ['nothing', undefined, 404],
  ])('refuses %s %s', async (name, body, status) => {
    const { sandbox } = await start();
    expect((await post(sandbox.url, name, body)).status).toBe(status);
  });

  it('changes nothing on GET', async () => {
    const { sandbox, client } = await start();
    expect((await call(`${sandbox.url}/sandbox/revokeTokens`)).status).toBe(405);
    expect((await client.send(USER)).status).toBe(200);
  });
});
