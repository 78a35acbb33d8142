import { organizationSide, query } from '../api';
import type { OrganizationsQuery, PartialData, UpworkClient } from '../api';

const document = query(
  'Organizations',
  /* GraphQL */ `
    query Organizations {
      companySelector {
        items {
          organizationId
          title
          organizationType
          organizationLegacyType
        }
      }
    }
  `,
);

/** As Upwork returns it. */
export type OrganizationNode = PartialData<OrganizationsQuery>['companySelector']['items'][number];

/** An organization that the connected user can act for. */
export interface Organization {
  name: string | null;
  kind: OrganizationKind;
  id: string;
}

/** The organizations that the connected user can act for. Upwork returns all of them at once. */
export async function listOrganizations(client: UpworkClient): Promise<OrganizationNode[]> {
  const { companySelector } = await client.send(document, {});
  return companySelector.items;
}

export const toOrganization = (organization: OrganizationNode): Organization => ({
  name: organization.title ?? null,
  kind: selectorKind(organization),
  id: organization.organizationId,
});

/** Upwork: the company selector has no flags. A client can be a business, too. */
function selectorKind({
  organizationType,
  organizationLegacyType,
}: OrganizationNode): OrganizationKind {
  if (organizationSide(organizationLegacyType) === 'client') return 'Client';
  return organizationType === 'Business' ? 'Agency' : 'Freelancer';
}

/** What an organization does on Upwork. */
export type OrganizationKind = 'Agency' | 'Client' | 'Freelancer';

interface Flags {
  client?: boolean | null | undefined;
  agency?: boolean | null | undefined;
}

/** Upwork: every organization carries flags; a freelancer's own one is neither client nor agency. */
export function organizationKind(flag: Flags | null | undefined): OrganizationKind | null {
  if (!flag) return null;
  if (flag.agency) return 'Agency';
  return flag.client ? 'Client' : 'Freelancer';
}
