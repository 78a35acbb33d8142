import { toOutcome, parseResponse } from '../../../../nodes/Upwork/api/graphql/response.ts';
import type { HttpResponse } from '../../../../nodes/Upwork/api/http/send.ts';
import type { DocumentField } from '../../../../nodes/Upwork/api/graphql/compiledDocument.ts';
import type { Author } from '../../../../nodes/Upwork/api/errors/graphqlFailure.ts';
import type { ApiFailure, Outcome } from '../../../../nodes/Upwork/api/errors/failure.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

const responseWith = (changes: Partial<HttpResponse>): HttpResponse => ({
  status: 200,
  headers: {},
  body: {},
  ...changes,
});

const errors = (message: string, classification?: string, data?: unknown) =>
  responseWith({
    body: {
      errors: [{ message, ...(classification && { extensions: { classification } }) }],
      ...(data !== undefined && { data }),
    },
  });

function read(
  from: HttpResponse,
  fields: readonly DocumentField[] = [],
  author?: Author,
): Outcome<unknown> {
  const result = parseResponse(from, NOW);
  return 'failure' in result ? result : toOutcome(result.response, fields, author);
}

/** The part of the job search that matters here. */
const SEARCH: DocumentField[] = [
  {
    on: 'Query',
    name: 'marketplaceJobPostingsSearch',
    fields: [
      { on: 'MarketplaceJobPostingSearchConnection', name: 'totalCount' },
      {
        on: 'MarketplaceJobPostingSearchConnection',
        name: 'edges',
        fields: [{ on: 'MarketplaceJobpostingSearchEdge', name: 'cursor' }],
      },
    ],
  },
];

function failureOf(from: HttpResponse, author?: Author): ApiFailure {
  const outcome = read(from, [], author);
  if (!('failure' in outcome)) throw new Error('expected a failure');
  return outcome.failure;
}

