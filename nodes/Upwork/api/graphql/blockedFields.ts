import { credentialId, readCredential } from '../auth/credential';
import type { UpworkContext } from '../context';
import { credentialState } from '../state';

/**
 * What Upwork has blocked, as `Type.field`. The key's permissions can't change while its token lives:
 * Upwork ends the token when they do.
 */
export async function knownBlockedFields(context: UpworkContext): Promise<ReadonlySet<string>> {
  const { blockedFields } = credentialState(credentialId(context));
  const isCurrent = blockedFields && blockedFields.token === (await currentToken(context));
  return isCurrent ? blockedFields.fields : new Set();
}

export async function rememberBlockedFields(
  context: UpworkContext,
  fields: readonly string[],
): Promise<void> {
  const known = await knownBlockedFields(context);
  credentialState(credentialId(context)).blockedFields = {
    token: await currentToken(context),
    fields: new Set([...known, ...fields]),
  };
}

async function currentToken(context: UpworkContext): Promise<string | undefined> {
  return (await readCredential(context)).oauthTokenData?.access_token;
}
