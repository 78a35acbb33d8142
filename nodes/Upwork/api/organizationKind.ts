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
export function organizationKind(item: SelectorItem): OrganizationKind {
  if (organizationSide(item.organizationLegacyType) === 'client') return 'Client';
  return item.organizationType === 'Business' ? 'Agency' : 'Freelancer';
}

export function organizationSide(legacyType: string | null | undefined): OrganizationSide {
  return legacyType === 'Client' ? 'client' : 'freelancer';
}