describe('parseResponse and toOutcome', () => {
  it('returns the data of a successful response, without a warning', () => {
    expect(read(responseWith({ body: { data: { user: { id: '1' } } } }))).toEqual({
      data: { user: { id: '1' } },
      warnings: [],
    });
  });

  it('returns data alongside errors, with a warning', () => {
    const data = { marketplaceJobPostingsSearch: { edges: [null] } };
    const message = 'Cannot return null for non-nullable type';
    expect(read(errors(message, 'NullValueInNonNullableField', data), SEARCH)).toEqual({
      data,
      warnings: [`Upwork returned only part of the data: ${message}.`],
    });
  });

  describe('with system messages, which have no sender', () => {
    const field = (on: string, name: string, fields?: DocumentField[]): DocumentField => ({
      on,
      name,
      ...(fields && { fields }),
    });
    const MESSAGES = [
      field('Query', 'roomStories', [
        field('RoomStoryConnection', 'edges', [
          field('RoomStoryEdge', 'node', [
            field('RoomStory', 'user', [field('GenericUser', 'name')]),
            field('RoomStory', 'createdDateTime'),
          ]),
        ]),
      ]),
    ];
    const data = { roomStories: { edges: [{ node: null }] } };
    const at = (message: string, name: string, path?: string) => ({
      message,
      ...(path && { path: ['roomStories', 'edges', 0, 'node', name] }),
      extensions: { classification: 'NullValueInNonNullableField' },
    });
    const message = "The non-nullable type is 'GenericUser' within parent type 'RoomStory'";
    const warningsOf = (list: object[], fields: DocumentField[]) =>
      read(responseWith({ body: { data, errors: list } }), fields);

    it.each([
      ['by its path, whatever the message', at('Null', 'user', 'with'), MESSAGES],
      ['by its message, without a path', at(message, 'user'), MESSAGES],
      [
        'by its path, without a classification',
        { ...at(message, 'user', 'with'), extensions: {} },
        MESSAGES,
      ],
      ['in a document whose types are not known', at(message, 'user', 'with'), []],
    ])('does not warn about them: recognized %s', (_how, error, fields) => {
      expect(warningsOf([error], fields)).toEqual({ data, warnings: [] });
    });

    it('still warns about any other error of a sender', () => {
      const other = { ...at('Exception occurred', 'user', 'with'), extensions: {} };
      expect(warningsOf([other], MESSAGES)).toEqual({
        data,
        warnings: ['Upwork returned only part of the data: Exception occurred.'],
      });
    });

    it('still warns about other missing data', () => {
      const other = at('No time', 'createdDateTime', 'with');
      expect(warningsOf([at(message, 'user', 'with'), other], MESSAGES)).toEqual({
        data,
        warnings: ['Upwork returned only part of the data: No time.'],
      });
    });
  });

  it.each([
    ['the list', { marketplaceJobPostingsSearch: { totalCount: 3, edges: null } }],
    ['its parent', { marketplaceJobPostingsSearch: null }],
  ])('never treats a null for %s with errors as an empty list', (_what, data) => {
    const outcome = read(errors('Something is missing', undefined, data), SEARCH);
    expect(outcome).toMatchObject({ failure: { kind: 'graphqlError' } });
  });

  it('accepts a null list without errors', () => {
    const data = { marketplaceJobPostingsSearch: { totalCount: 0, edges: null } };
    expect(read(responseWith({ body: { data } }), SEARCH)).toEqual({ data, warnings: [] });
  });

  it("says where in the document a mistake is, if the document is the user's", () => {
    const wire = responseWith({
      body: { errors: [{ message: 'Invalid syntax', locations: [{ line: 3, column: 7 }] }] },
    });
    expect(failureOf(wire, 'user').message).toContain('Invalid syntax');
    expect(failureOf(wire, 'user').details).toBe('Invalid syntax (line 3, column 7)');
    expect(failureOf(wire).message).toBe('Upwork could not carry this out');
  });

  it("says whose document is invalid, the package's or the user's", () => {
    const wire = errors('Validation error of type FieldUndefined', 'ValidationError');
    expect(failureOf(wire).message).toBe("Upwork's API did not accept the query of this node");
    expect(failureOf(wire, 'user').message).toBe(
      'Correct the query: Validation error of type FieldUndefined',
    );
  });

  it.each([
    'Opening not found for uid=1',
    'Room not found',
    'Proposal is already declined',
    'Proposal has already been withdrawn',
    'The room is read only',
    'This room is read-only',
    'VJCA-6: Input parameter provided has incorrect value',
    'Authorization failed',
  ])('treats "%s" as a refusal: nothing was executed, and a retry would not help', (message) => {
    for (const data of [undefined, null, { updateRoomV2: null }]) {
      expect(failureOf(errors(message, undefined, data))).toMatchObject({
        notExecuted: true,
        retryable: false,
      });
    }
  });

  it.each([
    ['an unspecific error', errors('Exception occurred', undefined, { a: null })],
    [
      'a refusal where another root field has data',
      errors('Room not found', undefined, { a: null, b: true }),
    ],
    [
      'a refusal along with another error',
      responseWith({ body: { errors: [{ message: 'Room not found' }, { message: 'Oops' }] } }),
    ],
  ])('does not know what was done after %s', (_what, wire) => {
    expect(failureOf(wire)).toMatchObject({ notExecuted: false });
  });

  it('never treats a null root field with errors as an empty result', () => {
    const failure = failureOf(
      errors('Exception occurred', 'DataFetchingException', { marketplaceJobPostingsSearch: null }),
    );
    expect(failure).toMatchObject({ kind: 'graphqlError', retryable: false });
    expect(failure.details).toContain('Exception occurred');
  });

  it.each([
    [
      'with a colon',
      "The client or authentication token doesn't have enough oauth2 permissions/scopes to access: [Query.marketplaceJobPostingsSearch, Money.currency].",
    ],
    [
      'without a colon',
      "The client or authentication token doesn't have enough oauth2 permissions/scopes to access [Query.marketplaceJobPostingsSearch, Money.currency]",
    ],
  ])('names the boxes to tick for blocked fields, %s', (_spelling, message) => {
    const failure = failureOf(errors(message, 'ExecutionAborted'));
    expect(failure).toMatchObject({ kind: 'missingScope', retryable: false });
    expect(failure.message).toContain('"Read marketplace Job Postings"');
    expect(failure.message).toContain('"Common Entities – Read-Only"');
    expect(failure.details).toContain('Query.marketplaceJobPostingsSearch, Money.currency');
    expect(failure.description).toContain('then reconnect the credential');
  });

  it('still names a blocked field whose permission nobody knows', () => {
    const message =
      'not enough oauth2 permissions/scopes to access: [Contract.workDiaryTimeCells].';
    expect(failureOf(errors(message)).details).toContain('Contract.workDiaryTimeCells');
  });

  it.each<[string, HttpResponse, Partial<ApiFailure>]>([
    [
      'a document that Upwork does not accept',
      errors('Validation error of type FieldUndefined: …', 'ValidationError'),
      { kind: 'graphqlError', retryable: false, notExecuted: true },
    ],
    [
      'a timeout inside a 200',
      errors('Transform timeout'),
      { kind: 'unavailable', retryable: true, notExecuted: false },
    ],
    [
      'an organization of the wrong type',
      errors('Authorization failed'),
      { kind: 'organizationNotAllowed', retryable: false },
    ],
    [
      'too many requests',
      responseWith({ status: 429, body: 'Too Many Requests' }),
      { kind: 'rateLimited', retryable: true, notExecuted: true },
    ],
    [
      'a server error',
      responseWith({ status: 503, body: '' }),
      { kind: 'unavailable', retryable: true, notExecuted: false },
    ],
    [
      'a request timeout',
      responseWith({ status: 408 }),
      { kind: 'unavailable', retryable: true, notExecuted: false },
    ],
    [
      "Cloudflare's page",
      responseWith({ status: 403, body: '<html>Just a moment...</html>' }),
      { kind: 'blocked', retryable: true, notExecuted: true },
    ],
    [
      'a redirect',
      responseWith({ status: 302, headers: { location: 'https://example.com' } }),
      { kind: 'httpError', retryable: false },
    ],
    [
      'an HTML page instead of data',
      responseWith({ body: '<!DOCTYPE html><p>Maintenance' }),
      {
        kind: 'unavailable',
        retryable: true,
        message: 'Upwork sent an HTML page instead of data',
      },
    ],
    [
      'nothing at all',
      responseWith({ body: '' }),
      { kind: 'unavailable', retryable: true, message: 'Upwork sent an empty response' },
    ],
    [
      'JSON that is cut off',
      responseWith({ body: '{"data":{"marketplaceJob' }),
      {
        kind: 'unavailable',
        retryable: true,
        message: 'Upwork sent a response that is cut off or not JSON',
      },
    ],
    [
      'JSON that is not a GraphQL response',
      responseWith({ body: { hello: 'world' } }),
      { kind: 'unavailable', retryable: true },
    ],
    [
      'data that is null without a reason',
      responseWith({ body: { data: null } }),
      { retryable: true },
    ],
  ])('reads %s', (_what, wire, expected) => {
    expect(failureOf(wire)).toMatchObject(expected);
  });

  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['a fraction of a second', '0.5', 500],
    ['a date in the past', 'Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['nonsense', 'soon', undefined],
    ['nothing', '', undefined],
    ['NaN', 'NaN', undefined],
    ['a negative number', '-5', undefined],
    ['infinity', 'Infinity', undefined],
    ['days', '259200', 3_600_000],
    ['a huge number', '9'.repeat(400), 3_600_000],
    ['a date that is years away', 'Wed, 20 Nov 2030 12:00:30 GMT', 3_600_000],
  ])('reads Retry-After as %s', (_form, value, expected) => {
    const failure = failureOf(responseWith({ status: 429, headers: { 'retry-after': value } }));
    expect(failure.retryAfterMs).toBe(expected);
  });
});
