import { mutation, query } from '../api';
import type { UpworkClient } from '../api';
import type { PersonId } from './person';
import { ROOM_SUMMARY_FIELDS } from './room';

const byPerson = query(
  'RoomOfPerson',
  /* GraphQL */ `
    query RoomOfPerson($userId: ID!, $organizationId: ID!) {
      room: oneOnOneRoom(userId: $userId, organizationId: $organizationId) {
        id
      }
    }
  `,
  {
    batch: true,
    example: (first) => ({
      userId: first('GenericUser.id'),
      organizationId: first('GenericOrganization.id'),
    }),
  },
);

const byContract = query(
  'RoomOfContract',
  /* GraphQL */ `
    query RoomOfContract($id: ID!) {
      room: contractRoom(contractId: $id) {
        id
      }
    }
  `,
  {
    batch: true,
    example: (first) => ({ id: first('Room.contractId') }),
  },
);

const byOffer = query(
  'RoomOfOffer',
  /* GraphQL */ `
    query RoomOfOffer($id: ID!) {
      room: offerRoom(offerId: $id) {
        id
      }
    }
  `,
  {
    batch: true,
    example: (first) => ({ id: first('Room.offerIds') }),
  },
);

const byProposal = query(
  'RoomOfProposal',
  /* GraphQL */ `
    query RoomOfProposal($id: ID!) {
      room: proposalRoom(vendorProposalId: $id) {
        id
      }
    }
  `,
  {
    batch: true,
    example: (first) => ({ id: first('VendorProposal.id') }),
  },
);

const openDocument = mutation(
  'RoomOpen',
  /* GraphQL */ `
    mutation RoomOpen($userId: ID!, $organizationId: ID!) {
      roomCreate1on1IfNotExists(userId: $userId, orgId: $organizationId) {
        ...RoomSummaryFields
      }
    }
    ${ROOM_SUMMARY_FIELDS}
  `,
);

/** What a room can be found by. */
export type RoomLookup =
  | ({ by: 'person' } & PersonId)
  | { by: 'contract' | 'offer' | 'proposal'; id: string };

/**
 * The ID of a room; null if there is none. Upwork: for a proposal without a room, the query fails
 * instead.
 */
export async function findRoomId(client: UpworkClient, lookup: RoomLookup): Promise<string | null> {
  const { room } = await readRoom(client, lookup);
  return room?.id ?? null;
}

async function readRoom(client: UpworkClient, lookup: RoomLookup) {
  switch (lookup.by) {
    case 'person': {
      const { userId, organizationId } = lookup;
      return await client.send(byPerson, { userId, organizationId });
    }
    case 'contract':
      return await client.send(byContract, { id: lookup.id });
    case 'offer':
      return await client.send(byOffer, { id: lookup.id });
    case 'proposal':
      return await client.send(byProposal, { id: lookup.id });
  }
}

/** The one-on-one room with a person, which Upwork creates if there is none. */
export async function openRoom(client: UpworkClient, person: PersonId) {
  return (await client.send(openDocument, { ...person })).roomCreate1on1IfNotExists;
}
