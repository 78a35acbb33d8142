/** What an organization does on Upwork. */
export type OrganizationKind = 'agency' | 'client' | 'freelancer';

/** Upwork: every organization carries flags; a freelancer's own one is neither client nor agency. */
export function organizationKind(
  flag: { client?: boolean | null; agency?: boolean | null } | null | undefined,
): OrganizationKind {
  if (flag?.agency) return 'agency';
  return flag?.client ? 'client' : 'freelancer';
}
