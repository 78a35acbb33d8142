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
