import { isTimeout, unlessAborted } from '../abort';
import type { Clock } from '../clock';
import type { UpworkContext } from '../context';
import type { ApiFailure } from '../errors/failure';
import { abortFailure } from '../errors/networkFailure';
import { credentialState } from '../state';
import { CREDENTIAL_TYPE, credentialId, readCredential } from './credential';
import { renewalFailure, tokenFailure } from './tokenFailure';

/** Another process may need this long to store the token that it has just fetched. */
const REREAD_DELAYS_MS = [200, 500, 1_200];
/**
 * n8n 2.x waits five minutes for the token endpoint, 1.x forever. A poll has time for a second try.
 */
export const RENEWAL_TIMEOUT_MS = 15_000;

/** Who needs the token, and how long that may take. */
interface RenewalRequest {
  context: UpworkContext;
  /** Ends the caller's wait; others who share the renewal go on waiting. */
  signal?: AbortSignal | undefined;
  clock: Clock;
}

/**
 * Replaces the expired token in the credential: with the one that another process has stored in the
 * meantime, or with a new one through n8n, which also stores the rotated refresh token. Runs once
 * per credential at a time, so that one expiry costs one token request. Returns the failure if
 * there is no new token.
 */
export async function renewToken(
  { context, signal, clock }: RenewalRequest,
  expiredToken: string | undefined,
): Promise<ApiFailure | undefined> {
  const state = credentialState(credentialId(context));
  state.renewal ??= renewInTime(context, expiredToken, clock).finally(() => {
    state.renewal = undefined;
  });
  const result = await unlessAborted(state.renewal, signal);
  if (result !== 'aborted') return result;
  return !signal || isTimeout(signal) ? renewalFailure() : abortFailure(signal, 'before sending');
}

async function renewInTime(
  context: UpworkContext,
  expiredToken: string | undefined,
  clock: Clock,
): Promise<ApiFailure | undefined> {
  const result = await unlessAborted(
    renew(context, expiredToken, clock),
    clock.timeout(RENEWAL_TIMEOUT_MS),
  );
  return result === 'aborted' ? renewalFailure() : result;
}

async function renew(
  context: UpworkContext,
  expiredToken: string | undefined,
  clock: Clock,
): Promise<ApiFailure | undefined> {
  const isRenewedElsewhere = async () =>
    (await readCredential(context)).oauthTokenData?.access_token !== expiredToken;

  if (await isRenewedElsewhere()) return undefined;
  const failure = await refresh(context);
  if (!failure) return undefined;

  // On n8n 1.x several processes refresh at once, and only one of them succeeds.
  for (const delay of REREAD_DELAYS_MS) {
    await clock.sleep(delay * (0.5 + clock.random()));
    if (await isRenewedElsewhere()) return undefined;
  }
  return failure;
}

async function refresh(context: UpworkContext): Promise<ApiFailure | undefined> {
  try {
    await context.helpers.refreshOAuth2Token.call(context, CREDENTIAL_TYPE);
    return undefined;
  } catch (error) {
    return tokenFailure(context, error);
  }
}
