import { causes } from './causes';
import type { Fault } from './fault';

/** The request never reached Upwork, so it was surely not executed. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const TIMED_OUT = new Set(['ECONNABORTED', 'ERR_CANCELED', 'ETIMEDOUT']);

/** A request that got no answer. Its original error may hold the request with its token: it is not kept. */
export function networkFault(error: unknown): Fault {
  const code = systemCode(error);
  const timedOut = code !== undefined && TIMED_OUT.has(code);
  return {
    kind: 'unavailable',
    message: timedOut ? 'Upwork did not answer in time' : 'Upwork could not be reached',
    description: `Check the network of the n8n server and try again later.${code ? ` (${code})` : ''}`,
    passing: true,
    notExecuted: code !== undefined && NEVER_SENT.has(code),
  };
}

/** A request that was given up: the execution was cancelled, or the time for it was over. */
export function interrupted(signal: AbortSignal | undefined, notExecuted: boolean): Fault {
  const reason: unknown = signal?.reason;
  const timedOut =
    typeof reason === 'object' &&
    reason !== null &&
    'name' in reason &&
    reason.name === 'TimeoutError';
  return {
    kind: 'unavailable',
    message: timedOut ? 'Upwork did not answer in time' : 'The execution was cancelled',
    description: timedOut ? 'Try again later.' : 'Nothing more was asked of Upwork.',
    passing: timedOut,
    notExecuted,
  };
}

/** An answer that was not read to its end. */
export function answerTooLarge(httpStatus: number): Fault {
  return {
    kind: 'refused',
    message: 'Upwork sent an answer that is too large',
    description: 'More than 32 MB are refused. Ask for fewer records or fields.',
    passing: false,
    notExecuted: false,
    httpStatus,
  };
}

/** The system's code, such as ECONNREFUSED; n8n 1.x keeps it as the HTTP code of its own error. */
export function systemCode(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    const { code, httpCode } = { code: undefined, httpCode: undefined, ...cause };
    const found = [code, httpCode].find(isSystemCode);
    if (found) return found;
  }
  return undefined;
}

/** EAUTH and ESTATUS look like the system's codes, but are of n8n's OAuth2 client. */
function isSystemCode(code: unknown): code is string {
  return typeof code === 'string' && /^(?!EAUTH$|ESTATUS$)E[A-Z_]+$/.test(code);
}
