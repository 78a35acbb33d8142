/** What an organization does on Upwork. */
export type OrganizationKind = 'Agency' | 'Client' | 'Freelancer';

/** Upwork: some organizations hire, others work, as a freelancer or as an agency. */
export type OrganizationSide = 'client' | 'freelancer';

/** An organization in the company selector. */
interface SelectorItem {
  organizationLegacyType?: string | null | undefined;
  organizationType?: string | null | undefined;
}

/** Upwork: an agency is a business, a freelancer on their own a sole proprietor. */
export function organizationKind(item: SelectorItem): OrganizationKind {
  if (organizationSide(item.organizationLegacyType) === 'client') return 'Client';
  return item.organizationType === 'Business' ? 'Agency' : 'Freelancer';
}

export function organizationSide(legacyType: string | null | undefined): OrganizationSide {
  return legacyType === 'Client' ? 'client' : 'freelancer';
}
