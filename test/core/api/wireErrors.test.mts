import { existsSync, readFileSync } from 'node:fs';

import type { INodeParameters } from 'n8n-workflow';

import { systemClock } from '../../../nodes/Upwork/api/clock.ts';
import type { Fault } from '../../sandbox/index.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

interface Case {
  at: Fault['at'];
  status: number;
  body: string | Record<string, unknown>;
  /** The error that the user sees; null if there is none. */
  message: string | null;
  description?: string;
  cause?: string;
}

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 1 };

const errors = (message: string, classification?: string, data?: unknown) => ({
  errors: [{ message, ...(classification && { extensions: { classification } }) }],
  ...(data !== undefined && { data }),
});

const NO_JOBS = { marketplaceJobPostingsSearch: null };
const RECONNECT = 'The Upwork credential "My Upwork" needs to be reconnected';

/** Upwork's known error responses, and the errors that users see. Named as in the reference. */
const CASES: Record<string, Case> = {
  'missing scope on a field': {
    at: 'graphql',
    status: 200,
    body: errors(
      "The client or authentication token doesn't have enough oauth2 permissions/scopes to access: [Money.currency, Money.rawValue, PageInfo.endCursor, PageInfo.hasNextPage].",
      'ExecutionAborted',
    ),
    message: 'The API key lacks the permission "Common Entities – Read-Only"',
    description: 'Tick "Common Entities – Read-Only" on the key',
    cause: 'configuration-invalid',
  },
  'GraphQL validation error': {
    at: 'graphql',
    status: 200,
    body: {
      errors: [
        {
          message: 'Validation error of type MissingFieldArgument: ...',
          locations: [{ line: 1, column: 1 }],
          extensions: { classification: 'ValidationError' },
        },
      ],
    },
    message: "Upwork's API did not accept the query of this node",
    description: "Upwork's API may have changed.",
  },
  'resolver failure (e.g. pagination_eq without after)': {
    at: 'graphql',
    status: 200,
    body: errors('Exception occurred', 'DataFetchingException', NO_JOBS),
    message: 'Upwork could not carry this out',
  },
  'vendorProposals first>40, or after:"0"': {
    at: 'graphql',
    status: 200,
    body: errors('VJCA-6: Input parameter provided has incorrect value', undefined, null),
    message: 'Upwork does not accept one of the values',
  },
  'resource needs partner/payments permission': {
    at: 'graphql',
    status: 200,
    body: errors('Authorization failed', undefined, null),
    message: 'Upwork does not allow this for the organization in use',
    cause: 'configuration-invalid',
  },
  'null in non-null field: partial data': {
    at: 'graphql',
    status: 200,
    body: errors(
      "Cannot return null for non-nullable type: 'FreelancerProfileExperienceLevel' within parent 'MarketplaceJobPostingSearchResult' (.../experienceLevel)",
      'NullValueInNonNullableField',
      { marketplaceJobPostingsSearch: { edges: [null] } },
    ),
    message: null,
  },
  'over the rate limit': {
    at: 'graphql',
    status: 429,
    body: 'Too Many Requests',
    message: 'Upwork received too many requests from this IP address',
    cause: 'rate-limited',
  },
  'Cloudflare challenge': {
    at: 'graphql',
    status: 403,
    body: '<html>... Just a moment... Enable JavaScript and cookies to continue ...',
    message: "Upwork's web protection blocked the request (HTTP 403)",
  },
  'introspection abuse': {
    at: 'graphql',
    status: 200,
    body: errors(
      'This request is not asking for introspection in good faith - ...',
      'BadFaithIntrospection',
    ),
    message: 'Upwork could not carry this out',
  },
  'job not found / ciphertext given': {
    at: 'graphql',
    status: 200,
    body: errors('Opening not found for uid=...', undefined, { marketplaceJobPosting: null }),
    message: "Upwork can't find this record",
  },
  'expired or invalid access token': {
    at: 'graphql',
    status: 401,
    body: { message: 'Authentication failed' },
    message: 'was rejected by Upwork, although its token was just renewed',
    cause: 'credential-invalid',
  },
  'token endpoint: refresh without client_id in the body': {
    at: 'token',
    status: 400,
    body: { error: 'invalid_request', error_description: 'Missing parameters: client_id' },
    message: RECONNECT,
    cause: 'credential-invalid',
  },
  'token endpoint: dead refresh token': {
    at: 'token',
    status: 400,
    body: {
      error: 'invalid_grant',
      error_description: 'Refresh token is expired or revoked or not registered',
    },
    message: RECONNECT,
    cause: 'credential-invalid',
  },
  'token endpoint: client_credentials on a normal key': {
    at: 'token',
    status: 400,
    body: { error: 'unauthorized_client' },
    message: RECONNECT,
    cause: 'credential-invalid',
  },
  // This happens while connecting, when no node runs: see the README's troubleshooting. Here it is
  // the response to a renewal.
  'authorize URL with scope=': {
    at: 'token',
    status: 400,
    body: { error: 'invalid_scope' },
    message: RECONNECT,
    cause: 'credential-invalid',
  },
};

const FOREVER = 1_000;

async function expectError(
  { at, status, body }: Pick<Case, 'at' | 'status' | 'body'>,
  { message, description, cause }: Case,
): Promise<void> {
  const n8n = upwork.connected();
  upwork.control.addFault({ at, kind: 'status', status, body, times: FOREVER });
  if (at === 'token') upwork.control.expireAccessTokens();
  const run = n8n.run(search);
  if (message === null) {
    const { items, hints } = await run;
    expect({ items, hints }).toEqual({
      items: [],
      hints: [
        expect.stringContaining('Upwork returned only part of the data'),
        expect.stringContaining('Upwork found nothing'),
      ],
    });
    return;
  }
  await expect(run).rejects.toThrow(message);
  await expect(run).rejects.toMatchObject({
    ...(description !== undefined && {
      description: expect.stringContaining(description) as string,
    }),
    ...(cause !== undefined && { failure: { cause } }),
  });
}

describe('on the wire', () => {
  it.each(Object.entries(CASES))('%s', async (_name, known) => {
    await expectError(known, known);
  });

  it('Retry-After is passed to n8n, which uses it for its own retries', async () => {
    upwork.control.addFault({
      at: 'graphql',
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '400' },
      times: FOREVER,
    });
    await expect(upwork.connected().run(search)).rejects.toMatchObject({
      failure: { cause: 'rate-limited', retryAfterMs: 400_000 },
    });
    expect(upwork.control.stats().requests.graphql).toBe(1);
    await systemClock.sleep(401_000);
  });

  it('a response of more than 32 MB is refused', async () => {
    const body = { data: { marketplaceJobPostingsSearch: 'x'.repeat(33 * 1024 * 1024) } };
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 200, body, times: 1 });
    await expect(upwork.connected().run(search)).rejects.toThrow(
      'The response from Upwork is too large',
    );
  });

  // The reference is not part of the project; if it is there, its bodies must lead to the same
  // errors.
  const REFERENCE = '../shared/upwork-api/wire-errors.json';
  if (existsSync(REFERENCE)) {
    const reference = JSON.parse(readFileSync(REFERENCE, 'utf8')) as {
      case: string;
      http: number;
      body: Case['body'];
    }[];

    it.each(reference)('the reference: $case', async ({ case: name, http, body }) => {
      const known = CASES[name];
      if (!known) throw new Error('This case is not in the table');
      await expectError({ at: known.at, status: http, body }, known);
    });
  }
});
