import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { idField } from './ids';
import type { Parameters } from './parameters';
import { roomLocatorField } from './locators/room';
import { personFields } from './person';

const WAYS = ['contract', 'offer', 'person', 'proposal', 'room'] as const;

/** How a room is named: itself, or by what it is about. */
export type RoomBy = (typeof WAYS)[number];

/** What a room can be about, so that Upwork has to be asked for it. */
export type RoomSubject = Exclude<RoomBy, 'room'>;

const shownFor = (way: RoomBy): IDisplayOptions => ({ show: { roomBy: [way] } });

/** Choosing a room by itself, or by what it is about. */
export const roomTargetFields: INodeProperties[] = [
  {
    displayName: 'Find Room By',
    name: 'roomBy',
    type: 'options',
    options: [
      { name: 'Contract', value: 'contract', description: 'The room of a contract' },
      { name: 'Offer', value: 'offer', description: 'The room of an offer' },
      { name: 'Person', value: 'person', description: 'Your one-on-one room with somebody' },
      { name: 'Proposal', value: 'proposal', description: 'The interview room of a proposal' },
      { name: 'Room', value: 'room', description: 'The room itself, from a list or by its ID' },
    ],
    default: 'room',
    description: 'What you know of the room (conversation)',
  },
  { ...roomLocatorField, displayOptions: shownFor('room') },
  ...personFields(shownFor('person')),
  idField({
    displayName: 'Contract ID',
    name: 'contractId',
    description: 'The ID of the contract that the room is about',
    displayOptions: shownFor('contract'),
  }),
  idField({
    displayName: 'Offer ID',
    name: 'offerId',
    description: 'The ID of the offer that the room is about',
    displayOptions: shownFor('offer'),
  }),
  idField({
    displayName: 'Proposal ID',
    name: 'proposalId',
    description:
      "The ID of the freelancer's proposal. Its room exists once the client has written: a freelancer can't open it.",
    displayOptions: shownFor('proposal'),
  }),
];

export const readRoomBy = (parameters: Parameters): RoomBy =>
  parameters.option('roomBy', WAYS) ?? 'room';
