import { isRecord, isNumber, isString } from './guards.mts';
import type { Sandbox } from './index.mts';
import {
  type SandboxResponse,
  call,
  sandboxForTests,
  type SandboxClient,
} from '../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();
const CALLBACK = 'http://localhost:5678/rest/oauth2-credential/callback';
const AUTHORIZE = '/ab/account-security/oauth2/authorize';
const DAY = 86_400;

function asked(sandbox: Sandbox, changes: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({
    client_id: sandbox.key.clientId,
    redirect_uri: CALLBACK,
    response_type: 'code',
    state: 'some state',
    scope: '',
    ...changes,
  });
}

async function decide(sandbox: Sandbox, decision: string, changes = {}): Promise<URL> {
  const form = asked(sandbox, { decision, ...changes });
  const { status, headers } = await call(sandbox.url + AUTHORIZE, { method: 'POST', body: form });
  expect(status).toBe(302);
  return new URL(headers.get('location') ?? '');
}

async function newCode(sandbox: Sandbox): Promise<string> {
  return (await decide(sandbox, 'allow')).searchParams.get('code') ?? '';
}

function secrets({ clientId, clientSecret }: Sandbox['key']) {
  return { client_id: clientId, client_secret: clientSecret };
}

function basic({ clientId, clientSecret }: Sandbox['key']) {
  return { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
}

const isTokens = isRecord<
  { access_token: string; refresh_token: string; expires_in: number; token_type: string },
  object
>(
  { access_token: isString, refresh_token: isString, expires_in: isNumber, token_type: isString },
  {},
);

function tokensOf({ body, text }: SandboxResponse) {
  if (!isTokens(body)) throw new Error(`Not a pair of tokens: ${text}`);
  return body;
}

function refresh(client: SandboxClient, sandbox: Sandbox, token: string): Promise<SandboxResponse> {
  return client.token({
    grant_type: 'refresh_token',
    refresh_token: token,
    ...secrets(sandbox.key),
  });
}

const INVALID_GRANT = {
  status: 400,
  body: {
    error: 'invalid_grant',
    error_description: 'Refresh token is expired or revoked or not registered',
  },
};

describe('the consent page', () => {
  it('shows the name of the key, says that it is not Upwork, and passes all parameters on', async () => {
    const { sandbox } = await start();
    const query = asked(sandbox, { state: '"><script>' });
    const { status, text } = await call(`${sandbox.url}${AUTHORIZE}?${query.toString()}`);
    expect(status).toBe(200);
    expect(text).toContain('Sandbox key');
    expect(text).toContain('not Upwork');
    expect(text).toContain('name="state" value="&quot;&gt;&lt;script&gt;"');
    expect(text).toMatch(/value="allow">Allow[^]*value="decline">Decline/);
  });

  it('returns with a code and the state, or with access_denied', async () => {
    const { sandbox } = await start();
    const allowed = await decide(sandbox, 'allow');
    expect(allowed.href.startsWith(`${CALLBACK}?code=`)).toBe(true);
    expect(allowed.searchParams.get('state')).toBe('some state');
    const declined = await decide(sandbox, 'decline');
    expect(declined.search).toBe('?error=access_denied&state=some+state');
  });

  it.each([
    ['an unknown key', { client_id: 'nobody' }, 'No key with this client_id'],
    ['a callback elsewhere', { redirect_uri: 'https://example.com/x' }, 'not the callback'],
    ['a callback that is not a URL', { redirect_uri: 'x' }, 'not the callback'],
    ['another response type', { response_type: 'token' }, 'must be &quot;code&quot;'],
    ['a scope', { scope: 'openid' }, '{"error":"invalid_scope"}'],
  ])('refuses %s', async (_, changes, message) => {
    const { sandbox } = await start();
    const query = asked(sandbox, changes);
    const { status, text } = await call(`${sandbox.url}${AUTHORIZE}?${query.toString()}`);
    expect(status).toBe(400);
    expect(text).toContain(message);
  });

  it('accepts only the registered callback of the key, if there is one', async () => {
    const { sandbox } = await start({ callbackUrl: 'http://localhost:5678/other' });
    const wrong = await call(`${sandbox.url}${AUTHORIZE}?${asked(sandbox).toString()}`);
    expect(wrong.status).toBe(400);
    const right = await decide(sandbox, 'allow', { redirect_uri: 'http://localhost:5678/other' });
    expect(right.pathname).toBe('/other');
  });
});

describe('the token endpoint', () => {
  it.each([
    ['the body', (sandbox: Sandbox) => ({ form: secrets(sandbox.key), headers: {} })],
    ['a Basic header', (sandbox: Sandbox) => ({ form: {}, headers: basic(sandbox.key) })],
  ])('exchanges a code once, with the secret in %s', async (_, clientAuthentication) => {
    const { sandbox, client } = await start();
    const { form, headers } = clientAuthentication(sandbox);
    const code = await newCode(sandbox);
    const exchange = () =>
      client.token(
        { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, ...form },
        headers,
      );
    const tokens = tokensOf(await exchange());
    expect(tokens).toMatchObject({ expires_in: DAY, token_type: 'Bearer' });
    client.accessToken = tokens.access_token;
    expect((await client.search({})).totalCount).toBe(50);
    expect(await exchange()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('refuses an expired code, or one with another callback', async () => {
    const { sandbox, client } = await start();
    const exchange = (code: string, redirect: string) =>
      client.token({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirect,
        ...secrets(sandbox.key),
      });
    const elsewhere = await exchange(await newCode(sandbox), 'http://localhost:1/');
    expect(elsewhere).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const late = await newCode(sandbox);
    sandbox.control.advanceTime({ seconds: 61 });
    expect(await exchange(late, CALLBACK)).toMatchObject({ status: 400 });
  });

  it('reports a missing client_id if a refresh has only a Basic header', async () => {
    const { sandbox, client } = await start();
    const { refresh_token } = sandbox.issueTokens();
    const form = { grant_type: 'refresh_token', refresh_token };
    expect(await client.token(form, basic(sandbox.key))).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Missing parameters: client_id' },
    });
    expect((await client.token({ ...form, ...secrets(sandbox.key) })).status).toBe(200);
    expect(sandbox.control.stats()).toMatchObject({ refreshes: 1, requests: { token: 2 } });
  });

  it('refuses client credentials in both the body and a Basic header', async () => {
    const { sandbox, client } = await start();
    const { refresh_token } = sandbox.issueTokens();
    const form = { grant_type: 'refresh_token', refresh_token, ...secrets(sandbox.key) };
    expect(await client.token(form, basic(sandbox.key))).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
    expect((await client.token(form)).status).toBe(200);
  });

  it.each([400, 401] as const)(
    'responds to a wrong secret with %d, as configured',
    async (status) => {
      const { sandbox, client } = await start({ invalidClientStatus: status });
      const form = { grant_type: 'refresh_token', ...secrets(sandbox.key), client_secret: 'wrong' };
      expect(await client.token(form)).toMatchObject({ status, body: { error: 'invalid_client' } });
    },
  );

  it('rotates refresh tokens: the old one works only for the grace period, the new one longer', async () => {
    const { sandbox, client } = await start();
    const first = sandbox.issueTokens().refresh_token;
    const second = tokensOf(await refresh(client, sandbox, first)).refresh_token;
    expect(second).not.toBe(first);
    sandbox.control.advanceTime({ seconds: DAY - 1 });
    expect((await refresh(client, sandbox, first)).status).toBe(200);
    sandbox.control.advanceTime({ seconds: 1 });
    expect(await refresh(client, sandbox, first)).toMatchObject(INVALID_GRANT);
    expect((await refresh(client, sandbox, second)).status).toBe(200);
  });

  it('expires a refresh token that has not been used for two weeks', async () => {
    const { sandbox, client } = await start();
    const { refresh_token } = sandbox.issueTokens();
    sandbox.control.advanceTime({ seconds: 14 * DAY });
    expect(await refresh(client, sandbox, refresh_token)).toMatchObject(INVALID_GRANT);
  });

  it('accepts client credentials from the enterprise key only, without a refresh token', async () => {
    const { sandbox, client } = await start();
    const form = { grant_type: 'client_credentials' };
    expect(await client.token({ ...form, ...secrets(sandbox.key) })).toMatchObject({
      status: 400,
      body: { error: 'unauthorized_client' },
    });
    const { status, body } = await client.token({ ...form, ...secrets(sandbox.enterpriseKey) });
    expect(status).toBe(200);
    const access_token: unknown = expect.any(String);
    expect(body).toEqual({ access_token, expires_in: DAY, token_type: 'Bearer' });
  });

  it('refuses a wrong secret, an unknown grant, and a body that is not a form', async () => {
    const { sandbox, client } = await start();
    const { client_id } = secrets(sandbox.key);
    expect(
      await client.token({ grant_type: 'refresh_token', client_id, client_secret: 'wrong' }),
    ).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
    expect(await client.token({ grant_type: 'password', ...secrets(sandbox.key) })).toMatchObject({
      status: 400,
      body: { error: 'unsupported_grant_type' },
    });
    const asJson = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
    expect(await call(`${sandbox.url}/api/v3/oauth2/token`, asJson)).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
  });
});

describe('an access token', () => {
  const REFUSED = { status: 401, body: { message: 'Authentication failed' } };

  it('is required', async () => {
    const { sandbox, client } = await start();
    expect(await client.send('{ user { id } }', {}, { Authorization: 'Bearer x' })).toMatchObject(
      REFUSED,
    );
    expect(sandbox.control.stats().unauthorized401).toBe(1);
  });

  it('expires', async () => {
    const { sandbox, client } = await start({ tokenLifetime: 100 });
    sandbox.control.advanceTime({ seconds: 99 });
    expect((await client.search({})).totalCount).toBe(50);
    sandbox.control.advanceTime({ seconds: 1 });
    expect(await client.searchResponse({})).toMatchObject(REFUSED);
  });

  it('counts as one expiry however often it is used afterwards', async () => {
    const { sandbox, client } = await start({ tokenLifetime: 100 });
    const { control } = sandbox;
    sandbox.issueTokens();
    expect(control.liveAccessTokens()).toBe(2);
    sandbox.control.advanceTime({ seconds: 100 });
    expect(control.liveAccessTokens()).toBe(0);
    expect(control.stats().expiriesMet).toBe(0);
    await client.searchResponse({});
    await client.searchResponse({});
    expect(control.stats()).toMatchObject({ expiriesMet: 1, unauthorized401: 2 });

    client.accessToken = sandbox.issueTokens().access_token;
    control.expireAccessTokens();
    await client.searchResponse({});
    expect(control.stats().expiriesMet).toBe(2);
    client.accessToken = sandbox.issueTokens().access_token;
    control.revokeTokens();
    await client.searchResponse({});
    expect(control.stats().expiriesMet).toBe(2);
  });

  it('can be expired by a test, and renewed with the refresh token', async () => {
    const { sandbox, client } = await start();
    const { refresh_token } = sandbox.issueTokens();
    sandbox.control.expireAccessTokens();
    expect(await client.searchResponse({})).toMatchObject(REFUSED);
    client.accessToken = tokensOf(await refresh(client, sandbox, refresh_token)).access_token;
    expect((await client.searchResponse({})).status).toBe(200);
  });

  it('becomes invalid with the refresh token when all tokens are revoked', async () => {
    const { sandbox, client } = await start();
    const { refresh_token } = sandbox.issueTokens();
    sandbox.control.revokeTokens();
    expect(await client.searchResponse({})).toMatchObject(REFUSED);
    expect(await refresh(client, sandbox, refresh_token)).toMatchObject(INVALID_GRANT);
  });
});
