import { mutation } from '../api';
import type { UpworkClient } from '../api';
import type { Person } from '../fields/person';

const document = mutation(
  'RoomOpen',
  /* GraphQL */ `
    mutation RoomOpen($userId: ID!, $organizationId: ID!) {
      roomCreate1on1IfNotExists(userId: $userId, orgId: $organizationId) {
        id
        roomName
        topic
        roomType
        readOnly
      }
    }
  `,
);

/** The one-on-one room with somebody, which Upwork creates if there is none. */
export async function openRoom(client: UpworkClient, person: Person) {
  return (await client.send(document, { ...person })).roomCreate1on1IfNotExists;
}
