import type { Clock } from '../clock';
import { CREDENTIAL_TYPE, credentialId, readCredential } from './credential';
import type { UpworkContext } from './credential';
import type { Fault } from '../faults/fault';
import { tokenFault } from './tokenFault';

/** How long another process may need to store the token that it has just fetched. */
const REREAD_WAITS_MS = [200, 500, 1_200];

/** The renewals under way in this process, by credential: one expiry costs one token call. */
const renewals = new Map<string, Promise<Fault | undefined>>();

/**
 * Gets a token other than the expired one into the credential: the one that somebody else has
 * already stored, or a new one through n8n, which stores the rotated refresh token too.
 * Gives the fault when there is none to be had.
 */
export async function renewToken(
  context: UpworkContext,
  expiredToken: string | undefined,
  clock: Clock,
): Promise<Fault | undefined> {
  const id = credentialId(context);
  const underWay = renewals.get(id);
  if (underWay) return await underWay;

  const renewal = renew(context, expiredToken, clock).finally(() => renewals.delete(id));
  renewals.set(id, renewal);
  return await renewal;
}

async function renew(
  context: UpworkContext,
  expiredToken: string | undefined,
  clock: Clock,
): Promise<Fault | undefined> {
  const renewedElsewhere = async () =>
    (await readCredential(context)).oauthTokenData?.access_token !== expiredToken;

  if (await renewedElsewhere()) return undefined;
  const fault = await refresh(context);
  if (!fault) return undefined;

  // On n8n 1.x several processes refresh at once and only one of them wins.
  for (const wait of REREAD_WAITS_MS) {
    await clock.sleep(wait * (0.5 + clock.random()));
    if (await renewedElsewhere()) return undefined;
  }
  return fault;
}

async function refresh(context: UpworkContext): Promise<Fault | undefined> {
  try {
    await context.helpers.refreshOAuth2Token.call(context, CREDENTIAL_TYPE);
    return undefined;
  } catch (error) {
    return tokenFault(context, error);
  }
}
