import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INodeParameters } from 'n8n-workflow';

import { startSandbox } from '../../sandbox/index.mts';
import { Instance } from '../instance.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 1 };

const times = <T,>(count: number, run: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, run));

describe('an expired token', () => {
  it('is renewed in the middle of a run, and stored with the new refresh token', async () => {
    const n8n = upwork.connected();
    const before = n8n.credentials.stored?.oauthTokenData;
    upwork.control.expireAccessTokens();
    const { items } = await n8n.run(search);
    expect(items).toHaveLength(1);
    expect(upwork.control.stats()).toMatchObject({
      requests: { graphql: 2, token: 1 },
      refreshes: 1,
      executed: { 'Query.marketplaceJobPostingsSearch': 1 },
    });
    expect(n8n.credentials.updates).toBe(1);
    expect(n8n.credentials.stored?.oauthTokenData).not.toEqual(before);
  });

  it('costs one token request, however many runs meet it at once', async () => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    const runs = await times(10, async () => await n8n.run(search));
    expect(runs.map(({ items }) => items.length)).toEqual(Array(10).fill(1));
    expect(upwork.control.stats().requests.token).toBe(1);
  });

  it('is renewed again and again, with the refresh token that rotates', async () => {
    const n8n = upwork.connected();
    for (let day = 1; day <= 5; day++) {
      upwork.control.advanceTime({ seconds: 86_401 });
      expect((await n8n.run(search)).items).toHaveLength(1);
    }
    expect(upwork.control.stats().refreshes).toBe(5);
  });

  it('is renewed for the list of jobs and for polls too', async () => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    expect((await n8n.listSearch('searchJobs')).results).toHaveLength(50);
    const trigger = { event: 'newJob', query: 'ocelot' };
    await n8n.activate(trigger);
    upwork.control.expireAccessTokens();
    const [added] = upwork.control.addJobs({ job: { title: 'Ocelot webshop' } });
    expect(await n8n.poll()).toMatchObject([{ id: added?.id }]);
  });
});

describe('valid tokens that Upwork rejects', () => {
  const refuse = (count: number) => {
    upwork.control.addFault({ at: 'graphql', times: count, kind: 'status', status: 401 });
  };

  it.each([1, 2, 6, 7, 12])('%d times in a dozen runs at once: all recover', async (count) => {
    const n8n = upwork.connected();
    refuse(count);
    const runs = await times(12, async () => await n8n.run(search));
    expect(runs.map(({ items }) => items.length)).toEqual(Array(12).fill(1));
    expect(upwork.control.stats().requests.token).toBe(1);
  });

  it('six times in six runs that start one after another: all recover', async () => {
    const n8n = upwork.connected();
    refuse(6);
    const runs: ReturnType<Instance['run']>[] = [];
    for (let started = 1; started <= 6; started++) {
      runs.push(n8n.run(search));
      while (upwork.control.stats().requests.graphql < started) await new Promise(setImmediate);
    }
    const results = await Promise.all(runs);
    expect(results.map(({ items }) => items.length)).toEqual(Array(6).fill(1));
  });

  it('again and again: all runs fail with the same error, after one token request', async () => {
    const n8n = upwork.connected();
    refuse(1_000);
    const runs = await Promise.allSettled(Array.from({ length: 6 }, () => n8n.run(search)));
    for (const run of runs) {
      expect(run).toMatchObject({
        reason: {
          message: expect.stringContaining('although its token was just renewed') as string,
        },
      });
    }
    expect(upwork.control.stats().requests.token).toBe(1);
  });
});

