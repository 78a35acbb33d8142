import type { IDisplayOptions, INodeProperties, NodeOperationError } from 'n8n-workflow';

import { UpworkApiError } from '../api';
import type { ApiFailure, UpworkClient } from '../api';
import { attempt } from '../attempt';
import { findRoomId } from '../records/room.lookup';
import type { RoomLookup } from '../records/room.lookup';
import { locatorField } from './builders';
import type { Choice } from './builders';
import { proposalLocatorField, readProposalId } from './locators/proposal';
import { readRoomId, roomLocatorField } from './locators/room';
import { ORGANIZATION_PATHS } from './organization';
import type { Parameters } from './parameters';
import { personField, readPerson } from './person';

type RoomBy = RoomLookup['by'] | 'room';

const FIND_BY: Choice<RoomBy>[] = [
  { name: 'Contract', value: 'contract', description: 'The room of a contract' },
  { name: 'Offer', value: 'offer', description: 'The room of an offer' },
  { name: 'Person', value: 'person', description: 'Your one-on-one room with a person' },
  { name: 'Proposal', value: 'proposal', description: 'The interview room of a proposal' },
  { name: 'Room', value: 'room', description: 'The room itself, from a list or by its ID' },
];

const shownFor = (by: RoomBy): IDisplayOptions => ({ show: { roomBy: [by] } });

/**
 * Choosing what a room is about. The list is made from the rooms. Upwork: lists of contracts and
 * offers need permissions of their own.
 */
const aboutField = (displayName: string, name: string, searchListMethod: string): INodeProperties =>
  locatorField(
    {
      displayName,
      name,
      required: true,
      description: `The ${displayName.toLowerCase()} that the room is about. The list shows those of your rooms.`,
    },
    {
      searchListMethod,
      dependsOn: ORGANIZATION_PATHS,
      id: { placeholder: 'e.g. 1234567890123456789' },
    },
  );

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
  personField(shownFor('person')),
  {
    ...aboutField('Contract', 'contractId', 'searchContracts'),
    displayOptions: shownFor('contract'),
  },
  { ...aboutField('Offer', 'offerId', 'searchOffers'), displayOptions: shownFor('offer') },
  {
    ...proposalLocatorField,
    description:
      "The freelancer's proposal. The list shows your own; for one that you received, enter its ID. Its room exists once the client has written.",
    displayOptions: shownFor('proposal'),
  },
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
  switch (by) {
    case 'person':
      return { by, ...readPerson(parameters) };
    case 'proposal':
      return { by, id: readProposalId(parameters) };
    default:
      return { by, id: parameters.id(NOT_FOUND[by].parameter) };
  }
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
    parameter: 'personId',
    problem: 'is a person with whom you have no one-on-one room',
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
