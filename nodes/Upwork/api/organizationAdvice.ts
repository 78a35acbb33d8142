import type { UpworkClient } from './client';
import { query } from './graphql/document';

/** Upwork: there are those who hire, and those who work, alone or as an agency. */
export type OrganizationSide = 'client' | 'freelancer';

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
 * Names the organizations to choose from instead of the one in use. A freelancer's and a client's
 * organization can belong to the same user, and Upwork says little if the wrong one is in use.
 * Null if that one is on the side that is needed, so that it is not to blame.
 *
 * @param client acts for no particular organization, so that Upwork answers in any case
 * @param organizationId the one in use; null for the user's default
 */
export async function organizationAdvice(
  client: UpworkClient,
  organizationId: string | null,
  needed: OrganizationSide | undefined,
): Promise<string | null> {
  const { organization, companySelector } = await client.send(document, {});
  const idInUse = organizationId ?? organization?.id;
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
    `The organization in use is ${inUse?.text ?? `none of yours (ID ${idInUse ?? 'unknown'})`}.`,
    ...(needed === undefined ? [] : [`This needs one of a ${needed}.`]),
    `Choose one of these in 'Organization': ${choices.join(', ') || 'none'}.`,
  ].join(' ');
}

/** The side of an organization in the company selector. */
export function organizationSide(legacyType: string | null | undefined): OrganizationSide {
  return legacyType === 'Client' ? 'client' : 'freelancer';
}
