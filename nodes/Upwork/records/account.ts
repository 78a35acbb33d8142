import type { AccountGetQuery, PartialData } from '../api';
import { organizationKind } from './organization';
import type { OrganizationKind } from './organization';

/** The connected user, and the organization that is used. */
export interface Account {
  userId: string | null;
  name: string | null;
  email: string | null;
  profileKey: string | null;
  organizationId: string | null;
  organizationName: string | null;
  organizationKind: OrganizationKind | null;
  /** Whether it was asked for, or is the one that the user selected at the last login. */
  organizationChosenBy: 'organizationId' | 'lastLogin';
}

/** @param organizationId the organization that was asked for, if any */
export function toAccount(
  { user, organization }: PartialData<AccountGetQuery>,
  organizationId: string | null,
): Account {
  return {
    userId: user?.id ?? null,
    name: user?.name ?? null,
    email: user?.email ?? null,
    profileKey: user?.ciphertext ?? null,
    organizationId: organization?.id ?? null,
    organizationName: organization?.name ?? null,
    organizationKind: organizationKind(organization?.flag),
    organizationChosenBy: organizationId ? 'organizationId' : 'lastLogin',
  };
}
