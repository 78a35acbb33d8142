import { type Member, myself, type Room, type Story } from '../../world/messaging/room.mts';
import type { Rooms } from '../../world/messaging/rooms.mts';
import { UpworkError } from '../part.mts';
import { isVisible } from './filter.mts';

// Upwork's errors in these cases are unknown. Elsewhere it says "Authorization failed".

export function refuse(): never {
  throw new UpworkError('Authorization failed');
}

export function roomNotFound(id: string): string {
  return `Room not found for id=${id}`;
}

export function storyNotFound(id: string): string {
  return `Story not found for id=${id}`;
}

/** @throws if there is no such room, or the organization of the request can't see it */
export function roomFor(rooms: Rooms, id: string, organizationId: string): Room {
  const room = rooms.byId(id);
  if (!room) throw new UpworkError(roomNotFound(id));
  if (room.organizationId !== organizationId || !isVisible(room)) refuse();
  return room;
}

/** The connected user as a member of a room, who can send messages there. */
export function writerIn(room: Room): Member {
  const member = myself(room);
  if (!member || room.readOnlyAt !== null || room.blocked) refuse();
  return member;
}

export function assertAdmin(room: Room): void {
  const role = myself(room)?.role;
  if (role !== 'owner' && role !== 'admin') refuse();
}

/** A story of the connected user, who can't change other people's stories. */
export function ownStory(room: Room, storyId: string): Story {
  const { user } = writerIn(room);
  const story = room.stories.find(({ id }) => id === storyId);
  if (!story) throw new UpworkError(storyNotFound(storyId));
  if (story.author?.user.id !== user.id) refuse();
  return story;
}
