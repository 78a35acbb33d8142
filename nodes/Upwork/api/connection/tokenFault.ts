import { causes } from '../faults/causes';
import { credentialLabel } from './credential';
import type { UpworkContext } from './credential';
import type { Fault } from '../faults/fault';
import { API_KEY_GUIDE } from '../faults/guide';

/**
 * What it means that n8n could not get an access token. The original error may quote the token
 * endpoint's answer, so only its nature is kept.
 */
export function tokenFault(context: UpworkContext, error: unknown): Fault {
  if (isPassing(error)) {
    return {
      kind: 'unavailable',
      message: 'Upwork could not renew the access token at the moment',
      description: 'The connection itself is not lost. Try again later.',
      passing: true,
      notExecuted: true,
    };
  }
  return {
    kind: 'credential',
    message: `${credentialLabel(context)} needs to be reconnected`,
    description: `Upwork does not renew its access token any more: the connection was idle for two weeks, the API key or its permissions were changed, or the client ID or secret is wrong. Open the credential, check both, and reconnect it. More: ${API_KEY_GUIDE}`,
    passing: false,
    notExecuted: true,
  };
}

/** Only an answer of the token endpoint that says no (4xx other than 408 and 429) is final. */
function isPassing(error: unknown): boolean {
  return [...causes(error)].every((cause) => !isRefusal(cause));
}

function isRefusal(cause: object): boolean {
  // n8n 2.x: its own words for `invalid_grant`.
  if ('message' in cause && String(cause.message).includes('needs to be reconnected')) return true;
  const { code, status, httpCode } = {
    code: undefined,
    status: undefined,
    httpCode: undefined,
    ...cause,
  };
  // n8n: the code of every other OAuth2 error; 1.x keeps it as the HTTP code of its own error.
  if (code === 'EAUTH' || httpCode === 'EAUTH') return true;
  const told = Number(status ?? httpCode);
  return told >= 400 && told < 500 && told !== 408 && told !== 429;
}
