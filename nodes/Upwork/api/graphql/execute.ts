import type { ApiFailure, Omitted, Outcome } from '../errors/failure';
import { post } from '../http/post';
import { withRetries } from '../http/retry';
import type { RequestContext } from '../http/send';
import type { UnavailableFields } from '../state';
import type { CompiledDocument } from './compiledDocument';
import type { DocumentSource } from './document';
import { printDocument } from './printDocument';
import { reduceRequest, warningsAbout } from './reducedRequest';
import type { ReducedRequest } from './reducedRequest';
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
  onResponse?: (response: GraphqlResponse) => void,
): Promise<Outcome<TData>> {
  return await run<TData>(options, {
    document,
    compiled: document.compiled,
    variables,
    toOutcome(response) {
      onResponse?.(response);
      return toOutcome(response, document.fields, document.compiled ? 'package' : 'user');
    },
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
 * Runs an execution, with retries. Leaves out the fields that Upwork does not return and the inputs
 * that it no longer accepts, with a warning that names them.
 */
export async function run<T>(
  options: ExecuteOptions,
  execution: Execution<T>,
): Promise<Outcome<T>> {
  const { context } = options;
  const { document, compiled, variables } = execution;
  if (!compiled) return await sendWithRetries(options, execution, { compiled, variables });
  const whole = { compiled, variables, defaults: document.defaults ?? {} };
  const reduce = async (): Promise<ReducedRequest | null> =>
    reduceRequest(whole, omittable(options, document, await knownUnavailableFields(context)));

  for (let reduced = await reduce(); ; ) {
    const outcome = await sendWithRetries(options, execution, reduced ?? whole);
    if (!('failure' in outcome)) return reduced ? withOmitted(outcome, reduced.omitted) : outcome;
    const { blockedFields, undefinedFields, undefinedInputs } = outcome.failure;
    if (!blockedFields && !undefinedFields && !undefinedInputs) return outcome;
    await rememberUnavailableFields(context, outcome.failure);
    const next = await reduce();
    if (!next || count(next.omitted) <= (reduced ? count(reduced.omitted) : 0)) return outcome;
    reduced = next;
  }
}

const count = ({ blocked, removed }: Omitted): number => blocked.length + removed.length;

const withOmitted = <T>(
  { data, warnings }: { data: T; warnings: string[] },
  omitted: Omitted,
): Outcome<T> => ({ data, warnings: [...warnings, ...warningsAbout(omitted)], omitted });

/**
 * What to leave out. A change keeps its blocked fields: Upwork checks permissions before it runs
 * anything, so it fails before anything is changed, and the user learns which permission is missing.
 * No permission brings back an undefined field. The inputs of a change are never left out.
 */
function omittable(
  { failOnBlockedFields }: ExecuteOptions,
  { kind, requiresAllFields, neverRetried }: DocumentSource,
  unavailable: UnavailableFields,
): UnavailableFields {
  const none = new Set<string>();
  if (requiresAllFields || neverRetried) {
    return { blocked: none, undefined: none, undefinedInputs: none };
  }
  if (kind === 'mutation') return { ...unavailable, blocked: none, undefinedInputs: none };
  return failOnBlockedFields ? { ...unavailable, blocked: none } : unavailable;
}

async function sendWithRetries<T>(
  options: ExecuteOptions,
  execution: Execution<T>,
  { compiled, variables }: Pick<Execution<T>, 'compiled' | 'variables'>,
): Promise<Outcome<T>> {
  const { document } = execution;
  const { budget, clock } = options;
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
  const isRetryable = (failure: ApiFailure): boolean =>
    execution.isRetryable(failure) && budget?.remaining !== 0;
  return await withRetries(attempt, { ...options, isRetryable, signal });
}

const printed = new WeakMap<CompiledDocument, string>();

function printOnce(document: DocumentSource, compiled: CompiledDocument): string {
  const text = printed.get(compiled) ?? printDocument(document, compiled);
  printed.set(compiled, text);
  return text;
}
