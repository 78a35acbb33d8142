import { setTimeout as pause } from 'node:timers/promises';
import {
  either,
  type Guard,
  isListOf,
  isMapOf,
  isNumber,
  isObject,
  isOneOf,
  isRecord,
  isString,
} from './guards.mts';
import { html, json, parseJson, type Reply, reply } from './http.mts';
import { CLOUDFLARE_PAGE, page } from './pages.mts';

type Endpoint = 'graphql' | 'token';

export interface FaultError {
  message: string;
  /** With `partial`: the value at this path in the data becomes null. */
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

/**
 * A fault that happens `times` times:
 * - `status`: this status (500), body and headers; `html`: an HTML page instead of JSON; `empty`: no body
 * - `cloudflare`: the 403 page for bots
 * - `cutOff`: only half of the JSON text; `reset`: the connection drops (before execution at
 *   once, after it in the middle of the response)
 * - `delay`: the response comes `ms` milliseconds late
 * - `errors`: a GraphQL response with only errors; `partial`: errors alongside the data
 */
export interface Fault {
  at: Endpoint;
  times: number;
  kind:
    | 'status'
    | 'html'
    | 'cloudflare'
    | 'empty'
    | 'cutOff'
    | 'reset'
    | 'delay'
    | 'errors'
    | 'partial';
  /** Only for the GraphQL operation of this name. */
  operation?: string;
  /** Whether the fault comes before the request is executed, or after it. Default: `before`. */
  when?: 'before' | 'after';
  status?: number;
  body?: string | Record<string, unknown>;
  headers?: Record<string, string>;
  ms?: number;
  errors?: FaultError[];
}

const isFaultError: Guard<FaultError> = isRecord(
  { message: isString },
  { path: isListOf(either(isString, isNumber)), extensions: isObject },
);

export const isFault: Guard<Fault> = isRecord(
  {
    at: isOneOf('graphql', 'token'),
    times: isNumber,
    kind: isOneOf(
      'status',
      'html',
      'cloudflare',
      'empty',
      'cutOff',
      'reset',
      'delay',
      'errors',
      'partial',
    ),
  },
  {
    operation: isString,
    when: isOneOf('before', 'after'),
    status: isNumber,
    body: either(isString, isObject),
    headers: isMapOf(isString),
    ms: isNumber,
    errors: isListOf(isFaultError),
  },
);

const DEFAULT_ERRORS: FaultError[] = [
  { message: 'Transform timeout', extensions: { classification: 'DataFetchingException' } },
];

function setNull(data: unknown, path: (string | number)[]): void {
  const last = path.at(-1);
  let holder = data;
  for (const step of path.slice(0, -1)) {
    holder = Array.isArray(holder) ? holder[Number(step)] : isObject(holder) ? holder[step] : null;
  }
  if (last === undefined) return;
  if (Array.isArray(holder)) holder[Number(last)] = null;
  else if (isObject(holder)) holder[last] = null;
}

/** Adds errors to a successful response; any other response stays as it is. */
function withErrors(response: Reply, errors: FaultError[]): Reply {
  const content = parseJson(response.body);
  if (response.status !== 200 || !isObject(content)) return response;
  for (const { path } of errors) setNull(content.data, path ?? []);
  return json(200, { ...content, errors });
}

/** The pending faults, in the order in which they were added. */
export class Faults {
  #pending: Fault[] = [];
  readonly #closing: AbortSignal;

  /** @param closing ends the delays when the sandbox stops */
  constructor(closing: AbortSignal) {
    this.#closing = closing;
  }

  add(fault: Fault): void {
    this.#pending.push({ ...fault });
  }

  clear(): void {
    this.#pending = [];
  }

  /** Executes a request, or applies the next fault for it. */
  async around(
    at: Endpoint,
    operation: string | null,
    execute: () => Reply | Promise<Reply>,
  ): Promise<Reply> {
    const fault = this.#take(at, operation);
    if (!fault) return execute();
    if (fault.kind === 'partial')
      return withErrors(await execute(), fault.errors ?? DEFAULT_ERRORS);
    if (fault.kind === 'delay') return this.#delayed(fault, execute);
    const executed = fault.when === 'after' ? await execute() : null;
    return respondWith(fault, executed);
  }

  #take(at: Endpoint, operation: string | null): Fault | undefined {
    const fault = this.#pending.find(
      (candidate) =>
        candidate.at === at &&
        candidate.times > 0 &&
        (candidate.operation === undefined || candidate.operation === operation),
    );
    if (fault) fault.times -= 1;
    return fault;
  }

  async #delayed(fault: Fault, execute: () => Reply | Promise<Reply>): Promise<Reply> {
    const response = fault.when === 'after' ? await execute() : null;
    await pause(fault.ms ?? 1000, undefined, {
      // A separate signal: Node.js warns about many listeners on a shared one.
      signal: AbortSignal.any([this.#closing]),
    });
    return response ?? execute();
  }
}

/** @param executed the normal response, if the request was executed */
function respondWith(fault: Fault, executed: Reply | null): Reply {
  const normal = executed ?? json(200, { data: null });
  switch (fault.kind) {
    case 'status': {
      const { status = 500, body = '', headers = {} } = fault;
      return typeof body === 'string'
        ? reply(status, 'text/plain', body, headers)
        : json(status, body, headers);
    }
    case 'html':
      return html(fault.status ?? 200, page('Sorry', '<p>Something went wrong on our side.</p>'));
    case 'cloudflare':
      return html(403, CLOUDFLARE_PAGE);
    case 'empty':
      return reply(fault.status ?? 200, 'application/json', '');
    case 'cutOff':
      return { ...normal, body: normal.body.slice(0, normal.body.length / 2) };
    case 'reset':
      return { ...normal, drop: executed ? 'halfway' : 'at once' };
    case 'errors':
      return json(200, { errors: fault.errors ?? DEFAULT_ERRORS, data: null });
    case 'delay':
    case 'partial':
      return normal;
  }
}
