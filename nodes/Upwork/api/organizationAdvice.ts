import { attempt } from '../attempt';
import { readConnection } from './auth/connection';
import { upworkClient } from './client';
import { systemClock } from './clock';
import type { UpworkContext } from './context';
import { UpworkApiError } from './errors/UpworkApiError';
import { query } from './graphql/document';
import { executionState } from './state';
import { warn } from './warnings';

/** Upwork: some organizations hire, others work, as a freelancer or as an agency. */
export type OrganizationSide = 'client' | 'freelancer';

export interface AdviceOptions {
  context: UpworkContext;
  /** The organization to act for; by default the credential's. */
  organizationId: string | undefined;
  /** Whose organization it has to be; undefined if any will do. */
  side: OrganizationSide | undefined;
}

const document = query(
  'OrganizationChoice',
  /* GraphQL */ `
    query OrganizationChoice {
      organization {
        id
      }
      companySelector {
        items {
          organizationId
          title
          organizationLegacyType
        }
      }
    }
  `,
);

/**
 * Adds the organizations to choose from to an error about the organization. A freelancer's and a
 * client's organization can belong to the same user, and Upwork says little if the wrong one is used.
 */
export async function withOrganizationAdvice<T>(
  options: AdviceOptions,
  work: Promise<T>,
): Promise<T> {
  const result = await attempt(work);
  if (result.status === 'fulfilled') return result.value;
  const error: unknown = result.reason;
  if (!(error instanceof UpworkApiError)) throw error;
  const { kind, message } = error.apiFailure;
  if (kind !== 'organizationNotAllowed') throw error;
  const advice = await readAdvice(options);
  if (advice === null) throw error;
  // With "Continue on Fail", and in a list of the editor, n8n shows only the message.
  throw error.with({ message: `${message} ${advice}` });
}

/** Warns, after an empty result, if the organization in use is on the wrong side for it. */
export async function warnOfOrganization(options: AdviceOptions): Promise<void> {
  const advice = options.side && (await readAdvice(options));
  if (advice) warn(options.context, `Nothing was found. ${advice}`);
}

/**
 * The advice, read once per execution and organization; null if the organization in use is on the
 * right side and so not the cause.
 */
async function readAdvice(options: AdviceOptions): Promise<string | null> {
  const known = executionState(options.context).advice;
  const key = options.organizationId ?? '';
  // A failure here must not hide the original error.
  const advice = known.get(key) ?? composeAdvice(options).catch(() => null);
  known.set(key, advice);
  return await advice;
}

async function composeAdvice({
  context,
  organizationId,
  side: needed,
}: AdviceOptions): Promise<string | null> {
  const connection = await readConnection(context, organizationId, systemClock);
  // Without an organization, this query always works.
  const client = upworkClient(context, { organizationId: '' });
  const { organization, companySelector } = await client.send(document, {});
  const idInUse = connection.organizationId ?? organization?.id;
  const all = companySelector.items.map(({ organizationId: id, title, organizationLegacyType }) => {
    const side = organizationSide(organizationLegacyType);
    return { id, side, text: `${title ?? 'without a name'} (${side}, ID ${id})` };
  });
  const inUse = all.find(({ id }) => id === idInUse);
  if (needed !== undefined && inUse?.side === needed) return null;
  const choices = all
    .filter(({ id, side }) => id !== idInUse && (needed === undefined || side === needed))
    .map(({ text }) => text);
  return [
    `The organization in use is ${inUse?.text ?? `not one of yours (ID ${idInUse ?? 'unknown'})`}.`,
    ...(needed === undefined ? [] : [`This needs a ${needed}'s organization.`]),
    `Choose one of these in 'Organization': ${choices.join(', ') || 'none'}.`,
  ].join(' ');
}

/** The side of an organization in the company selector. */
export function organizationSide(legacyType: string | null | undefined): OrganizationSide {
  return legacyType === 'Client' ? 'client' : 'freelancer';
}