describe('a connection that is lost', () => {
  const reconnect = {
    message: 'The Upwork credential "My Upwork" needs to be reconnected',
    apiFailure: { kind: 'credential' },
    failure: { cause: 'credential-invalid' },
  };

  it('is reported when all tokens are revoked, after one token request', async () => {
    const n8n = upwork.connected();
    upwork.control.revokeTokens();
    await expect(n8n.run(search)).rejects.toMatchObject(reconnect);
    expect(upwork.control.stats().requests.token).toBe(1);
  });

  it('is reported after two weeks without use', async () => {
    const n8n = upwork.connected();
    upwork.control.advanceTime({ seconds: 15 * 86_400 });
    await expect(n8n.run(search)).rejects.toMatchObject(reconnect);
  });

  it('is reported when the client secret is wrong', async () => {
    const n8n = upwork.connected({ clientSecret: 'not-the-secret' });
    upwork.control.expireAccessTokens();
    await expect(n8n.run(search)).rejects.toMatchObject(reconnect);
  });

  it.each([
    ['fails', { kind: 'status', status: 500 }],
    ['is overloaded', { kind: 'status', status: 429 }],
    ['drops the connection', { kind: 'reset' }],
    ['returns a page', { kind: 'html' }],
    ['is cut off', { kind: 'cutOff', when: 'after' }],
  ] as const)('is not reported when the token endpoint just %s', async (_what, fault) => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    upwork.control.addFault({ at: 'token', times: 99, ...fault });
    await expect(n8n.run(search)).rejects.toMatchObject({
      message: 'Upwork could not renew the access token at the moment',
      failure: { cause: 'temporarily-unavailable' },
    });
    upwork.control.clearFaults();
    expect((await n8n.run(search)).items).toHaveLength(1);
  });

  it('is not reported when Cloudflare blocks the token endpoint', async () => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    upwork.control.addFault({ at: 'token', times: 99, kind: 'cloudflare' });
    await expect(n8n.run(search)).rejects.toMatchObject({
      message: "Upwork's web protection blocked the request (HTTP 403)",
      apiFailure: { retryable: true, notExecuted: true },
      failure: { cause: 'temporarily-unavailable' },
    });
    expect(upwork.control.stats().requests.token).toBe(1);
    upwork.control.clearFaults();
    expect((await n8n.run(search)).items).toHaveLength(1);
  });

  it.each([400, 401])('is reported when the client is rejected with HTTP %d', async (status) => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    const body = { error: 'invalid_client' };
    upwork.control.addFault({ at: 'token', times: 99, kind: 'status', status, body });
    await expect(n8n.run(search)).rejects.toMatchObject(reconnect);
    expect(upwork.control.stats().requests.token).toBe(1);
  });

  it('is reported when nobody has ever connected', async () => {
    const n8n = upwork.connected({ oauthTokenData: {} });
    await expect(n8n.run(search)).rejects.toThrow(
      'The Upwork credential "My Upwork" is not connected',
    );
  });

  it('is reported when the node has no credential', async () => {
    await expect(new Instance(null).run(search)).rejects.toThrow(
      'Node does not have any credentials set',
    );
  });
});

it('an unreachable server is reported with the system error code', async () => {
  const gone = await startSandbox();
  await gone.close();
  await expect(upwork.connected({ sandboxUrl: gone.url }).run(search)).rejects.toMatchObject({
    message: `The sandbox at ${gone.url} could not be reached`,
    description: expect.stringContaining('ECONNREFUSED') as string,
    apiFailure: { notExecuted: true },
  });
});

describe('where requests go', () => {
  it.each([
    'https://api.example.com',
    'http://8.8.8.8:4010',
    'http://127.0.0.1.example.com',
    'http://localhost@example.com',
    'ftp://127.0.0.1',
    'not a url',
    '',
  ])('never to "%s" as a sandbox', async (sandboxUrl) => {
    const n8n = upwork.connected({ sandboxUrl });
    await expect(n8n.run(search)).rejects.toMatchObject({
      message: 'The Sandbox URL of the Upwork credential is not on your own machine or network',
      failure: { cause: 'configuration-invalid' },
    });
  });

  it('never to the target of a redirect', async () => {
    let reached = 0;
    const target = createServer((_request, response) => {
      reached++;
      response.end('{"data":{}}');
    });
    await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
    const { port } = target.address() as AddressInfo;
    upwork.control.addFault({
      at: 'graphql',
      times: 1,
      kind: 'status',
      status: 307,
      headers: { location: `http://127.0.0.1:${port}/graphql` },
    });
    await expect(upwork.connected().run(search)).rejects.toThrow(
      'Upwork refused the request (HTTP 307)',
    );
    expect(reached).toBe(0);
    target.close();
  });

  it('for the organization of the credential', async () => {
    await expect(upwork.connected({ organizationId: '999' }).run(search)).rejects.toThrow(
      'The organization in use is none of yours',
    );
  });
});

