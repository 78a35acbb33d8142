import { buildSchema } from 'graphql';
import { schemaText } from '../schema/index.mts';
import { authorize } from './authorize.mts';
import { clockFrom } from './clock.mts';
import { createControl, type SandboxControl } from './control.mts';
import { Faults } from './faults.mts';
import { graphqlEndpoint, type RequestHook } from './graphqlEndpoint.mts';
import { type Handler, json } from './http.mts';
import { ENTERPRISE_KEY, ORDINARY_KEY } from './keys.mts';
import { Limiter } from './limiter.mts';
import { DEFAULT_OPTIONS, type SandboxOptions } from './options.mts';
import { createParts } from './parts/index.mts';
import { Permissions } from './permissions.mts';
import { RemovedFields } from './removedFields.mts';
import { RemovedInputs } from './removedInputs.mts';
import { listen, portOf, stop } from './server.mts';
import { Counter } from './stats.mts';
import { storage } from './storage.mts';
import { tokenEndpoint } from './tokenEndpoint.mts';
import { type RefreshableTokenResponse, TokenStore } from './tokens.mts';
import { createWorld } from './world/index.mts';
import { UPLOAD_SIGNATURE } from './world/uploads.mts';

export type { SandboxControl } from './control.mts';
export type { Fault } from './faults.mts';
export type { RequestHook } from './graphqlEndpoint.mts';
export type { SandboxOptions } from './options.mts';
export type { Stats } from './stats.mts';
export type { JobChanges } from './world/jobBoard.mts';
export type { JobSeed } from './world/jobs.mts';

interface Credentials {
  clientId: string;
  clientSecret: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** http://127.0.0.1:PORT */
  url: string;
  key: Credentials;
  /** Also allowed to use client_credentials, and to read what ordinary keys can't. */
  enterpriseKey: Credentials;
  /** The names of all permissions that the sandbox has. */
  permissions: string[];
  /** Tokens as if a user had just connected with the ordinary key, without the consent page. */
  issueTokens(): RefreshableTokenResponse;
  control: SandboxControl;
  /** Runs this before each GraphQL request from now on: for what happens between two pages of a list. */
  beforeRequest(hook: RequestHook): void;
  /** Stops the sandbox and closes all open connections. */
  close(): Promise<void>;
}

function credentials({ clientId, clientSecret }: Credentials): Credentials {
  return { clientId, clientSecret };
}

/**
 * Starts the sandbox on the loopback interface. @throws if the port is taken, or a permission is
 * unknown
 */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const settings = { ...DEFAULT_OPTIONS, ...options };
  const schema = buildSchema(schemaText());
  const clock = clockFrom(settings.now);
  const counter = new Counter();
  const tokens = new TokenStore(clock, settings);
  const closing = new AbortController();
  let hook: RequestHook | undefined;
  const faults = new Faults(closing.signal);
  const world = createWorld({ ...settings, clock });
  const parts = createParts(world, settings);
  const permissions = new Permissions(schema, parts);
  if (settings.permissions) permissions.grant(settings.permissions);

  const removedFields = new RemovedFields(schema);
  const removedInputs = new RemovedInputs(schema);

  const { control, remote } = createControl({
    tokens,
    permissions,
    removedFields,
    removedInputs,
    faults,
    counter,
    world,
  });
  const pages = authorize(tokens, settings.callbackUrl);
  const exchange = tokenEndpoint(tokens, counter, settings);
  const routes = new Map<string, Handler>([
    [
      'GET /ab/account-security/oauth2/authorize',
      (request) => {
        counter.request('authorize');
        return pages.ask(request);
      },
    ],
    ['POST /ab/account-security/oauth2/authorize', pages.decide],
    [
      'POST /api/v3/oauth2/token',
      (request) => {
        counter.request('token');
        return faults.around('token', null, () => exchange(request));
      },
    ],
    [
      'POST /graphql',
      graphqlEndpoint({
        schema,
        roots: Object.fromEntries(parts.flatMap(({ roots }) => Object.entries(roots))),
        clock,
        limiter: new Limiter(settings),
        faults,
        tokens,
        permissions,
        removedFields,
        removedInputs,
        counter,
        errorPaths: settings.errorPaths,
        reliableHasNextPage: settings.reliableHasNextPage,
        retryAfter: settings.retryAfter,
        beforeRequest: () => hook?.(),
      }),
    ],
    ['POST /storage', storage(world.uploads)],
  ]);

  const server = await listen(settings.port, (request) => {
    if (request.path.startsWith('/sandbox/')) return remote(request);
    const route = routes.get(`${request.method} ${request.path}`);
    return route?.(request) ?? json(404, { message: 'The sandbox has no such page' });
  });

  const url = `http://127.0.0.1:${portOf(server)}`;
  world.uploads.url = `${url}/storage?signature=${UPLOAD_SIGNATURE}`;

  return {
    url,
    key: credentials(ORDINARY_KEY),
    enterpriseKey: credentials(ENTERPRISE_KEY),
    permissions: permissions.known,
    issueTokens: () => tokens.issueTokens(ORDINARY_KEY),
    control,
    beforeRequest(next) {
      hook = next;
    },
    close() {
      closing.abort();
      return stop(server);
    },
  };
}
