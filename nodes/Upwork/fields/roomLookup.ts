import type { NodeOperationError } from 'n8n-workflow';

import { UpworkApiError, query } from '../api';
import type { ApiFailure, PreparedRead, UpworkClient } from '../api';
import { readId } from './ids';
import type { ItemRun } from '../actions/operation';
import type { Parameters } from './parameters';
import { askTogether } from '../actions/readTogether';
import { settle, valueOf, valuesOf } from '../actions/settle';
import { readRoomId } from './locators/room';
import { roomNotFound } from './roomNotFound';
import { readPerson } from './person';
import { readRoomBy } from './roomTarget';
import type { RoomSubject } from './roomTarget';

const ofPerson = query(
  'RoomOfPerson',
  /* GraphQL */ `
    query RoomOfPerson($userId: ID!, $organizationId: ID!) {
      room: oneOnOneRoom(userId: $userId, organizationId: $organizationId) {
        id
      }
    }
  `,
);

const ofContract = query(
  'RoomOfContract',
  /* GraphQL */ `
    query RoomOfContract($id: ID!) {
      room: contractRoom(contractId: $id) {
        id
      }
    }
  `,
);

const ofOffer = query(
  'RoomOfOffer',
  /* GraphQL */ `
    query RoomOfOffer($id: ID!) {
      room: offerRoom(offerId: $id) {
        id
      }
    }
  `,
);

const ofProposal = query(
  'RoomOfProposal',
  /* GraphQL */ `
    query RoomOfProposal($id: ID!) {
      room: proposalRoom(vendorProposalId: $id) {
        id
      }
    }
  `,
);

/** A room that Upwork has to be asked for. */
interface RoomLookup {
  parameters: Parameters;
  by: RoomSubject;
  read: PreparedRead<{ room?: { id: string } | null }>;
}

/** The id of a room, or the error for who can't do without one. */
export type FoundRoom = string | NodeOperationError;

/** The rooms that the items name, each by its own way. */
export async function findRooms(
  runs: readonly ItemRun[],
): Promise<PromiseSettledResult<FoundRoom>[]> {
  const named = await settle(runs, ({ client, parameters }): string | RoomLookup => {
    const by = readRoomBy(parameters);
    if (by === 'room') return readRoomId(parameters);
    return { parameters, by, read: lookUp(client, parameters, by) };
  });
  const sought = valuesOf(named).filter((one) => typeof one !== 'string');
  const found = await askTogether(
    sought,
    ({ read }) => read,
    ({ room }) => room?.id ?? null,
  );
  return await settle(named, (one) => {
    const room = valueOf(one);
    return typeof room === 'string' ? room : foundRoom(found[sought.indexOf(room)], room);
  });
}

/** The room that one item names. */
export async function findRoom(run: ItemRun): Promise<FoundRoom> {
  const [found] = await findRooms([run]);
  return valueOf(found);
}

/** The id of a room that has to be there. */
export function requireRoomId(found: FoundRoom): string {
  if (typeof found === 'string') return found;
  throw found;
}

function lookUp(client: UpworkClient, parameters: Parameters, by: RoomSubject): RoomLookup['read'] {
  switch (by) {
    case 'person':
      return client.prepare(ofPerson, { ...readPerson(parameters) });
    case 'contract':
      return client.prepare(ofContract, { id: readId(parameters, 'contractId') });
    case 'offer':
      return client.prepare(ofOffer, { id: readId(parameters, 'offerId') });
    case 'proposal':
      return client.prepare(ofProposal, { id: readId(parameters, 'proposalId') });
  }
}

/** Upwork: a proposal without a room is refused, where others are just not found. */
function foundRoom(
  result: PromiseSettledResult<string | null> | undefined,
  { parameters, by }: RoomLookup,
): FoundRoom {
  const reason: unknown = result?.status === 'rejected' ? result.reason : null;
  if (by === 'proposal' && reason instanceof UpworkApiError && isRefusal(reason.fault)) {
    return roomNotFound(parameters, by, `${reason.fault.message}. ${reason.fault.description}`);
  }
  return valueOf(result) ?? roomNotFound(parameters, by);
}

/** Whether Upwork looked for the room and said no, rather than that the key lacks a permission. */
function isRefusal({ kind, blockedFields }: ApiFailure): boolean {
  return !blockedFields && (kind === 'permission' || kind === 'rejected');
}
