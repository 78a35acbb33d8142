import { isObject } from '../../objects';
import type { ApiFailure, Outcome } from '../errors/failure';
import { graphqlFailure, joinMessages } from '../errors/graphqlFailure';
import type { Author, GraphqlError } from '../errors/graphqlFailure';
import { httpFailure } from '../errors/httpFailure';
import { sentence } from '../errors/sentence';
import { parseRetryAfter } from '../http/retryAfter';
import type { HttpResponse } from '../http/send';
import type { DocumentField } from './compiledDocument';
import { responseKey } from './printDocument';
import { isOfSystemMessage } from './systemMessage';

/** The response of Upwork's GraphQL server. */
export interface GraphqlResponse {
  /** By response key; empty if there is none. */
  data: Readonly<Record<string, unknown>>;
  errors: readonly GraphqlError[];
}

/** Parses an HTTP response. `now` is in epoch milliseconds. */
export function parseResponse(
  { status, headers, body }: HttpResponse,
  now: number,
): { response: GraphqlResponse } | { failure: ApiFailure } {
  if (status !== 200) {
    const ms = parseRetryAfter(headers['retry-after'], now);
    const retryAfter = ms === undefined ? null : { ms, now };
    return { failure: httpFailure(status, typeof body === 'string', retryAfter) };
  }
  if (!isObject(body)) return { failure: unreadableBody(body) };
  const errors = parseErrors(body.errors);
  if (isObject(body.data)) return { response: { data: body.data, errors } };
  return errors.length > 0 ? { response: { data: {}, errors } } : { failure: unreadableBody(body) };
}

/**
 * The data of a response. Upwork routinely returns data alongside errors: the data is used, with a
 * warning, unless a root field or a list is null. If another root field has data, something was
 * executed. An error about one of Upwork's own messages is ignored.
 */
export function toOutcome<TData>(
  { data, errors }: GraphqlResponse,
  fields: readonly DocumentField[],
  author: Author = 'package',
): Outcome<TData> {
  const roots = Object.values(data);
  const isUnusable = roots.length === 0 || roots.includes(null) || isListMissing(data, fields);
  if (errors.length > 0 && isUnusable) {
    const failure = graphqlFailure(errors, author);
    const hasNoData = roots.every((root) => root === null);
    return { failure: { ...failure, notExecuted: failure.notExecuted && hasNoData } };
  }
  const relevant = errors.filter((error) => !isOfSystemMessage(error, fields));
  return {
    // The document was validated against Upwork's schema, so its generated type is the data's shape.
    data: data as TData,
    warnings:
      relevant.length > 0
        ? [
            `Upwork returned only part of the data: ${sentence(joinMessages(relevant, author === 'user' ? 'withLocations' : undefined))}`,
          ]
        : [],
  };
}

/** Whether a list of records that was selected is null, or something above it. */
function isListMissing(data: unknown, fields: readonly DocumentField[]): boolean {
  return fields.some((field) => {
    if (!leadsToRecords(field)) return false;
    const value = isObject(data) ? data[responseKey(field)] : undefined;
    if (value === null || value === undefined) return true;
    return isObject(value) && isListMissing(value, field.fields ?? []);
  });
}

/** Upwork: the records of a list are in its `edges`. */
function leadsToRecords({ name, fields }: DocumentField): boolean {
  return name === 'edges' || (fields ?? []).some(leadsToRecords);
}

function unreadableBody(body: unknown): ApiFailure {
  return {
    kind: 'unavailable',
    message: `Upwork sent ${describeBody(body)}`,
    description: 'This usually passes. Try again later.',
    retryable: true,
    notExecuted: false,
    httpStatus: 200,
  };
}

function describeBody(body: unknown): string {
  if (body === undefined || body === null || body === '') return 'an empty response';
  const isHtml = typeof body === 'string' && body.trimStart().startsWith('<');
  return isHtml ? 'an HTML page instead of data' : 'a response that is cut off or not JSON';
}

function parseErrors(errors: unknown): GraphqlError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isObject).map(({ message, extensions, path, locations }) => ({
    message: typeof message === 'string' ? message : 'no reason given',
    classification:
      isObject(extensions) && typeof extensions.classification === 'string'
        ? extensions.classification
        : '',
    path: Array.isArray(path) ? path.filter(isPathPart) : [],
    location: locationIn(locations),
  }));
}

const isPathPart = (part: unknown): part is string | number =>
  typeof part === 'string' || typeof part === 'number';

/** Upwork: where in the document the mistake is, if the document has one. */
function locationIn(locations: unknown): string | null {
  const first: unknown = Array.isArray(locations) ? locations[0] : undefined;
  return isObject(first) ? `line ${String(first.line)}, column ${String(first.column)}` : null;
}
