import { type Member, myself, type Room, type Story } from '../../world/messaging/room.mts';
import type { Rooms } from '../../world/messaging/rooms.mts';
import { UpworkError } from '../part.mts';
import { isVisible } from './filter.mts';

// What Upwork says to each of these is unknown. "Authorization failed" is what it says elsewhere.

export function refuse(): never {
  throw new UpworkError('Authorization failed');
}

export function roomNotFound(id: string): string {
  return `Room not found for id=${id}`;
}

export function storyNotFound(id: string): string {
  return `Story not found for id=${id}`;
}

/** @throws when there is no such room, or the organisation of the request can't see it */
export function roomFor(rooms: Rooms, id: string, organizationId: string): Room {
  const room = rooms.byId(id);
  if (!room) throw new UpworkError(roomNotFound(id));
  if (room.organizationId !== organizationId || !isVisible(room)) refuse();
  return room;
}

/** The connected person as a member of a room in which they may write. */
export function writerIn(room: Room): Member {
  const member = myself(room);
  if (!member || room.readOnlyAt !== null || room.blocked) refuse();
  return member;
}

export function mustAdminister(room: Room): void {
  const role = myself(room)?.role;
  if (role !== 'owner' && role !== 'admin') refuse();
}

/** A story of the connected person: others' stories are not theirs to change. */
export function ownStory(room: Room, storyId: string): Story {
  const { user } = writerIn(room);
  const story = room.stories.find(({ id }) => id === storyId);
  if (!story) throw new UpworkError(storyNotFound(storyId));
  if (story.author?.user.id !== user.id) refuse();
  return story;
}
