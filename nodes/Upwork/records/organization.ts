/** What an organization does on Upwork. */
export type OrganizationKind = 'agency' | 'client' | 'freelancer';

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

/** Upwork: there are those who hire, and those who work, alone or as an agency. */
export type OrganizationSide = 'client' | 'freelancer';

/** The side that an organization of the company selector is on. */
export function organizationSide(legacyType: string | null | undefined): OrganizationSide {
  return legacyType === 'Client' ? 'client' : 'freelancer';
}
