import type { PartialData, RoomCreateMutation, RoomListQuery } from '../api';
import { isoDate, upworkTime } from './dates';
import { toPerson } from './person';
import type { Person } from './person';

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
/** As Upwork returns it after a change. */
type ChangedRoom = PartialData<RoomCreateMutation>['createRoomV2'];

export const roomUrl = (id: string): string => `https://www.upwork.com/ab/messages/rooms/${id}`;

/** When the latest message was sent, in epoch milliseconds; 0 if unknown. */
export function lastActivity({ latestActivity, createdAtDateTime }: RoomNode): number {
  const time = upworkTime(latestActivity?.createdDateTime ?? createdAtDateTime ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** A room, which is what Upwork calls a conversation. */
export interface Room extends RoomSummary {
  isPublic: boolean | null;
  isFavorite: boolean | null;
  isHidden: boolean | null;
  isMuted: boolean | null;
  isBlocked: boolean | null;
  unread: number | null;
  unreadMentions: number | null;
  contractId: string | null;
  offerIds: string[];
  note: string | null;
  participants: (Person & { role: string | null })[];
  latestMessage: LatestMessage | null;
  createdAt: string | null;
  lastReadAt: string | null;
}

/** A room after a change. */
export interface RoomSummary {
  id: string;
  url: string;
  name: string | null;
  topic: string | null;
  type: string | null;
  /** Read-only or hidden; null if Upwork returns neither. */
  isArchived: boolean | null;
  /** Whether nobody can write in it. */
  isReadOnly: boolean | null;
}

interface LatestMessage {
  id: string;
  text: string | null;
  senderId: string | null;
  senderName: string | null;
  sentAt: string | null;
}

export function toRoom(room: RoomNode): Room {
  return {
    ...toRoomSummary(room),
    isPublic: room.public ?? null,
    isFavorite: room.favorite ?? null,
    isHidden: room.hidden ?? null,
    isMuted: room.muted ?? null,
    // Upwork: only the time since when is returned.
    isBlocked: room.blockDateTime === undefined ? null : room.blockDateTime !== null,
    unread: room.numUnread ?? null,
    unreadMentions: room.numUnreadMentions ?? null,
    contractId: room.contractId ?? null,
    offerIds: room.offerIds ?? [],
    note: room.roomNote ?? null,
    participants: (room.roomUsers ?? []).map(({ user, organization, role }) => ({
      ...toPerson(user, organization),
      role: role ?? null,
    })),
    latestMessage: toLatestMessage(room),
    createdAt: isoDate(room.createdAtDateTime),
    lastReadAt: isoDate(room.lastReadDateTime),
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
    id,
    url: roomUrl(id),
    name: roomName ?? null,
    topic: topic ?? null,
    type: roomType ?? null,
    isArchived: isArchived({ readOnly, hidden }),
    isReadOnly: readOnly ?? null,
  };
}

/** Upwork: archiving sets one of the two, and it is not known which. Null if the key can't read the one that decides. */
function isArchived({
  readOnly,
  hidden,
}: Pick<ChangedRoom, 'readOnly' | 'hidden'>): boolean | null {
  if (readOnly || hidden) return true;
  return readOnly === undefined || hidden === undefined ? null : (readOnly ?? hidden);
}

function toLatestMessage({ latestStory }: RoomNode): LatestMessage | null {
  if (!latestStory) return null;
  return {
    id: latestStory.id,
    text: latestStory.message ?? null,
    senderId: latestStory.user?.id ?? null,
    senderName: latestStory.user?.name ?? null,
    sentAt: isoDate(latestStory.createdDateTime),
  };
}

/** A room after its deletion. */
export interface DeletedRoom {
  deleted: true;
  id: string;
}

/** The people who were just added to a room. Upwork only says whether it worked. */
export interface AddedUsers {
  success: boolean;
  roomId: string;
  userIds: string[];
}

/** A person who was just removed from a room. */
export interface RemovedUser {
  success: boolean;
  roomId: string;
  userId: string;
}
