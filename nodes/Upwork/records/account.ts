import type { AccountGetQuery, PartialData } from '../api';
import { organizationKind } from './organization';
import type { OrganizationKind } from './organization';

/** The connected user, and the organization that is used. */
export interface Account {
  name: string | null;
  email: string | null;
  organizationName: string | null;
  organizationKind: OrganizationKind | null;
  /** Whether the node or the credential names it, or it is the one that the user selected at the last login. */
  organizationChosenBy: 'Last Login' | 'Node or Credential';
  userId: string | null;
  organizationId: string | null;
  profileKey: string | null;
}

/** The mapper for the account. @param organizationId the organization that was asked for, if any */
export const toAccount =
  (organizationId: string | null) =>
  ({ user, organization }: PartialData<AccountGetQuery>): Account => ({
    name: user?.name ?? null,
    email: user?.email ?? null,
    organizationName: organization?.name ?? null,
    organizationKind: organizationKind(organization?.flag),
    organizationChosenBy: organizationId ? 'Node or Credential' : 'Last Login',
    userId: user?.id ?? null,
    organizationId: organization?.id ?? null,
    profileKey: user?.ciphertext ?? null,
  });
