import type { PartialData, RoomCreateMutation, RoomListQuery } from '../api';
import { isoDate, upworkTime } from './dates';
import { toPerson } from './person';

/** What is read of a room. */
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

/** What is read of a room after a change: little, so that no field which the key may not read gets in its way. */
export const ROOM_SUMMARY_FIELDS = /* GraphQL */ `
  fragment RoomSummaryFields on Room {
    id
    roomName
    topic
    roomType
    readOnly
  }
`;

type Edge = NonNullable<NonNullable<PartialData<RoomListQuery>['roomList']['edges']>[number]>;
export type RoomNode = NonNullable<Edge['node']>;
type ChangedRoom = PartialData<RoomCreateMutation>['createRoomV2'];

export const roomUrl = (id: string): string => `https://www.upwork.com/ab/messages/rooms/${id}`;

/** When something was last said in a room, in epoch milliseconds. */
export function lastActivity({ latestStory, createdAtDateTime }: RoomNode): number {
  const time = upworkTime(latestStory?.createdDateTime ?? createdAtDateTime ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** A room as the nodes give it, whether it was listed or read by its id. */
export function toRoom(room: RoomNode) {
  return {
    ...toRoomSummary(room),
    isPublic: room.public ?? null,
    isFavorite: room.favorite ?? null,
    isHidden: room.hidden ?? null,
    isMuted: room.muted ?? null,
    // Upwork says only since when.
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

/** A room after a change. */
export function toRoomSummary({ id, roomName, topic, roomType, readOnly }: ChangedRoom) {
  return {
    id,
    url: roomUrl(id),
    name: roomName ?? null,
    topic: topic ?? null,
    type: roomType ?? null,
    isArchived: readOnly ?? null,
  };
}

function toLatestMessage({ latestStory }: RoomNode) {
  if (!latestStory) return null;
  return {
    id: latestStory.id,
    text: latestStory.message ?? null,
    senderId: latestStory.user?.id ?? null,
    senderName: latestStory.user?.name ?? null,
    sentAt: isoDate(latestStory.createdDateTime),
  };
}
