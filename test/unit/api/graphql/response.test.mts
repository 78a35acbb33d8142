import { toOutcome, parseResponse } from '../../../../nodes/Upwork/api/graphql/response.ts';
import type { HttpResponse } from '../../../../nodes/Upwork/api/http/send.ts';
import type { DocumentField } from '../../../../nodes/Upwork/api/graphql/compiledDocument.ts';
import type { Author } from '../../../../nodes/Upwork/api/errors/graphqlFailure.ts';
import type { ApiFailure, Outcome } from '../../../../nodes/Upwork/api/errors/failure.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

const answer = (changes: Partial<HttpResponse>): HttpResponse => ({
  status: 200,
  headers: {},
  body: {},
  ...changes,
});

const errors = (message: string, classification?: string, data?: unknown) =>
  answer({
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

/** As much of the job search as matters here. */
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
  it('gives the data of a good answer, without a warning', () => {
    expect(read(answer({ body: { data: { user: { id: '1' } } } }))).toEqual({
      data: { user: { id: '1' } },
      warnings: [],
    });
  });

  it('gives data beside errors, and tells the errors', () => {
    const data = { marketplaceJobPostingsSearch: { edges: [null] } };
    const told = 'Cannot return null for non-nullable type';
    expect(read(errors(told, 'NullValueInNonNullableField', data), SEARCH)).toEqual({
      data,
      warnings: [`Upwork returned only part of the data: ${told}.`],
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
    const told = "The non-nullable type is 'GenericUser' within parent type 'RoomStory'";
    const warningsOf = (list: object[], fields: DocumentField[]) =>
      read(answer({ body: { data, errors: list } }), fields);

    it.each([
      ['by its path, whatever the words', at('Null', 'user', 'with'), MESSAGES],
      ['by its words, without a path', at(told, 'user'), MESSAGES],
      [
        'by its path, without a classification',
        { ...at(told, 'user', 'with'), extensions: {} },
        MESSAGES,
      ],
      ['in a document of which no types are known', at(told, 'user', 'with'), []],
    ])('tells nothing of them: known %s', (_how, error, fields) => {
      expect(warningsOf([error], fields)).toEqual({ data, warnings: [] });
    });

    it('still tells why a sender could not be read', () => {
      const other = { ...at('Exception occurred', 'user', 'with'), extensions: {} };
      expect(warningsOf([other], MESSAGES)).toEqual({
        data,
        warnings: ['Upwork returned only part of the data: Exception occurred.'],
      });
    });

    it('still tells what else is missing', () => {
      const other = at('No time', 'createdDateTime', 'with');
      expect(warningsOf([at(told, 'user', 'with'), other], MESSAGES)).toEqual({
        data,
        warnings: ['Upwork returned only part of the data: No time.'],
      });
    });
  });

  it.each([
    ['the list', { marketplaceJobPostingsSearch: { totalCount: 3, edges: null } }],
    ['what holds it', { marketplaceJobPostingsSearch: null }],
  ])('never takes a null for %s beside errors for an empty list', (_what, data) => {
    const outcome = read(errors('Something is missing', undefined, data), SEARCH);
    expect(outcome).toMatchObject({ failure: { kind: 'graphqlError' } });
  });

  it('takes a null list without errors for what it says', () => {
    const data = { marketplaceJobPostingsSearch: { totalCount: 0, edges: null } };
    expect(read(answer({ body: { data } }), SEARCH)).toEqual({ data, warnings: [] });
  });

  it("says where in the document a mistake is, if the document is the user's", () => {
    const wire = answer({
      body: { errors: [{ message: 'Invalid syntax', locations: [{ line: 3, column: 7 }] }] },
    });
    expect(failureOf(wire, 'user').message).toContain('Invalid syntax (line 3, column 7).');
    expect(failureOf(wire).message).toContain('Invalid syntax.');
  });

  it('blames the package for a document of the package, and the user for one of the user', () => {
    const wire = errors('Validation error of type FieldUndefined', 'ValidationError');
    expect(failureOf(wire).message).toBe(
      'Upwork did not accept the query: Validation error of type FieldUndefined. An update of this package may help.',
    );
    expect(failureOf(wire, 'user').message).toBe(
      'Correct the query: Validation error of type FieldUndefined.',
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
  ])('takes "%s" for a plain no: nothing was done, and a repetition would not help', (told) => {
    for (const data of [undefined, null, { updateRoomV2: null }]) {
      expect(failureOf(errors(told, undefined, data))).toMatchObject({
        notExecuted: true,
        retryable: false,
      });
    }
  });

  it.each([
    ['an error that says nothing', errors('Exception occurred', undefined, { a: null })],
    [
      'a plain no where something else was done',
      errors('Room not found', undefined, { a: null, b: true }),
    ],
    [
      'a plain no beside another error',
      answer({ body: { errors: [{ message: 'Room not found' }, { message: 'Oops' }] } }),
    ],
  ])('does not know what was done with %s', (_what, wire) => {
    expect(failureOf(wire)).toMatchObject({ notExecuted: false });
  });

  it('never takes a null root beside errors for an empty success', () => {
    const failure = failureOf(
      errors('Exception occurred', 'DataFetchingException', { marketplaceJobPostingsSearch: null }),
    );
    expect(failure).toMatchObject({ kind: 'graphqlError', retryable: false });
    expect(failure.message).toContain('Exception occurred');
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
  ])('names the boxes to tick for blocked fields, %s', (_spelling, told) => {
    const failure = failureOf(errors(told, 'ExecutionAborted'));
    expect(failure).toMatchObject({ kind: 'missingScope', retryable: false });
    expect(failure.message).toContain('"Read marketplace Job Postings"');
    expect(failure.message).toContain('"Common Entities – Read-Only"');
    expect(failure.description).toContain('Query.marketplaceJobPostingsSearch, Money.currency');
    expect(failure.message).toContain('then reconnect the credential');
  });

  it('still names a blocked field whose permission nobody knows', () => {
    const told = 'not enough oauth2 permissions/scopes to access: [Contract.workDiaryTimeCells].';
    expect(failureOf(errors(told)).description).toContain('Contract.workDiaryTimeCells');
  });

  it.each<[string, HttpResponse, Partial<ApiFailure>]>([
    [
      'a document that Upwork does not accept',
      errors('Validation error of type FieldUndefined: …', 'ValidationError'),
      { kind: 'graphqlError', retryable: false, notExecuted: true },
    ],
    [
      'a timeout told inside a 200',
      errors('Transform timeout'),
      { kind: 'unavailable', retryable: true, notExecuted: false },
    ],
    [
      'an organization of the wrong kind',
      errors('Authorization failed'),
      { kind: 'organizationNotAllowed', retryable: false },
    ],
    [
      'too many requests',
      answer({ status: 429, body: 'Too Many Requests' }),
      { kind: 'rateLimited', retryable: true, notExecuted: true },
    ],
    [
      'an error of the server',
      answer({ status: 503, body: '' }),
      { kind: 'unavailable', retryable: true, notExecuted: false },
    ],
    [
      'a request timeout',
      answer({ status: 408 }),
      { kind: 'unavailable', retryable: true, notExecuted: false },
    ],
    [
      "Cloudflare's page",
      answer({ status: 403, body: '<html>Just a moment...</html>' }),
      { kind: 'blocked', retryable: true, notExecuted: true },
    ],
    [
      'a redirect',
      answer({ status: 302, headers: { location: 'https://example.com' } }),
      { kind: 'httpError', retryable: false },
    ],
    [
      'an HTML page where data should be',
      answer({ body: '<!DOCTYPE html><p>Maintenance' }),
      {
        kind: 'unavailable',
        retryable: true,
        message: 'Upwork sent an HTML page instead of data.',
      },
    ],
    [
      'nothing at all',
      answer({ body: '' }),
      { kind: 'unavailable', retryable: true, message: 'Upwork sent an empty response.' },
    ],
    [
      'JSON that is cut off',
      answer({ body: '{"data":{"marketplaceJob' }),
      {
        kind: 'unavailable',
        retryable: true,
        message: 'Upwork sent a response that is cut off or not JSON.',
      },
    ],
    [
      'JSON that is no GraphQL answer',
      answer({ body: { hello: 'world' } }),
      { kind: 'unavailable', retryable: true },
    ],
    ['data that is null without a reason', answer({ body: { data: null } }), { retryable: true }],
  ])('reads %s', (_what, wire, expected) => {
    expect(failureOf(wire)).toMatchObject(expected);
  });

  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['a fraction of a second', '0.5', 500],
    ['a date that is past', 'Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['nonsense', 'soon', undefined],
    ['nothing', '', undefined],
    ['NaN', 'NaN', undefined],
    ['a negative number', '-5', undefined],
    ['infinity', 'Infinity', undefined],
    ['days', '259200', 3_600_000],
    ['a huge number', '9'.repeat(400), 3_600_000],
    ['a date that is years away', 'Wed, 20 Nov 2030 12:00:30 GMT', 3_600_000],
  ])('reads Retry-After as %s', (_form, value, expected) => {
    const failure = failureOf(answer({ status: 429, headers: { 'retry-after': value } }));
    expect(failure.retryAfterMs).toBe(expected);
  });
});
