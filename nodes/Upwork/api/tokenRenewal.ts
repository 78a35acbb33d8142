import { causes } from './causes';
import type { Clock } from './clock';
import { CREDENTIAL_TYPE, credentialLabel, readCredential } from './credential';
import type { UpworkContext } from './credential';
import type { Fault } from './fault';

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
  const id = context.getNode().credentials?.[CREDENTIAL_TYPE]?.id ?? '';
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
    // The original error may quote the token endpoint's answer, so only its nature is kept.
    return isPassing(error)
      ? {
          kind: 'unavailable',
          message: 'Upwork could not renew the access token at the moment',
          description: 'The connection itself is not lost. Try again later.',
          passing: true,
          notExecuted: true,
        }
      : {
          kind: 'credential',
          message: `${credentialLabel(context)} needs to be reconnected`,
          description:
            "Upwork does not renew its access token any more: the connection was idle for two weeks, the API key or its permissions were changed, or the client ID or secret is wrong. Open the credential, check both, and click 'Reconnect'.",
          passing: false,
          notExecuted: true,
        };
  }
}

/** Only an answer of the token endpoint that says no (4xx other than 408 and 429) is final. */
function isPassing(error: unknown): boolean {
  for (const cause of causes(error)) {
    // n8n 2.x: its own words for `invalid_grant`. Both: the code of every other OAuth2 error.
    if (String('message' in cause && cause.message).includes('needs to be reconnected'))
      return false;
    if ('code' in cause && cause.code === 'EAUTH') return false;
    const status = 'status' in cause ? Number(cause.status) : NaN;
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) return false;
  }
  return true;
}
