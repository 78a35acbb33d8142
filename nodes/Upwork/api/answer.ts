import type { DocumentField } from './documents/compiled';
import { parseRetryAfter } from './errors';
import type { Fault, Outcome } from './faults/fault';
import { graphqlFault, reasons } from './faults/graphqlFaults';
import type { WireError } from './faults/graphqlFaults';
import { httpFault } from './faults/httpFaults';
import { responseKey } from './documents/printDocument';

/** An HTTP answer; the body is JSON that was parsed, or else text. */
export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: unknown;
}

/** What Upwork said to a request that reached its GraphQL server. */
export interface Reply {
  /** By the names of the root fields; empty when there is none. */
  data: Readonly<Record<string, unknown>>;
  errors: readonly WireError[];
}

/** From the wire to Upwork's reply, or to a sentence that says what to do. `now` is in epoch milliseconds. */
export function readAnswer(answer: HttpAnswer, now: number): { reply: Reply } | { fault: Fault } {
  const { status, headers, body } = answer;
  if (status !== 200) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], now);
    return { fault: httpFault(status, typeof body === 'string', retryAfterMs) };
  }
  if (!isRecord(body)) return { fault: unreadable(body) };
  const errors = readErrors(body.errors);
  if (isRecord(body.data)) return { reply: { data: body.data, errors } };
  return errors.length > 0 ? { reply: { data: {}, errors } } : { fault: unreadable(body) };
}

/**
 * The data of a reply. Upwork routinely sends data beside errors: then it is delivered with a warning,
 * unless a root field or a list is null, which has nothing worth keeping.
 */
export function dataOf<TData>(
  { data, errors }: Reply,
  fields: readonly DocumentField[],
): Outcome<TData> {
  const roots = Object.values(data);
  const isLost = roots.length === 0 || roots.includes(null) || lacksList(data, fields);
  if (errors.length > 0 && isLost) return { fault: graphqlFault(errors) };
  return {
    // The document was validated against Upwork's schema, so its generated type is the answer's shape.
    data: data as TData,
    warnings:
      errors.length > 0 ? [`Upwork delivered only part of the data: ${reasons(errors)}`] : [],
  };
}

/** Whether a list of records that was asked for is null, or something above it. */
function lacksList(data: unknown, fields: readonly DocumentField[]): boolean {
  return fields.some((field) => {
    if (!leadsToRecords(field)) return false;
    const value = isRecord(data) ? data[responseKey(field)] : undefined;
    if (value === null || value === undefined) return true;
    return isRecord(value) && lacksList(value, field.fields ?? []);
  });
}

/** Upwork: the records of a list are in its `edges`. */
function leadsToRecords({ name, fields }: DocumentField): boolean {
  return name === 'edges' || (fields ?? []).some(leadsToRecords);
}

function unreadable(body: unknown): Fault {
  const what =
    body === undefined || body === null || body === ''
      ? 'an empty answer'
      : typeof body === 'string' && body.trimStart().startsWith('<')
        ? 'an HTML page instead of data'
        : 'an answer that is cut off or not JSON';
  return {
    kind: 'unavailable',
    message: `Upwork sent ${what}`,
    description: 'This usually passes. Try again later.',
    passing: true,
    notExecuted: false,
    httpStatus: 200,
  };
}

function readErrors(errors: unknown): WireError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).map(({ message, extensions, path, locations }) => ({
    message: (typeof message === 'string' ? message : 'no reason given') + placeIn(locations),
    classification:
      isRecord(extensions) && typeof extensions.classification === 'string'
        ? extensions.classification
        : '',
    root: Array.isArray(path) && typeof path[0] === 'string' ? path[0] : null,
  }));
}

/** Upwork: where in the document the mistake is, if it is one of the document. */
function placeIn(locations: unknown): string {
  const first: unknown = Array.isArray(locations) ? locations[0] : undefined;
  return isRecord(first) ? ` (line ${String(first.line)}, column ${String(first.column)})` : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
