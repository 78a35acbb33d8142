import type { Clock } from '../clock';
import type { UpworkContext } from '../context';
import type { ApiFailure } from '../errors/failure';
import { credentialState } from '../state';
import { CREDENTIAL_TYPE, credentialId, readCredential } from './credential';
import { tokenFailure } from './tokenFailure';

/** How long another process may need to store the token that it has just fetched. */
const REREAD_DELAYS_MS = [200, 500, 1_200];

/**
 * Gets another token than the expired one into the credential: the one that somebody else has stored
 * meanwhile, or a new one through n8n, which stores the rotated refresh token too. Runs once per
 * credential at a time, so that one expiry costs one token call. Returns the failure if there is
 * none to be had.
 */
export async function renewToken(
  context: UpworkContext,
  expiredToken: string | undefined,
  clock: Clock,
): Promise<ApiFailure | undefined> {
  const state = credentialState(credentialId(context));
  state.renewal ??= renew(context, expiredToken, clock).finally(() => {
    state.renewal = undefined;
  });
  return await state.renewal;
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
