/** What an organization does on Upwork. */
export type OrganizationKind = 'Agency' | 'Client' | 'Freelancer';

/** Upwork: some organizations hire, others work, as a freelancer or as an agency. */
export type OrganizationSide = 'client' | 'freelancer';

/** An organization in the company selector. */
interface SelectorItem {
  organizationLegacyType?: string | null | undefined;
  organizationType?: string | null | undefined;
}

/** Upwork: an organization that works and is a business is an agency. */
export function organizationKind({
  organizationLegacyType,
  organizationType,
}: SelectorItem): OrganizationKind | null {
  if (organizationSide(organizationLegacyType) === 'client') return 'Client';
  if (!organizationLegacyType || !organizationType) return null;
  return organizationType === 'Business' ? 'Agency' : 'Freelancer';
}

export function organizationSide(legacyType: string | null | undefined): OrganizationSide {
  return legacyType === 'Client' ? 'client' : 'freelancer';
}
