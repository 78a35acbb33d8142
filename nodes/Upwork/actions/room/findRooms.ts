import type { NodeOperationError } from 'n8n-workflow';

import type { PreparedRead, UpworkClient } from '../../api/client';
import { query } from '../../api/document';
import { UpworkApiError } from '../../api/errors';
import { readId } from '../ids';
import type { ItemRun } from '../operation';
import type { Parameters } from '../parameters';
import { askTogether } from '../readTogether';
import { settle, valueOf, valuesOf } from '../settle';
import { readRoomId } from './locator';
import { readPerson } from './person';
import { readRoomBy } from './target';
import type { RoomBy } from './target';

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

type By = Exclude<RoomBy, 'room'>;

/** A room that Upwork has to be asked for. */
interface Sought {
  parameters: Parameters;
  by: By;
  read: PreparedRead<{ room?: { id: string } | null }>;
}

/** The ids of the rooms that the items name, each by its own way; null where there is no such room. */
export async function findRooms(
  runs: readonly ItemRun[],
): Promise<PromiseSettledResult<string | null>[]> {
  const named = await settle(runs, ({ client, parameters }): string | Sought => {
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
    return typeof room === 'string' ? room : idFrom(found[sought.indexOf(room)], room);
  });
}

/** The id of the room that an item names; throws where there is none. */
export async function findRoom(run: ItemRun): Promise<string> {
  const [found] = await findRooms([run]);
  return existing(valueOf(found), run.parameters);
}

/** The id of a room that was found; throws where there is none. */
export function existing(id: string | null, parameters: Parameters): string {
  const by = readRoomBy(parameters);
  if (id !== null) return id;
  throw by === 'room' ? parameters.invalid('roomId', 'is empty') : noRoom(parameters, by);
}

function lookUp(client: UpworkClient, parameters: Parameters, by: By): Sought['read'] {
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
function idFrom(
  result: PromiseSettledResult<string | null> | undefined,
  { parameters, by }: Sought,
): string | null {
  const reason: unknown = result?.status === 'rejected' ? result.reason : null;
  const isRefused =
    reason instanceof UpworkApiError &&
    !reason.fault.blockedFields &&
    (reason.fault.kind === 'permission' || reason.fault.kind === 'rejected');
  if (by !== 'proposal' || !isRefused) return valueOf(result);
  throw noRoom(parameters, by, `${reason.fault.message}. ${reason.fault.description}`);
}

const WITHOUT_ROOM: Record<By, { parameter: string; problem: string; whatToDo: string }> = {
  person: {
    parameter: 'userId',
    problem: 'names somebody with whom you have no one-on-one room',
    whatToDo: 'Check both IDs. Room: Create opens the room, and so does Message: Send.',
  },
  contract: {
    parameter: 'contractId',
    problem: 'names a contract that has no room',
    whatToDo:
      'Check the ID and the organization that the node acts for. It can be found by room or by person too.',
  },
  offer: {
    parameter: 'offerId',
    problem: 'names an offer that has no room',
    whatToDo:
      'Check the ID and the organization that the node acts for. It can be found by room or by person too.',
  },
  proposal: {
    parameter: 'proposalId',
    problem: 'names a proposal that has no room, or none that you may see',
    whatToDo:
      "A freelancer can't open the room of a proposal: the client has to write first. Check the ID and the organization that the node acts for too.",
  },
};

function noRoom(parameters: Parameters, by: By, upworkSays = ''): NodeOperationError {
  const { parameter, problem, whatToDo } = WITHOUT_ROOM[by];
  return parameters.invalid(parameter, problem, `${whatToDo} ${upworkSays}`.trim());
}
