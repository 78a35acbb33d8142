import type { IDisplayOptions, INodeProperties, NodeOperationError } from 'n8n-workflow';

import { UpworkApiError } from '../api';
import type { ApiFailure, UpworkClient } from '../api';
import { attempt } from '../attempt';
import { findRoomId } from '../records/room.lookup';
import type { RoomLookup } from '../records/room.lookup';
import { requiredIdField } from './builders';
import type { Choice } from './builders';
import { readRoomId, roomLocatorField } from './locators/room';
import type { Parameters } from './parameters';
import { personFields, readPerson } from './person';

type RoomBy = RoomLookup['by'] | 'room';

const FIND_BY: Choice<RoomBy>[] = [
  { name: 'Contract', value: 'contract', description: 'The room of a contract' },
  { name: 'Offer', value: 'offer', description: 'The room of an offer' },
  { name: 'Person', value: 'person', description: 'Your one-on-one room with a person' },
  { name: 'Proposal', value: 'proposal', description: 'The interview room of a proposal' },
  { name: 'Room', value: 'room', description: 'The room itself, from a list or by its ID' },
];

const shownFor = (by: RoomBy): IDisplayOptions => ({ show: { roomBy: [by] } });

/** Choosing a room directly, or by what it is about. */
export const roomTargetFields: INodeProperties[] = [
  {
    displayName: 'Find Room By',
    name: 'roomBy',
    type: 'options',
    options: FIND_BY,
    default: 'room',
    description: 'How to find the room (conversation)',
  },
  { ...roomLocatorField, displayOptions: shownFor('room') },
  ...personFields(shownFor('person')),
  requiredIdField({
    displayName: 'Contract ID',
    name: 'contractId',
    description: 'ID of the contract that the room is about',
    displayOptions: shownFor('contract'),
  }),
  requiredIdField({
    displayName: 'Offer ID',
    name: 'offerId',
    description: 'ID of the offer that the room is about',
    displayOptions: shownFor('offer'),
  }),
  requiredIdField({
    displayName: 'Proposal ID',
    name: 'proposalId',
    description:
      "ID of the freelancer's proposal. Its room exists once the client has written: a freelancer can't open it.",
    displayOptions: shownFor('proposal'),
  }),
];

export const readRoomBy = (parameters: Parameters): RoomBy =>
  parameters.choice('roomBy', FIND_BY) ?? 'room';

/**
 * The ID of the room that the fields above refer to. Throws if it has to be looked up and doesn't
 * exist.
 */
export async function requireRoomId(client: UpworkClient, parameters: Parameters): Promise<string> {
  const by = readRoomBy(parameters);
  if (by === 'room') return readRoomId(parameters);
  const lookup = readLookup(parameters, by);
  const result = await attempt(findRoomId(client, lookup));
  if (result.status === 'fulfilled') {
    if (result.value !== null) return result.value;
    throw roomNotFound(parameters, by);
  }
  const error: unknown = result.reason;
  if (by === 'proposal' && error instanceof UpworkApiError && isRefusal(error.apiFailure)) {
    throw roomNotFound(parameters, by);
  }
  throw error;
}

function readLookup(parameters: Parameters, by: RoomLookup['by']): RoomLookup {
  return by === 'person'
    ? { by, ...readPerson(parameters) }
    : { by, id: parameters.id(NOT_FOUND[by].parameter) };
}

/**
 * Upwork: for a proposal without a room it returns an error; in the other cases, nothing is found.
 */
const isRefusal = ({ kind }: ApiFailure): boolean =>
  kind === 'organizationNotAllowed' || kind === 'notFound' || kind === 'graphqlError';

interface NotFoundMessage {
  parameter: string;
  problem: string;
  advice: string;
}

const CHECK = 'Check the ID and the organization that the node acts for.';

const NOT_FOUND: Record<RoomLookup['by'], NotFoundMessage> = {
  contract: {
    parameter: 'contractId',
    problem: 'is the ID of a contract that has no room',
    advice: `${CHECK} You can also find the room by person.`,
  },
  offer: {
    parameter: 'offerId',
    problem: 'is the ID of an offer that has no room',
    advice: `${CHECK} You can also find the room by person.`,
  },
  person: {
    parameter: 'userId',
    problem: 'is the ID of a person with whom you have no one-on-one room',
    advice: 'Check both IDs. Room: Create opens the room, and so does Message: Send.',
  },
  proposal: {
    parameter: 'proposalId',
    problem: 'is the ID of a proposal that has no room, or none that you can see',
    advice: `A freelancer can't open the room of a proposal: the client has to write first. ${CHECK}`,
  },
};

function roomNotFound(parameters: Parameters, by: RoomLookup['by']): NodeOperationError {
  const { parameter, problem, advice } = NOT_FOUND[by];
  return parameters.invalid(parameter, problem, advice);
}
