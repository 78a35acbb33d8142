import { credentialId, readCredential } from '../connection/credential';
import type { UpworkContext } from '../connection/credential';

interface Memory {
  /** The key's permissions can't change while this token lives: Upwork ends it when they do. */
  token: string | undefined;
  fields: ReadonlySet<string>;
}

/** What Upwork blocked, as `Type.field`, by credential: so that it is asked for once and not each time. */
const memories = new Map<string, Memory>();

export async function knownBlockedFields(context: UpworkContext): Promise<ReadonlySet<string>> {
  const memory = memories.get(credentialId(context));
  return memory && memory.token === (await currentToken(context)) ? memory.fields : new Set();
}

export async function rememberBlockedFields(
  context: UpworkContext,
  fields: readonly string[],
): Promise<void> {
  const known = await knownBlockedFields(context);
  memories.set(credentialId(context), {
    token: await currentToken(context),
    fields: new Set([...known, ...fields]),
  });
}

async function currentToken(context: UpworkContext): Promise<string | undefined> {
  return (await readCredential(context)).oauthTokenData?.access_token;
}