describe('client credentials', () => {
  const service = (changes = {}) =>
    upwork.connected({
      ...upwork.sandbox.enterpriseKey,
      serviceAccount: true,
      grantType: 'clientCredentials',
      oauthTokenData: {},
      ...changes,
    });

  it('connect on their own, and again when their token has expired', async () => {
    const n8n = service();
    expect((await n8n.run(search)).items).toHaveLength(1);
    upwork.control.expireAccessTokens();
    expect((await n8n.run(search)).items).toHaveLength(1);
    expect(upwork.control.stats().requests.token).toBe(2);
  });

  it('fetch one first token, however many runs begin at once', async () => {
    const n8n = service();
    const runs = await times(10, async () => await n8n.run(search));
    expect(runs.map(({ items }) => items.length)).toEqual(Array(10).fill(1));
    expect(upwork.control.stats().requests.token).toBe(1);
  });

  it.each([
    ['a wrong secret', { clientSecret: 'not-the-secret' }],
    ['a key without enterprise access', () => upwork.sandbox.key],
  ])('need to be reconnected with %s', async (_what, changes) => {
    const n8n = service(typeof changes === 'function' ? changes() : changes);
    await expect(n8n.run(search)).rejects.toMatchObject({
      message: 'The Upwork credential "My Upwork" needs to be reconnected',
      failure: { cause: 'credential-invalid' },
    });
  });

  it('do not blame the key when Cloudflare blocks the token endpoint', async () => {
    upwork.control.addFault({ at: 'token', times: 99, kind: 'cloudflare' });
    await expect(service().run(search)).rejects.toMatchObject({
      message: "Upwork's web protection blocked the request (HTTP 403)",
      failure: { cause: 'temporarily-unavailable' },
    });
    expect(upwork.control.stats().requests).toMatchObject({ token: 1, graphql: 0 });
  });

  it('do not blame the key when the token endpoint just fails', async () => {
    upwork.control.addFault({ at: 'token', times: 99, kind: 'status', status: 500 });
    await expect(service().run(search)).rejects.toMatchObject({
      failure: { cause: 'temporarily-unavailable' },
    });
  });
});

describe('unusual responses of the token endpoint', () => {
  it.each([
    ['no new refresh token', ['access_token', 'token_type', 'expires_in']],
    ['no lifetime', ['access_token', 'token_type', 'refresh_token']],
  ])('%s: the connection continues', async (_what, kept) => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    const tokens: Record<string, unknown> = { ...upwork.sandbox.issueTokens() };
    const body = Object.fromEntries(kept.map((name) => [name, tokens[name]]));
    upwork.control.addFault({ at: 'token', times: 1, kind: 'status', status: 200, body });
    expect((await n8n.run(search)).items).toHaveLength(1);
    upwork.control.expireAccessTokens();
    expect((await n8n.run(search)).items).toHaveLength(1);
  });

  it('a late one: the run waits for it', async () => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    upwork.control.addFault({ at: 'token', times: 1, kind: 'delay', ms: 150 });
    const runs = await times(3, async () => await n8n.run(search));
    expect(runs.map(({ items }) => items.length)).toEqual([1, 1, 1]);
    expect(upwork.control.stats().requests.token).toBe(1);
  });
});

describe('other processes', () => {
  /**
   * Another process stores new tokens just before this one reads the credential, as soon as
   * `isTime`.
   */
  const storeTokensElsewhere = (n8n: Instance, isTime: () => boolean) => {
    const read = n8n.credentials.getDecrypted.bind(n8n.credentials);
    jest.spyOn(n8n.credentials, 'getDecrypted').mockImplementation(async () => {
      if (isTime()) {
        n8n.credentials.stored = {
          ...n8n.credentials.stored,
          oauthTokenData: { ...upwork.sandbox.issueTokens() },
        };
      }
      return await read();
    });
  };

  it('that have already renewed the token save this one the token request', async () => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    storeTokensElsewhere(n8n, () => upwork.control.stats().unauthorized401 === 1);
    expect((await n8n.run(search)).items).toHaveLength(1);
    expect(upwork.control.stats().requests.token).toBe(0);
  });

  it('that win the race for the refresh token do not make this one fail', async () => {
    const n8n = upwork.connected();
    upwork.control.revokeTokens();
    storeTokensElsewhere(n8n, () => upwork.control.stats().requests.token === 1);
    expect((await n8n.run(search)).items).toHaveLength(1);
    expect(upwork.control.stats().requests.token).toBe(1);
  });
});

describe('clocks and environments', () => {
  it.each([
    ['a day late', -86_400_000],
    ['a day early', 86_400_000],
  ])(
    'a clock that is %s changes nothing: only Upwork decides when a token has expired',
    async (_how, offset) => {
      const expiresAt = String(Date.now() + offset);
      const n8n = upwork.connected({
        oauthTokenData: { ...upwork.sandbox.issueTokens(), n8n_expires_at: expiresAt },
      });
      expect((await n8n.run(search)).items).toHaveLength(1);
      expect(upwork.control.stats().requests.token).toBe(0);
      upwork.control.expireAccessTokens();
      expect((await n8n.run(search)).items).toHaveLength(1);
      expect(upwork.control.stats().requests.token).toBe(1);
    },
  );

  it('tokens of another environment need a new connection', async () => {
    const n8n = upwork.connected({
      oauthTokenData: { access_token: 'from-elsewhere', refresh_token: 'from-elsewhere' },
    });
    await expect(n8n.run(search)).rejects.toMatchObject({
      message: 'The Upwork credential "My Upwork" needs to be reconnected',
    });
  });
});
