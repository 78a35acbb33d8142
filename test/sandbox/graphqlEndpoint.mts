import {
  defaultFieldResolver,
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { Clock } from './clock.mts';
import type { Faults } from './faults.mts';
import { errorEntry, executionError, validationErrors } from './graphqlErrors.mts';
import { type GraphqlRequest, operationNameOf, readGraphqlRequest } from './graphqlRequest.mts';
import { isUnreliableFlag } from './hasNextPage.mts';
import { type Handler, html, json, type Reply, reply, type Request } from './http.mts';
import type { Key } from './keys.mts';
import type { Limiter } from './limiter.mts';
import { CLOUDFLARE_PAGE } from './pages.mts';
import { organizationFor } from './parts/access.mts';
import { type RequestContext, UpworkError } from './parts/part.mts';
import type { Permissions } from './permissions.mts';
import type { RemovedFields } from './removedFields.mts';
import type { RemovedInputs } from './removedInputs.mts';
import type { Counter } from './stats.mts';
import type { TokenStore } from './tokens.mts';

export interface GraphqlEndpointParts {
  schema: GraphQLSchema;
  /** The root fields of all parts of the API. */
  roots: object;
  clock: Clock;
  limiter: Limiter;
  faults: Faults;
  tokens: TokenStore;
  permissions: Permissions;
  removedFields: RemovedFields;
  removedInputs: RemovedInputs;
  counter: Counter;
  /** Whether an error says which field it is about. */
  errorPaths: boolean;
  /** Whether `hasNextPage` is always correct. */
  reliableHasNextPage: boolean;
  /** Whether a 429 says how long to wait. */
  retryAfter: boolean;
  /** Runs before each request is executed. */
  beforeRequest: RequestHook;
}

export type RequestHook = () => void | Promise<void>;

/** Upwork: Cloudflare blocks clients without a User-Agent; n8n's token requests have that of axios. */
function isBlockedClient(request: Request): boolean {
  const agent = request.headers['user-agent'] ?? '';
  return agent === '' || /^axios\//i.test(agent);
}

/** Upwork: an alias that fails nulls the other root fields. */
function withNullRoots(data: Record<string, unknown> | null): typeof data {
  const roots = Object.entries(data ?? {});
  if (!roots.some(([, value]) => value === null)) return data;
  return Object.fromEntries(roots.map(([name]) => [name, null]));
}

function errorsOnly(...errors: GraphQLFormattedError[]): Reply {
  return json(200, { errors });
}

/**
 * Upwork's GraphQL endpoint: limits, Cloudflare, token, organization, permissions, then the
 * response.
 */
export function graphqlEndpoint(parts: GraphqlEndpointParts): Handler {
  const { schema, roots, clock, limiter, faults, tokens, permissions, counter } = parts;
  const { removedFields, removedInputs, errorPaths, reliableHasNextPage, retryAfter } = parts;
  const { beforeRequest } = parts;

  const validated = new WeakMap<DocumentNode, GraphQLFormattedError[]>();
  const countingResolver: GraphQLFieldResolver<unknown, RequestContext> = (
    source,
    args,
    context,
    info,
  ) => {
    if (!info.path.prev) counter.executed(`${info.parentType.name}.${info.fieldName}`);
    if (!reliableHasNextPage && isUnreliableFlag(info)) return false;
    return defaultFieldResolver(source, args, context, info);
  };

  function keyOf({ headers }: Request): Key | null {
    const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) return null;
    if (tokens.meetsExpiry(token)) counter.add('expiriesMet');
    return tokens.keyOf(token);
  }

  async function run(
    { document, variables, operationName }: GraphqlRequest,
    key: Key,
    context: RequestContext,
  ): Promise<Reply> {
    if (document instanceof GraphQLError) {
      const { message, locations } = document;
      return errorsOnly(errorEntry(message, 'InvalidSyntax', locations && { locations }));
    }
    const errorsInDocument = validated.get(document) ?? validationErrors(schema, document);
    validated.set(document, errorsInDocument);
    if (errorsInDocument.length > 0) return errorsOnly(...errorsInDocument);
    const removed = [...removedFields.errorsIn(document), ...removedInputs.errorsIn(document)];
    if (removed.length > 0) return errorsOnly(...removed);
    const blocked = permissions.blockedFields(document, key);
    if (blocked.length > 0) {
      const message =
        "The client or authentication token doesn't have enough oauth2 permissions/scopes to access: " +
        `[${blocked.join(', ')}].`;
      return errorsOnly(errorEntry(message, 'ExecutionAborted'));
    }
    const unknown = removedInputs.errorsOf(document, operationName, variables);
    if (unknown.length > 0) return errorsOnly(...unknown);
    const { errors, data } = await execute({
      schema,
      document,
      rootValue: roots,
      contextValue: context,
      variableValues: variables,
      operationName,
      fieldResolver: countingResolver,
    });
    return json(200, {
      ...(errors && {
        errors: errors.map((error) => {
          const { path, ...rest } = executionError(schema, error);
          return { ...rest, ...(path && errorPaths && { path }) };
        }),
      }),
      ...(data !== undefined && { data: errors ? withNullRoots(data) : data }),
    });
  }

  function respond(request: Request, body: GraphqlRequest | string): Reply | Promise<Reply> {
    const key = keyOf(request);
    if (!key) {
      counter.add('unauthorized401');
      return json(401, { message: 'Authentication failed' });
    }
    if (typeof body === 'string') return json(400, { message: body });
    const tenant = request.headers['x-upwork-api-tenantid'];
    try {
      const { id } = organizationFor(typeof tenant === 'string' ? tenant : undefined);
      return run(body, key, { organizationId: id });
    } catch (error) {
      if (!(error instanceof UpworkError)) throw error;
      return json(200, { errors: [{ message: error.message }], data: null });
    }
  }

  return (request) => {
    const now = clock.now();
    counter.graphqlArrived(now);
    const wait = limiter.admit(request.address, now);
    if (wait !== null) {
      counter.add('refused429');
      const headers = { 'Retry-After': String(wait) };
      return reply(429, 'text/plain', 'Too Many Requests', retryAfter ? headers : {});
    }
    if (isBlockedClient(request)) return html(403, CLOUDFLARE_PAGE);
    const body = readGraphqlRequest(request.body);
    const operation = typeof body === 'string' ? null : operationNameOf(body);
    counter.operation(operation ?? '(anonymous)');
    return counter.processing(async () => {
      await beforeRequest();
      return await faults.around('graphql', operation, () => respond(request, body));
    });
  };
}
