import type { ApiFailure, Outcome } from '../errors/failure';
import { howToUnblock } from '../errors/permissions';
import { post } from '../http/post';
import { withRetries } from '../http/retry';
import type { RequestContext } from '../http/send';
import { knownBlockedFields, rememberBlockedFields } from './blockedFields';
import type { CompiledDocument } from './compiledDocument';
import type { DocumentSource } from './document';
import { IDENTITY_FIELDS } from './partialData';
import { coordinates, missingFields, omitFields, printDocument } from './printDocument';
import { parseResponse, toOutcome } from './response';
import type { GraphqlResponse } from './response';

export interface ExecuteOptions extends RequestContext {
  /** Whether a read fails if the key may not read one of its fields, instead of going without. */
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
 * Reads may be sent again after any retryable failure; a mutation only if it surely was not executed,
 * and one that is never retried not even then.
 */
export function isRetryable(
  { kind, neverRetried = false }: Pick<DocumentSource, 'kind' | 'neverRetried'>,
  { retryable, notExecuted }: ApiFailure,
): boolean {
  return retryable && !neverRetried && (kind === 'query' || notExecuted);
}

/**
 * Runs an execution, with retries. A read goes without the fields that the key may not read, with a
 * warning that names them.
 */
export async function run<T>(
  options: ExecuteOptions,
  execution: Execution<T>,
): Promise<Outcome<T>> {
  const { context, failOnBlockedFields } = options;
  const { document, compiled } = execution;
  const isAllOrNothing =
    document.kind === 'mutation' || document.requiresAllFields || failOnBlockedFields;
  if (!compiled || isAllOrNothing) return await sendWithRetries(options, execution, compiled);

  const expected = omitBlocked(compiled, await knownBlockedFields(context));
  const outcome = await sendWithRetries(options, execution, expected?.compiled ?? compiled);
  if (!('failure' in outcome) || !outcome.failure.blockedFields) {
    return withWarning(outcome, expected);
  }
  await rememberBlockedFields(context, outcome.failure.blockedFields);
  const rest = omitBlocked(compiled, await knownBlockedFields(context));
  if (!rest || rest.omitted.length <= (expected?.omitted.length ?? 0)) return outcome;
  return withWarning(await sendWithRetries(options, execution, rest.compiled), rest);
}

async function sendWithRetries<T>(
  options: ExecuteOptions,
  execution: Execution<T>,
  compiled: CompiledDocument | null,
): Promise<Outcome<T>> {
  const { document, variables, isRetryable } = execution;
  const { clock } = options;
  // A signal of its own: Node.js warns of many listeners on a shared one.
  const signal = options.signal && AbortSignal.any([options.signal]);
  const isWhole = compiled === document.compiled;
  const query = compiled && !isWhole ? printOnce(document, compiled) : document.text;
  const attempt = async (): Promise<Outcome<T>> => {
    const result = await post(
      { ...options, signal },
      { query, variables, operationName: document.name },
    );
    if ('failure' in result) return result;
    const parsed = parseResponse(result.response, clock.now());
    return 'failure' in parsed ? parsed : execution.toOutcome(parsed.response);
  };
  return await withRetries(attempt, { isRetryable, clock, signal });
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
}

/** The document without what is blocked; null if a root field or an identity field would go. */
function omitBlocked(
  compiled: CompiledDocument,
  blocked: ReadonlySet<string>,
): ReducedDocument | null {
  if (blocked.size === 0) return { compiled, omitted: [] };
  const fields = omitFields(compiled.fields, blocked);
  const kept = new Set(coordinates(fields));
  const omitted = [...new Set(coordinates(compiled.fields))].filter(
    (field) => !kept.has(field) && blocked.has(field),
  );
  if (omitted.length === 0) return { compiled, omitted };
  const isMisleading = missingFields(compiled.fields, fields).some((field) =>
    IDENTITY.has(field.split('.').at(-1) ?? ''),
  );
  if (isMisleading || fields.length < compiled.fields.length) return null;
  return { compiled: { ...compiled, fields }, omitted };
}

const IDENTITY = new Set<string>(IDENTITY_FIELDS);

function withWarning<T>(outcome: Outcome<T>, reduced: ReducedDocument | null): Outcome<T> {
  if ('failure' in outcome || !reduced || reduced.omitted.length === 0) return outcome;
  const { omitted } = reduced;
  const warning = `Left out, because the API key may not read it: ${omitted.join(', ')}. ${howToUnblock(omitted)}`;
  return { ...outcome, warnings: [...outcome.warnings, warning] };
}
