import type { PartialData, RoomCreateMutation, RoomListQuery } from '../api';
import { labelOf, ROOM_TYPES } from './choices';
import { isoDate, upworkTime } from './dates';
import { commaSeparated } from './flat';
import { personValue } from './person';

/**
 * What is selected of a room. Upwork: a system message has no sender, and is null if the sender is
 * selected; its time isn't.
 */
export const ROOM_FIELDS = /* GraphQL */ `
  fragment RoomFields on Room {
    id
    roomName
    topic
    roomType
    public
    favorite
    hidden
    muted
    readOnly
    blockDateTime
    numUnread
    numUnreadMentions
    contractId
    offerIds
    roomNote
    createdAtDateTime
    lastReadDateTime
    roomUsers {
      user {
        id
        name
      }
      organization {
        id
        name
      }
      role
    }
    latestActivity: latestStory {
      createdDateTime
    }
    latestStory {
      id
      message
      createdDateTime
      user {
        id
        name
      }
    }
  }
`;

/**
 * What is selected of a room after a change: little, because the change fails if the key can't read
 * a field.
 */
export const ROOM_SUMMARY_FIELDS = /* GraphQL */ `
  fragment RoomSummaryFields on Room {
    id
    roomName
    topic
    roomType
    readOnly
    hidden
  }
`;

type Edge = NonNullable<NonNullable<PartialData<RoomListQuery>['roomList']['edges']>[number]>;
/** As Upwork returns it. */
export type RoomNode = NonNullable<Edge['node']>;
type Participant = NonNullable<RoomNode['roomUsers']>[number];
/** As Upwork returns it after a change. */
type ChangedRoom = PartialData<RoomCreateMutation>['createRoomV2'];

export const roomUrl = (id: string): string => `https://www.upwork.com/ab/messages/rooms/${id}`;

/** When the latest message was sent, in epoch milliseconds; 0 if unknown. */
export function lastActivity({ latestActivity, createdAtDateTime }: RoomNode): number {
  const time = upworkTime(latestActivity?.createdDateTime ?? createdAtDateTime ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** A room, which is what Upwork calls a conversation. */
export interface Room {
  name: string | null;
  topic: string | null;
  unread: number | null;
  latestMessage: string | null;
  latestMessageSenderName: string | null;
  latestMessageSentAt: string | null;
  url: string;
  /** The names of the people in it, each with the organization that they act for. */
  participants: string | null;
  type: string | null;
  /** Read-only or hidden; null if Upwork returns neither. */
  isArchived: boolean | null;
  /** Whether nobody can write in it. */
  isReadOnly: boolean | null;
  isFavorite: boolean | null;
  isHidden: boolean | null;
  isMuted: boolean | null;
  isBlocked: boolean | null;
  isPublic: boolean | null;
  unreadMentions: number | null;
  note: string | null;
  createdAt: string | null;
  lastReadAt: string | null;
  id: string;
  latestMessageId: string | null;
  contractId: string | null;
  offerIds: string | null;
  participantIds: string | null;
}

/** A room after a change. */
export type RoomSummary = Pick<
  Room,
  'name' | 'topic' | 'url' | 'type' | 'isArchived' | 'isReadOnly' | 'id'
>;

export function toRoom(room: RoomNode): Room {
  const { latestStory, roomUsers } = room;
  const { name, topic, url, type, ...summary } = toRoomSummary(room);
  return {
    name,
    topic,
    unread: room.numUnread ?? null,
    latestMessage: latestStory?.message ?? null,
    latestMessageSenderName: latestStory?.user?.name ?? null,
    latestMessageSentAt: isoDate(latestStory?.createdDateTime),
    url,
    participants: commaSeparated(roomUsers?.flatMap(participantName)),
    type,
    isArchived: summary.isArchived,
    isReadOnly: summary.isReadOnly,
    isFavorite: room.favorite ?? null,
    isHidden: room.hidden ?? null,
    isMuted: room.muted ?? null,
    // Upwork: only the time since when is returned.
    isBlocked: room.blockDateTime === undefined ? null : room.blockDateTime !== null,
    isPublic: room.public ?? null,
    unreadMentions: room.numUnreadMentions ?? null,
    note: room.roomNote ?? null,
    createdAt: isoDate(room.createdAtDateTime),
    lastReadAt: isoDate(room.lastReadDateTime),
    id: summary.id,
    latestMessageId: latestStory?.id ?? null,
    contractId: room.contractId ?? null,
    offerIds: commaSeparated(room.offerIds),
    participantIds: commaSeparated(
      roomUsers?.flatMap(({ user, organization }) =>
        user && organization
          ? personValue({ userId: user.id, organizationId: organization.id })
          : (user?.id ?? []),
      ),
    ),
  };
}

export function toRoomSummary({
  id,
  roomName,
  topic,
  roomType,
  readOnly,
  hidden,
}: ChangedRoom): RoomSummary {
  return {
    name: roomName ?? null,
    topic: topic ?? null,
    url: roomUrl(id),
    type: labelOf(ROOM_TYPES, roomType),
    isArchived: isArchived({ readOnly, hidden }),
    isReadOnly: readOnly ?? null,
    id,
  };
}

/** A freelancer's own organization has the freelancer's name. */
function participantName({ user, organization }: Participant): string | never[] {
  const name = user?.name ?? user?.id;
  if (name === undefined) return [];
  const company = organization?.name;
  return company && company !== name ? `${name} (${company})` : name;
}

/** Upwork: archiving sets one of the two, and it is not known which. Null if the key can't read the one that decides. */
function isArchived({
  readOnly,
  hidden,
}: Pick<ChangedRoom, 'readOnly' | 'hidden'>): boolean | null {
  if (readOnly || hidden) return true;
  return readOnly === undefined || hidden === undefined ? null : (readOnly ?? hidden);
}

/** A room after its deletion. */
export interface DeletedRoom {
  deleted: true;
  id: string;
}

/** The people who were just added to a room. Upwork only says whether it worked. */
export interface AddedUsers {
  success: boolean;
  userIds: string;
  roomId: string;
}

/** A person who was just removed from a room. */
export interface RemovedUser {
  success: boolean;
  userId: string;
  roomId: string;
}
