import { action, checkCount, ControlError } from '../../action.mts';
import { isBoolean, isListOf, isNothing, isNumber, isRecord, isString } from '../../guards.mts';
import type { World } from '../../world/index.mts';
import { ownInterview } from '../../world/messaging/interviews.mts';
import type { Room } from '../../world/messaging/room.mts';
import { messagingTime } from '../dates.mts';
import { LONGEST_MESSAGE } from './storyMutations.mts';

/**
 * Where another person sends a message: to a room, or to an own proposal, whose status becomes
 * active if it was only submitted.
 */
export interface AddMessages {
  roomId?: string;
  proposalId?: string;
  /** Default: some text. */
  message?: string;
  /** Default: 1. */
  count?: number;
  /**
   * Default: 0. How long ago the message was sent. It appears only now, and is unread in any case.
   */
  sentSecondsAgo?: number;
  /** The names of attached files. */
  attachments?: string[];
  /** Default: false. A message of Upwork's own without a sender: "… joined". */
  system?: boolean;
}

export interface Message {
  roomId: string;
  storyId: string;
  message: string;
  createdDateTime: string;
}

/** The control actions for rooms and messages. */
export interface MessagingControl {
  /** Another person sends messages to the connected user, who has not read them. */
  addMessages(input: AddMessages): Message[];
  /** All messages that were sent through the API, oldest first, as they were then. */
  sentMessages(): Message[];
}

const isAddMessages = isRecord<object, Required<AddMessages>>(
  {},
  {
    roomId: isString,
    proposalId: isString,
    message: isString,
    count: isNumber,
    sentSecondsAgo: isNumber,
    attachments: isListOf(isString),
    system: isBoolean,
  },
);

const UNANSWERED = ['Accepted', 'Pending'];

export function messagingControl({ rooms, jobs, ownProposals }: World) {
  function roomOfProposal(id: string): Room {
    const room = rooms.ofProposal(id);
    if (room) return room;
    const proposal = ownProposals.byId(id);
    const job = proposal && jobs.byIdInAnyState(proposal.jobId);
    if (!job) throw new ControlError(`addMessages: the freelancer has no proposal "${id}"`);
    const opened = rooms.open({ ...ownInterview(proposal, job), since: rooms.now() });
    if (UNANSWERED.includes(proposal.status)) ownProposals.change(proposal, 'Activated');
    return opened;
  }

  function roomOf({ roomId, proposalId }: AddMessages): Room {
    if (roomId !== undefined && proposalId === undefined) {
      const room = rooms.byId(roomId);
      if (!room) throw new ControlError(`addMessages: there is no room "${roomId}"`);
      return room;
    }
    if (proposalId !== undefined && roomId === undefined) return roomOfProposal(proposalId);
    throw new ControlError('addMessages: set either roomId or proposalId');
  }

  function addMessages(input: AddMessages): Message[] {
    const { message = 'Hello, do you have a minute?', count = 1, attachments = [] } = input;
    checkCount('addMessages', count);
    if (message.length > LONGEST_MESSAGE) {
      throw new ControlError(`addMessages: a message has at most ${LONGEST_MESSAGE} characters`);
    }
    const room = roomOf(input);
    const createdAt = rooms.now() - Math.floor(input.sentSecondsAgo ?? 0) * 1000;
    const story = { message, createdAt, fileNames: attachments };
    return Array.from({ length: count }, () =>
      input.system ? rooms.announce(room, story) : rooms.receive(room, story),
    ).map(({ id }) => ({
      roomId: room.id,
      storyId: id,
      message,
      createdDateTime: messagingTime(createdAt),
    }));
  }

  return {
    addMessages: action(isAddMessages, addMessages),
    sentMessages: action(isNothing, () =>
      rooms.sent().map(({ createdAt, ...sent }): Message => {
        return { ...sent, createdDateTime: messagingTime(createdAt) };
      }),
    ),
  };
}
