/** Upwork: a person is a user together with the organization that they act for. */
export interface PersonId {
  userId: string;
  organizationId: string;
}

/** Both IDs in one value, as the fields for a person take it. */
export const personValue = ({ userId, organizationId }: PersonId): string =>
  `${userId}/${organizationId}`;
