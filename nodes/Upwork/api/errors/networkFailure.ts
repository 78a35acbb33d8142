import { errorCauses } from './errorCauses';
import type { ApiFailure } from './failure';

/** The request never reached Upwork, so it was surely not executed. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const TIMED_OUT = new Set(['ECONNABORTED', 'ERR_CANCELED', 'ETIMEDOUT']);

/** A request without a response. Its error may hold the request with its token, so it is not kept. */
export function networkFailure(error: unknown): ApiFailure {
  const code = systemCode(error);
  const timedOut = code !== undefined && TIMED_OUT.has(code);
  return {
    kind: 'unavailable',
    message: timedOut ? 'Upwork did not answer in time' : 'Upwork could not be reached',
    description: `Check the network of the n8n server and try again later.${code ? ` (${code})` : ''}`,
    retryable: true,
    notExecuted: code !== undefined && NEVER_SENT.has(code),
    timedOut,
  };
}

/** A request that was aborted: the execution was cancelled, or its time was up. */
export function abortFailure(signal: AbortSignal | undefined, notExecuted: boolean): ApiFailure {
  const reason: unknown = signal?.reason;
  const timedOut =
    typeof reason === 'object' &&
    reason !== null &&
    'name' in reason &&
    reason.name === 'TimeoutError';
  return {
    kind: 'unavailable',
    message: timedOut ? 'Upwork did not answer in time' : 'The execution was cancelled',
    description: timedOut ? 'Try again later.' : 'No further request was sent to Upwork.',
    retryable: timedOut,
    notExecuted,
    timedOut,
  };
}

/** A response that was not read to its end. */
export function responseTooLarge(httpStatus: number): ApiFailure {
  return {
    kind: 'httpError',
    message: 'The response from Upwork is too large',
    description: 'Responses of more than 32 MB are not read. Request fewer records or fields.',
    retryable: false,
    notExecuted: false,
    httpStatus,
  };
}

/** The system's code, such as ECONNREFUSED; n8n 1.x keeps it as the HTTP code of its own error. */
export function systemCode(error: unknown): string | undefined {
  for (const cause of errorCauses(error)) {
    const { code, httpCode } = { code: undefined, httpCode: undefined, ...cause };
    const found = [code, httpCode].find(isSystemCode);
    if (found) return found;
  }
  return undefined;
}

/** EAUTH and ESTATUS look like system codes, but come from n8n's OAuth2 client. */
function isSystemCode(code: unknown): code is string {
  return typeof code === 'string' && /^(?!EAUTH$|ESTATUS$)E[A-Z_]+$/.test(code);
}
