import { isTimeout } from '../abort';
import { errorCauses } from './errorCauses';
import type { ApiFailure } from './failure';

/** The request never reached Upwork, so it was certainly not executed. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

export const TIMED_OUT = new Set(['ECONNABORTED', 'ERR_CANCELED', 'ETIMEDOUT']);

/**
 * A request without a response. Its error may hold the request with its token, so it is not kept.
 * `sandbox` is the sandbox's address if the request was sent there.
 */
export function networkFailure(error: unknown, sandbox?: string): ApiFailure {
  const code = systemCode(error);
  const timedOut = code !== undefined && TIMED_OUT.has(code);
  const who = sandbox === undefined ? 'Upwork' : `The sandbox at ${sandbox}`;
  const advice =
    sandbox === undefined
      ? 'Check the network of the n8n server and try again later.'
      : "Start the sandbox, or check its address in the credential. For the real Upwork, set 'Environment' to Upwork there.";
  return {
    kind: 'unavailable',
    message: timedOut ? `${who} did not respond in time` : `${who} could not be reached`,
    description: `${advice}${code ? ` (${code})` : ''}`,
    retryable: true,
    notExecuted: code !== undefined && NEVER_SENT.has(code),
    timedOut,
  };
}

/** The texts for a timeout, by how far the request got. */
const TIMEOUTS = {
  'before sending': {
    kind: 'unavailable',
    message: 'There was no time left to send the request',
    description: 'Upwork was too slow to respond to the requests before it. Try again later.',
  },
  'in the queue': {
    kind: 'rateLimited',
    message: "The request waited too long for Upwork's rate limit",
    description:
      'It was not sent, because other workflows of this n8n use up the limit. Run fewer of them at the same time, or try again later.',
  },
  'after sending': {
    kind: 'unavailable',
    message: 'Upwork did not respond in time',
    description: 'Try again later.',
  },
} as const;

/** A request that was aborted: the execution was cancelled, or it timed out. */
export function abortFailure(signal: AbortSignal, when: keyof typeof TIMEOUTS): ApiFailure {
  const timedOut = isTimeout(signal);
  const isSent = when === 'after sending';
  return {
    kind: 'unavailable',
    message: 'The execution was cancelled',
    description: 'No further request was sent to Upwork.',
    ...(timedOut && TIMEOUTS[when]),
    retryable: timedOut,
    notExecuted: !isSent,
    timedOut: timedOut && isSent,
  };
}

/** A response that was not read to the end. */
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
