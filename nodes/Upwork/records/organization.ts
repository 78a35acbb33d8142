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
  id: string;
  name: string | null;
  isCompany: boolean;
  hires: boolean;
}

/** The organizations that the connected user can act for. Upwork returns all of them at once. */
export async function listOrganizations(client: UpworkClient): Promise<OrganizationNode[]> {
  const { companySelector } = await client.send(document, {});
  return companySelector.items;
}

export const toOrganization = (organization: OrganizationNode): Organization => ({
  id: organization.organizationId,
  name: organization.title ?? null,
  isCompany: organization.organizationType === 'Business',
  hires: organizationSide(organization.organizationLegacyType) === 'client',
});

/** What an organization does on Upwork. */
export type OrganizationKind = 'agency' | 'client' | 'freelancer';

/** The kind of a listed organization; null if Upwork returns too little to tell. */
export function listedKind({
  organizationType,
  organizationLegacyType,
}: OrganizationNode): OrganizationKind | null {
  if (organizationLegacyType === 'Client') return 'client';
  if (!organizationLegacyType || !organizationType) return null;
  return organizationType === 'Business' ? 'agency' : 'freelancer';
}

interface Flags {
  client?: boolean | null | undefined;
  agency?: boolean | null | undefined;
}

/** Upwork: every organization carries flags; a freelancer's own one is neither client nor agency. */
export function organizationKind(flag: Flags | null | undefined): OrganizationKind | null {
  if (!flag) return null;
  if (flag.agency) return 'agency';
  return flag.client ? 'client' : 'freelancer';
}
