import type { UpworkContext } from '../context';
import { errorCauses } from '../errors/errorCauses';
import type { ApiFailure } from '../errors/failure';
import { API_KEY_GUIDE } from '../errors/permissions';
import { credentialLabel } from './credential';

/**
 * The failure that stands for an error of n8n's when it could not get an access token. The error may
 * quote the response of the token endpoint, so only its nature is kept.
 */
export function tokenFailure(context: UpworkContext, error: unknown): ApiFailure {
  if (isRetryable(error)) {
    return {
      kind: 'unavailable',
      message: 'Upwork could not renew the access token at the moment',
      description: 'The connection itself is not lost. Try again later.',
      retryable: true,
      notExecuted: true,
    };
  }
  return {
    kind: 'credential',
    message: `${credentialLabel(context)} needs to be reconnected`,
    description: `Upwork no longer renews its access token: the connection was idle for two weeks, the API key or its permissions were changed, or the client ID or secret is wrong. Open the credential, check both, and reconnect it. More: ${API_KEY_GUIDE}`,
    retryable: false,
    notExecuted: true,
  };
}

/** Only a token endpoint that says no (4xx other than 408 and 429) is final. */
function isRetryable(error: unknown): boolean {
  return [...errorCauses(error)].every((cause) => !isRejection(cause));
}

function isRejection(cause: object): boolean {
  // n8n 2.x puts it this way for `invalid_grant`.
  if ('message' in cause && String(cause.message).includes('needs to be reconnected')) return true;
  const { code, status, httpCode } = {
    code: undefined,
    status: undefined,
    httpCode: undefined,
    ...cause,
  };
  // n8n: the code of every other OAuth2 error; 1.x keeps it as the HTTP code of its own error.
  if (code === 'EAUTH' || httpCode === 'EAUTH') return true;
  const httpStatus = Number(status ?? httpCode);
  return httpStatus >= 400 && httpStatus < 500 && httpStatus !== 408 && httpStatus !== 429;
}
