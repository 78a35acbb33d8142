import DataLoader from 'dataloader';
import { UnexpectedError } from 'n8n-workflow';

import { readConnection, readLimitHeaders } from './auth/connection';
import type { Connection } from './auth/connection';
import { systemClock } from './clock';
import type { Clock } from './clock';
import type { UpworkContext } from './context';
import type { ApiFailure, Outcome } from './errors/failure';
import { nameTheRecord } from './errors/recordNotFound';
import { UpworkApiError, withOutcomeOfChange } from './errors/UpworkApiError';
import { BATCH_SIZE, executeBatch } from './graphql/batch';
import type { DocumentSource, GraphqlDocument } from './graphql/document';
import { execute } from './graphql/execute';
import type { ExecuteOptions } from './graphql/execute';
import { inspect } from './graphql/inspect';
import type { Inspection } from './graphql/inspect';
import type { PartialData } from './graphql/partialData';
import type { Priority } from './rateLimit/rateLimiter';
import { executionState } from './state';
import type { LimitHeaders } from './state';
import { upload } from './upload';
import type { UploadFile } from './upload';
import { warn } from './warnings';

/** The only way to call Upwork. */
export interface UpworkClient {
  /**
   * Sends a document and returns its data. Reads of a document with `batch` that start in the same
   * tick share a request. If data is missing, or the key can't read all of it, the user gets a
   * hint. Throws an UpworkApiError.
   */
  send<TData extends object, TVariables extends object>(
    document: GraphqlDocument<TData, TVariables>,
    variables: TVariables,
  ): Promise<PartialData<TData>>;
  /** Sends a query and returns its outcome, without throwing an error or showing a hint. */
  inspect(document: DocumentSource, variables: object): Promise<Inspection>;
  /** The error that `send` throws if a read fails like this. */
  toError(failure: ApiFailure): UpworkApiError;
  /**
   * Uploads a file for a proposal and returns its ID. Needs `allowMutations`. Throws an UpworkApiError,
   * which does not mention changes, because a file alone changes nothing.
   */
  upload(file: UploadFile): Promise<string>;
  /** The state of the connection, without a request. */
  connection(): Promise<Connection>;
  /** The rate limit headers of the latest 429; null if this process has received none. */
  limitHeaders(): Promise<LimitHeaders | null>;
}

export interface ClientOptions {
  /** Goes into the errors. */
  itemIndex?: number | undefined;
  /** The organization to act for; by default the credential's. */
  organizationId?: string | undefined;
  /** By default interactive. */
  priority?: Priority;
  /** After this time the caller gives up. */
  timeoutMs?: number;
  /** Ends waits and requests. */
  signal?: AbortSignal | undefined;
  /** Whether a read fails if the key can't read one of its fields, instead of omitting it. */
  failOnBlockedFields?: boolean;
  /** Whether it may send mutations. */
  allowMutations?: boolean;
  /** The maximum number of requests; unlimited by default. */
  maxRequests?: number | undefined;
  clock?: Clock;
}

/** A client for one item of an execution, for a poll, or for a list in the editor. */
export function upworkClient(
  context: UpworkContext,
  {
    itemIndex,
    organizationId,
    priority = 'interactive',
    timeoutMs,
    failOnBlockedFields = false,
    allowMutations = false,
    maxRequests,
    clock = systemClock,
    signal = timeoutMs === undefined ? undefined : clock.timeout(timeoutMs),
  }: ClientOptions = {},
): UpworkClient {
  const deadline = timeoutMs === undefined ? undefined : clock.now() + timeoutMs;
  const options = {
    context,
    organizationId,
    priority,
    signal,
    deadline,
    failOnBlockedFields,
    budget: maxRequests === undefined ? undefined : { remaining: maxRequests },
    clock,
  };

  const toError = (failure: ApiFailure): UpworkApiError =>
    new UpworkApiError(context.getNode(), failure, itemIndex);

  return {
    async send<TData extends object, TVariables extends object>(
      document: GraphqlDocument<TData, TVariables>,
      variables: TVariables,
    ) {
      assertAllowed(document, allowMutations);
      const outcome = await executeOrBatch<PartialData<TData>>(options, document, variables);
      if ('failure' in outcome) throw toError(inUsersWords(outcome.failure, document, variables));
      for (const warning of outcome.warnings) warn(context, warning);
      return outcome.data;
    },

    async inspect(document, variables) {
      assertAllowed(document, false);
      return await inspect(options, document, variables);
    },

    toError,

    async upload(file) {
      assertAllowed({ kind: 'mutation', name: 'upload' }, allowMutations);
      const outcome = await upload(options, file);
      if ('failure' in outcome) throw toError(outcome.failure);
      return outcome.data;
    },

    connection: async () => await readConnection(context, organizationId, clock),

    limitHeaders: async () => await readLimitHeaders(context, clock),
  };
}

function inUsersWords(
  failure: ApiFailure,
  { kind, fields }: Pick<DocumentSource, 'kind' | 'fields'>,
  variables: object,
): ApiFailure {
  const named = failure.kind === 'notFound' ? nameTheRecord(failure, fields, variables) : failure;
  return kind === 'mutation' ? withOutcomeOfChange(named) : named;
}

function assertAllowed(
  { kind, name }: Pick<DocumentSource, 'kind' | 'name'>,
  allowMutations: boolean,
): void {
  if (kind === 'query' || allowMutations) return;
  throw new UnexpectedError(`The mutation ${name ?? ''} is not allowed in an operation that reads`);
}

async function executeOrBatch<TData>(
  options: ExecuteOptions,
  document: DocumentSource,
  variables: object,
): Promise<Outcome<TData>> {
  if (!document.batch) return await execute<TData>(options, document, variables);
  // The document's name is part of the key, and its generated type is the data's shape.
  return (await loaderFor(options, document).load(variables)) as Outcome<TData>;
}

/** A request has one document and acts for one organization. */
function loaderFor(
  options: ExecuteOptions,
  document: DocumentSource,
): DataLoader<object, Outcome<unknown>> {
  const { context, organizationId, failOnBlockedFields, clock } = options;
  const { loaders } = executionState(context);
  const key = JSON.stringify([document.name, organizationId, failOnBlockedFields]);
  const loader =
    loaders.get(key) ??
    new DataLoader<object, Outcome<unknown>>(
      async (batch) => await executeBatch(options, document, batch),
      {
        cache: false,
        maxBatchSize: BATCH_SIZE,
        // n8n forbids the timers that DataLoader would use.
        batchScheduleFn: (dispatch) => {
          void clock.sleep(0).then(() => {
            // Later reads may have another deadline: all polls of a trigger have the same context.
            loaders.delete(key);
            dispatch();
          });
        },
      },
    );
  loaders.set(key, loader);
  return loader;
}
