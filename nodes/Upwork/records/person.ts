/** A person, and the organization that they act for. */
export interface Person {
  userId: string | null;
  name: string | null;
  organizationId: string | null;
  organization: string | null;
}

interface Named {
  id: string;
  name?: string | null | undefined;
}

export const toPerson = (
  user: Named | null | undefined,
  organization: Named | null | undefined,
): Person => ({
  userId: user?.id ?? null,
  name: user?.name ?? null,
  organizationId: organization?.id ?? null,
  organization: organization?.name ?? null,
});
