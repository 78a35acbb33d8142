/** As much of somebody as every place has. */
interface Named {
  id: string;
  name?: string | null | undefined;
}

/** Who somebody is, and for whom they speak. */
export function toPerson(user: Named | null | undefined, organization: Named | null | undefined) {
  return {
    userId: user?.id ?? null,
    name: user?.name ?? null,
    organizationId: organization?.id ?? null,
    organization: organization?.name ?? null,
  };
}
