import type { UpworkContext } from '../context';
import { errorCauses } from '../errors/errorCauses';
import type { ApiFailure } from '../errors/failure';
import { httpFailure } from '../errors/httpFailure';
import { API_KEY_GUIDE } from '../errors/permissions';
import { credentialLabel } from './credential';

/**
 * The failure for n8n's error when it could not get an access token. The error may quote the
 * response of the token endpoint, so nothing of its text is kept.
 */
export function tokenFailure(context: UpworkContext, error: unknown): ApiFailure {
  const causes = [...errorCauses(error)];
  if (causes.some(isOAuthError)) return connectionLost(context);
  const status = causes.map(httpStatus).find((found) => found >= 400);
  if (status === 403) return blockedFailure();
  // Only a refusal by the token endpoint is final.
  const isRefused = status !== undefined && status < 500 && status !== 408 && status !== 429;
  return isRefused ? connectionLost(context) : renewalFailure();
}

/** There is no new token now, but a later attempt may get one. */
export function renewalFailure(): ApiFailure {
  return {
    kind: 'unavailable',
    message: 'Upwork could not renew the access token at the moment',
    description: 'The connection itself is not lost. Try again later.',
    retryable: true,
    notExecuted: true,
  };
}

/** Upwork: its OAuth errors come as 400 or 401; a 403 is a page of Cloudflare's, which n8n 1.x drops. */
function blockedFailure(): ApiFailure {
  const failure = httpFailure(403, true);
  return {
    ...failure,
    description: `The connection itself is not lost. ${failure.description}`,
  };
}

function connectionLost(context: UpworkContext): ApiFailure {
  return {
    kind: 'credential',
    message: `${credentialLabel(context)} needs to be reconnected`,
    description: `Upwork no longer renews its access token: the connection was idle for two weeks, the API key or its permissions were changed, or the client ID or secret is wrong. Open the credential, check both, and click Reconnect or Switch account. More: ${API_KEY_GUIDE}`,
    retryable: false,
    notExecuted: true,
  };
}

function isOAuthError(cause: object): boolean {
  // n8n 2.x words `invalid_grant` this way.
  if ('message' in cause && String(cause.message).includes('needs to be reconnected')) return true;
  // n8n: the code of every other OAuth2 error; 1.x keeps it as the HTTP code of its own error.
  const { code, httpCode } = { code: undefined, httpCode: undefined, ...cause };
  return code === 'EAUTH' || httpCode === 'EAUTH';
}

function httpStatus(cause: object): number {
  const { status, httpCode } = { status: undefined, httpCode: undefined, ...cause };
  return Number(status ?? httpCode);
}
