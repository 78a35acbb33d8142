import type { ApiFailure, Outcome } from '../errors/failure';
import { howToUnblock } from '../errors/permissions';
import { post } from '../http/post';
import { withRetries } from '../http/retry';
import type { RequestContext } from '../http/send';
import type { UnavailableFields } from '../state';
import type { CompiledDocument } from './compiledDocument';
import type { DocumentSource } from './document';
import { IDENTITY_FIELDS } from './partialData';
import { coordinates, missingFields, omitFields, printDocument } from './printDocument';
import { parseResponse, toOutcome } from './response';
import type { GraphqlResponse } from './response';
import { knownUnavailableFields, rememberUnavailableFields } from './unavailableFields';

export interface ExecuteOptions extends RequestContext {
  /** Whether a read fails if the key can't read one of its fields, instead of omitting it. */
  failOnBlockedFields: boolean;
}

/** A document with its variables, and how to judge the outcome. */
export interface Execution<T> {
  document: DocumentSource;
  /** Null to send the document's text as it is. */
  compiled: CompiledDocument | null;
  variables: object;
  toOutcome(response: GraphqlResponse): Outcome<T>;
  isRetryable(failure: ApiFailure): boolean;
}

/** Sends a document and returns its data. */
export async function execute<TData>(
  options: ExecuteOptions,
  document: DocumentSource,
  variables: object,
): Promise<Outcome<TData>> {
  return await run<TData>(options, {
    document,
    compiled: document.compiled,
    variables,
    toOutcome: (response) =>
      toOutcome(response, document.fields, document.compiled ? 'package' : 'user'),
    isRetryable: (failure) => isRetryable(document, failure),
  });
}

/**
 * Reads may be sent again after any retryable failure; a mutation only if it was certainly not
 * executed, and one that is never retried not even then.
 */
export function isRetryable(
  { kind, neverRetried = false }: Pick<DocumentSource, 'kind' | 'neverRetried'>,
  { retryable, notExecuted }: ApiFailure,
): boolean {
  return retryable && !neverRetried && (kind === 'query' || notExecuted);
}

/**
 * Runs an execution, with retries. Leaves out the fields that Upwork does not return, with a
 * warning that names them.
 */
export async function run<T>(
  options: ExecuteOptions,
  execution: Execution<T>,
): Promise<Outcome<T>> {
  const { context } = options;
  const { document, compiled } = execution;
  if (!compiled) return await sendWithRetries(options, execution, null);
  const reduce = async (): Promise<ReducedDocument | null> =>
    reduceDocument(
      compiled,
      omittableFields(options, document, await knownUnavailableFields(context)),
    );

  for (let reduced = await reduce(); ; ) {
    const outcome = await sendWithRetries(options, execution, reduced?.compiled ?? compiled);
    if (!('failure' in outcome)) return withWarnings(outcome, reduced);
    const { blockedFields, undefinedFields } = outcome.failure;
    if (!blockedFields && !undefinedFields) return outcome;
    await rememberUnavailableFields(context, outcome.failure);
    const next = await reduce();
    if (!next || next.omitted.length <= (reduced?.omitted.length ?? 0)) return outcome;
    reduced = next;
  }
}

/**
 * The fields to leave out. A change keeps its blocked fields: Upwork checks permissions before it
 * runs anything, so it fails before anything is changed, and the user learns which permission is
 * missing. No permission brings back an undefined field.
 */
function omittableFields(
  { failOnBlockedFields }: ExecuteOptions,
  { kind, requiresAllFields, neverRetried }: DocumentSource,
  unavailable: UnavailableFields,
): UnavailableFields {
  const none = new Set<string>();
  if (requiresAllFields || neverRetried) return { blocked: none, undefined: none };
  const mayOmitBlocked = kind === 'query' && !failOnBlockedFields;
  return mayOmitBlocked ? unavailable : { ...unavailable, blocked: none };
}

async function sendWithRetries<T>(
  options: ExecuteOptions,
  execution: Execution<T>,
  compiled: CompiledDocument | null,
): Promise<Outcome<T>> {
  const { document, variables, isRetryable } = execution;
  const { clock } = options;
  // A separate signal: Node.js warns about many listeners on a shared one.
  const signal = options.signal && AbortSignal.any([options.signal]);
  const isWhole = compiled === document.compiled;
  const query = compiled && !isWhole ? printOnce(document, compiled) : document.text;
  const attempt = async (deadline: number): Promise<Outcome<T>> => {
    const result = await post(
      { ...options, signal, deadline },
      { query, variables, operationName: document.name },
    );
    if ('failure' in result) return result;
    const parsed = parseResponse(result.response, clock.now());
    return 'failure' in parsed ? parsed : execution.toOutcome(parsed.response);
  };
  return await withRetries(attempt, { ...options, isRetryable, signal });
}

const printed = new WeakMap<CompiledDocument, string>();

function printOnce(document: DocumentSource, compiled: CompiledDocument): string {
  const text = printed.get(compiled) ?? printDocument(document, compiled);
  printed.set(compiled, text);
  return text;
}

interface ReducedDocument {
  compiled: CompiledDocument;
  /** As `Type.field`; empty if nothing was omitted. */
  omitted: string[];
  unavailable: UnavailableFields;
}

/** The document without unavailable fields; null if a root field or an identity field would go. */
function reduceDocument(
  compiled: CompiledDocument,
  unavailable: UnavailableFields,
): ReducedDocument | null {
  const all = new Set([...unavailable.blocked, ...unavailable.undefined]);
  if (all.size === 0) return { compiled, omitted: [], unavailable };
  const fields = omitFields(compiled.fields, all);
  const kept = new Set(coordinates(fields));
  const omitted = [...new Set(coordinates(compiled.fields))].filter(
    (field) => !kept.has(field) && all.has(field),
  );
  if (omitted.length === 0) return { compiled, omitted, unavailable };
  const isMisleading = missingFields(compiled.fields, fields).some((field) =>
    IDENTITY.has(field.split('.').at(-1) ?? ''),
  );
  if (isMisleading || fields.length < compiled.fields.length) return null;
  return { compiled: { ...compiled, fields }, omitted, unavailable };
}

const IDENTITY = new Set<string>(IDENTITY_FIELDS);

function withWarnings<T>(
  outcome: { data: T; warnings: string[] },
  reduced: ReducedDocument | null,
): Outcome<T> {
  if (!reduced) return outcome;
  const { omitted, unavailable } = reduced;
  const blocked = omitted.filter((field) => unavailable.blocked.has(field));
  const gone = omitted.filter((field) => unavailable.undefined.has(field));
  return {
    ...outcome,
    warnings: [
      ...outcome.warnings,
      ...(blocked.length > 0
        ? [
            `Left out, because the API key can't read it: ${blocked.join(', ')}. ${howToUnblock(blocked)}`,
          ]
        : []),
      ...(gone.length > 0
        ? [
            `Left out, because Upwork's API no longer has it: ${gone.join(', ')}. A newer version of this package may help.`,
          ]
        : []),
    ],
  };
}
