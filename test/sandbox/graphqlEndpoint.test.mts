import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { sandboxForTests } from '../sandboxClient/sandboxClient.mts';
import { AGENCY } from '../sandboxClient/ids.mts';

const start = sandboxForTests();
const USER = 'query Who { user { name } }';

/** fetch always sends a User-Agent; this doesn't. */
async function withoutUserAgent(
  url: string,
): Promise<{ status: number | undefined; page: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST' }, (response) => {
      text(response).then((page) => {
        resolve({ status: response.statusCode, page });
      }, reject);
    });
    sent.on('error', reject).end('{}');
  });
}

describe('the endpoint', () => {
  it('blocks clients without a User-Agent of their own', async () => {
    const { sandbox, client } = await start();
    const nameless = await withoutUserAgent(`${sandbox.url}/graphql`);
    expect(nameless.status).toBe(403);
    expect(nameless.page).toContain('Just a moment...');
    const axios = await client.send(USER, {}, { 'User-Agent': 'axios/1.7.2' });
    expect(axios.status).toBe(403);
    expect(axios.headers.get('content-type')).toContain('text/html');
    expect((await client.send(USER)).status).toBe(200);
  });

  it.each(['', 'not JSON', '[]', '{}', '{"query":1}', '{"query":"{user{id}}","variables":[]}'])(
    'returns 400 for the body %p',
    async (body) => {
      const { client } = await start();
      expect((await client.sendText(body)).status).toBe(400);
    },
  );

  it('has no other pages', async () => {
    const { sandbox } = await start();
    expect((await fetch(`${sandbox.url}/elsewhere`)).status).toBe(404);
    expect((await fetch(`${sandbox.url}/graphql`)).status).toBe(404);
  });
});

describe('the limits', () => {
  it('reject the eleventh request of a second, and say how long to wait', async () => {
    let now = 0;
    const { sandbox, client } = await start({ perSecond: 10, now: () => now });
    for (let count = 0; count < 10; count += 1) {
      expect((await client.send(USER)).status).toBe(200);
      now += 50;
    }
    const refused = await client.send(USER);
    expect(refused).toMatchObject({ status: 429, text: 'Too Many Requests' });
    expect(refused.headers.get('retry-after')).toBe('1');
    now = 1000;
    expect((await client.send(USER)).status).toBe(200);
    expect((await client.send(USER)).status).toBe(429);
    expect(sandbox.control.stats()).toMatchObject({
      refused429: 2,
      maxPerSecond: 12,
      maxPerMinute: 13,
      operations: { Who: 11 },
    });
  });

  it('hold per minute and per day too', async () => {
    let now = 0;
    const { sandbox, client } = await start({ perMinute: 2, perDay: 3, now: () => now });
    await client.send(USER);
    now = 20_000;
    await client.send(USER);
    expect((await client.send(USER)).headers.get('retry-after')).toBe('40');
    sandbox.control.advanceTime({ seconds: 40 });
    expect((await client.send(USER)).status).toBe(200);
    sandbox.control.advanceTime({ seconds: 60 });
    expect((await client.send(USER)).headers.get('retry-after')).toBe(String(86_400 - 120));
  });

  it('come without Retry-After if it is switched off', async () => {
    const { client } = await start({ perSecond: 1, retryAfter: false });
    await client.send(USER);
    const refused = await client.send(USER);
    expect(refused.status).toBe(429);
    expect(refused.headers.has('retry-after')).toBe(false);
  });

  it('come before everything else, even before an invalid token', async () => {
    const { sandbox, client } = await start({ perSecond: 1 });
    sandbox.control.revokeTokens();
    expect((await client.send(USER)).status).toBe(401);
    expect((await client.send(USER)).status).toBe(429);
  });
});

