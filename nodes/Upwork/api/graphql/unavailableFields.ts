import { credentialId, readCredential } from '../auth/credential';
import type { UpworkContext } from '../context';
import type { ApiFailure } from '../errors/failure';
import { credentialState } from '../state';
import type { UnavailableFields } from '../state';

const NONE: UnavailableFields = {
  blocked: new Set(),
  undefined: new Set(),
  undefinedInputs: new Set(),
};

/**
 * The fields that Upwork has not returned since the current token was issued. The key's permissions
 * can't change during the life of its token, because Upwork revokes the token when they do; and a
 * field that is back in Upwork's API is noticed after a day.
 */
export async function knownUnavailableFields(context: UpworkContext): Promise<UnavailableFields> {
  const { unavailable } = credentialState(credentialId(context));
  const isCurrent = unavailable && unavailable.token === (await currentToken(context));
  return isCurrent ? unavailable.fields : NONE;
}

/** Adds the fields that a failure names. */
export async function rememberUnavailableFields(
  context: UpworkContext,
  { blockedFields = [], undefinedFields = [], undefinedInputs = [] }: ApiFailure,
): Promise<void> {
  const known = await knownUnavailableFields(context);
  credentialState(credentialId(context)).unavailable = {
    token: await currentToken(context),
    fields: {
      blocked: new Set([...known.blocked, ...blockedFields]),
      undefined: new Set([...known.undefined, ...undefinedFields]),
      undefinedInputs: new Set([...known.undefinedInputs, ...undefinedInputs]),
    },
  };
}

async function currentToken(context: UpworkContext): Promise<string | undefined> {
  return (await readCredential(context)).oauthTokenData?.access_token;
}
