import { parseRetryAfter } from './errors';
import type { Fault, Outcome } from './fault';
import { API_KEY_GUIDE } from './guide';
import { permissionsFor } from './permissions';

/** An HTTP answer as n8n's request helper hands it over: JSON is parsed, anything else stays text. */
export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: unknown;
}

interface GraphqlError {
  message: string;
  classification: string;
}

const KEY_FORM = 'https://www.upwork.com/developer/keys';

/** From the wire to the data, or to a sentence that says what to do. `now` is in epoch milliseconds. */
export function readAnswer<TData>(answer: HttpAnswer, now: number): Outcome<TData> {
  const { status, body } = answer;
  if (status !== 200) return { fault: httpFault(answer, now) };
  if (!isRecord(body) || !('data' in body || 'errors' in body)) return { fault: unreadable(body) };

  const errors = readErrors(body.errors);
  const [first] = errors;
  if (first && !hasEveryRoot(body.data)) return { fault: graphqlFault(errors, first) };
  if (!isRecord(body.data)) return { fault: unreadable(body) };

  // The document was validated against Upwork's schema, so its generated type is the answer's shape.
  const data = body.data as TData;
  return first ? { data, warning: partialWarning(errors) } : { data };
}

/** Upwork routinely sends data beside errors; a root field that is null has no data worth keeping. */
function hasEveryRoot(data: unknown): boolean {
  return isRecord(data) && Object.values(data).every((root) => root !== null);
}

function partialWarning(errors: readonly GraphqlError[]): string {
  const reasons = [...new Set(errors.map((error) => error.message))].join('; ');
  return `Upwork delivered only part of the data: ${reasons}`;
}

function httpFault({ status, headers, body }: HttpAnswer, now: number): Fault {
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now);
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429) {
    return {
      kind: 'rateLimited',
      message: 'Upwork received too many requests from this IP address',
      description:
        'Upwork allows 10 requests per second, 300 per minute and 40,000 per day for each IP address. Wait a little, or run fewer workflows at the same time.',
      passing: true,
      notExecuted: true,
      httpStatus: status,
      ...wait,
    };
  }
  if (status === 408 || status >= 500) {
    return {
      kind: 'unavailable',
      message: `Upwork is not available at the moment (HTTP ${status})`,
      description: 'The fault is on the side of Upwork. Try again later.',
      passing: true,
      notExecuted: false,
      httpStatus: status,
      ...wait,
    };
  }
  if (status === 403 && typeof body === 'string') {
    return {
      kind: 'refused',
      message: "Upwork's web protection blocked the request (HTTP 403)",
      description:
        'Cloudflare answered instead of the API. It blocks some hosting addresses and proxies: try from another network, or wait some hours.',
      passing: false,
      notExecuted: true,
      httpStatus: status,
    };
  }
  return {
    kind: 'refused',
    message: `Upwork refused the request (HTTP ${status})`,
    description:
      status >= 300 && status < 400
        ? 'Upwork redirected the request to another address. The access token is never sent there.'
        : 'Check the parameters of the node and the credential.',
    passing: false,
    notExecuted: true,
    httpStatus: status,
  };
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

/** The Upwork errors told inside an HTTP 200. None of them means an expired token. */
function graphqlFault(errors: readonly GraphqlError[], first: GraphqlError): Fault {
  const told = errors.map((error) => error.message).join('; ');
  const fault = { passing: false, notExecuted: false, httpStatus: 200 };
  // Upwork: two spellings of the sentence exist, only this part is in both.
  if (/permissions\/scopes/i.test(first.message)) return permissionFault(told);
  if (first.classification === 'ValidationError') {
    return {
      ...fault,
      kind: 'rejected',
      message: 'Upwork did not accept the query',
      description: `Upwork's API may have changed; an update of this package may help. Upwork says: ${told}`,
      notExecuted: true,
    };
  }
  if (/transform timeout/i.test(told)) {
    return {
      ...fault,
      kind: 'unavailable',
      message: 'Upwork took too long to answer',
      description: `Try again later. Upwork says: ${told}`,
      passing: true,
    };
  }
  if (/authorization failed/i.test(told)) {
    return {
      ...fault,
      kind: 'permission',
      message: 'Upwork did not authorize this for the organization in use',
      description: `Check the Organization ID in the credential: the organization may be of the wrong kind, or the connected user may not do this there. Upwork says: ${told}`,
    };
  }
  return {
    ...fault,
    kind: 'rejected',
    message: `Upwork could not carry out the request: ${told}`,
    description: 'Check the parameters of the node.',
  };
}

function permissionFault(told: string): Fault {
  const blocked = (/\[([^\]]+)\]/.exec(told)?.[1] ?? '').split(',').map((field) => field.trim());
  const boxes = permissionsFor(blocked);
  const tick =
    boxes.length > 0
      ? `Tick ${boxes.map((box) => `"${box}"`).join(' and ')}`
      : 'Add the permission';
  return {
    kind: 'permission',
    message: 'The Upwork API key lacks a permission',
    description: `${tick} on the key at ${KEY_FORM}, then reconnect the credential: changing a key's permissions ends its connections. Blocked: ${blocked.join(', ')}. More: ${API_KEY_GUIDE}`,
    passing: false,
    notExecuted: true,
    httpStatus: 200,
    blockedFields: blocked,
  };
}

function readErrors(errors: unknown): GraphqlError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).map((error) => ({
    message: typeof error.message === 'string' ? error.message : 'no reason given',
    classification:
      isRecord(error.extensions) && typeof error.extensions.classification === 'string'
        ? error.extensions.classification
        : '',
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