describe('an error in a document', () => {
  it.each([
    ['FieldUndefined', '{ user { shoeSize } }'],
    ['UnknownArgument', '{ user(id: 1) { id } }'],
    ['MissingFieldArgument', '{ marketplaceJobPosting { id } }'],
    ['SubSelectionRequired', '{ user }'],
    ['WrongType', '{ marketplaceJobPostingsContents(ids: {}) { id } }'],
  ])('is a ValidationError of type %s, with status 200', async (kind, query) => {
    const { client } = await start();
    const message: unknown = expect.stringContaining(`Validation error of type ${kind}: `);
    expect(await client.send(query)).toMatchObject({
      status: 200,
      body: {
        errors: [
          {
            message,
            locations: [{ line: 1 }],
            extensions: { classification: 'ValidationError' },
          },
        ],
      },
    });
  });

  it.each([
    ['text that is not GraphQL', '{ user {', {}, 'InvalidSyntax'],
    [
      'a variable of the wrong type',
      'query Q($id: ID!) { marketplaceJobPosting(id: $id) { id } }',
      {},
      'ValidationError',
    ],
    ['no operation', 'fragment F on CurrentUser { id }', {}, 'ValidationError'],
  ])('finds %s', async (_, query, variables, classification) => {
    const { client } = await start();
    const { status, body } = await client.send(query, variables);
    expect(status).toBe(200);
    expect(body).toMatchObject({ errors: [{ extensions: { classification } }] });
    expect(body).not.toHaveProperty('data');
  });

  it('includes fields that Upwork has removed', async () => {
    const { client } = await start();
    const removed =
      '{ marketplaceJobPostingsSearch { edges { node { client { companyName } } } } }';
    expect((await client.send(removed)).text).toContain('FieldUndefined');
  });
});

describe('permissions', () => {
  const NOT_ENOUGH =
    "The client or authentication token doesn't have enough oauth2 permissions/scopes to access: ";

  it('that are not ticked abort the whole query and name every blocked field', async () => {
    const { sandbox, client } = await start();
    sandbox.control.setPermissions({ permissions: ['Read marketplace Job Postings'] });
    const query = `{
      user { name }
      marketplaceJobPostingsSearch { totalCount pageInfo { hasNextPage } edges { node { ...Price } } }
    }
    fragment Price on MarketplaceJobPostingSearchResult { amount { rawValue currency } }`;
    expect(await client.send(query)).toMatchObject({
      status: 200,
      body: {
        errors: [
          {
            message: `${NOT_ENOUGH}[Money.currency, Money.rawValue, PageInfo.hasNextPage, Query.user].`,
            extensions: { classification: 'ExecutionAborted' },
          },
        ],
      },
    });
    expect(sandbox.control.stats().executed).toEqual({});
    const allowed = await client.send('{ marketplaceJobPostingsSearch { totalCount } }');
    expect(allowed.body).toEqual({ data: { marketplaceJobPostingsSearch: { totalCount: 50 } } });
  });

  it('can be set at the start', async () => {
    const { client } = await start({ permissions: ['Common Entities – Read-Only'] });
    expect((await client.searchResponse({})).text).toContain(
      '[Query.marketplaceJobPostingsSearch].',
    );
  });

  it('with an unknown name are refused', async () => {
    const { sandbox } = await start();
    expect(() => {
      sandbox.control.setPermissions({ permissions: ['Common Entities'] });
    }).toThrow('There is no permission "Common Entities"');
  });

  it('never unlock some fields for an ordinary key, but do for an enterprise key', async () => {
    const { client } = await start();
    const query = '{ companySelector { items { title typeTitle } } }';
    expect((await client.send(query)).text).toContain(
      `${NOT_ENOUGH}[CompanySelectorItem.typeTitle].`,
    );
    await client.becomeEnterprise();
    expect((await client.send(query)).body).toMatchObject({
      data: { companySelector: { items: [{ typeTitle: 'Freelancer' }, {}, {}] } },
    });
  });
});

describe('the organization', () => {
  const QUERY = '{ organization { name } companySelector { items { organizationId } } }';

  it('is the personal one unless the header asks for another', async () => {
    const { client } = await start();
    expect((await client.send(QUERY)).body).toMatchObject({
      data: { organization: { name: 'Robin Sandbox' } },
    });
    const agency = { 'X-Upwork-API-TenantId': AGENCY };
    expect((await client.send(QUERY, {}, agency)).body).toMatchObject({
      data: {
        organization: { name: 'Sandbox Agency' },
        companySelector: { items: [{}, { organizationId: AGENCY }, {}] },
      },
    });
  });

  it('of another user is refused', async () => {
    const { client } = await start();
    const response = await client.send(QUERY, {}, { 'X-Upwork-API-TenantId': '1' });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ errors: [{ message: 'Authorization failed' }], data: null });
  });
});

describe('what is executed', () => {
  it('is counted by root field, aliases one by one', async () => {
    const { sandbox, client } = await start();
    await client.send('query Twice { one: user { id } two: user { id } organization { id } }');
    expect(sandbox.control.stats()).toMatchObject({
      operations: { Twice: 1 },
      executed: { 'Query.user': 2, 'Query.organization': 1 },
    });
    sandbox.control.resetStats();
    expect(sandbox.control.stats()).toMatchObject({
      operations: {},
      executed: {},
      maxPerSecond: 0,
    });
  });
});
