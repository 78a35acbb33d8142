import type { Rooms } from '../../world/messaging/rooms.mts';
import { type RequestContext, UpworkError } from '../part.mts';
import { ownStory, roomFor, writerIn } from './access.mts';
import { storyView } from './views.mts';

export const LONGEST_MESSAGE = 10_240;

// Upwork: the result of these mutations is a String whose text is unknown.
export const DONE = 'SUCCESS';

interface StoryId {
  roomId: string;
  storyId: string;
}

/** @throws unless the message can be sent */
export function checked(message: string | null | undefined): string {
  if (!message || message.length > LONGEST_MESSAGE) throw new UpworkError('Exception occurred');
  return message;
}

/**
 * The mutations that send, change and remove messages. Like Upwork, it has none that marks messages
 * as read.
 */
export function storyMutations(rooms: Rooms) {
  return {
    createRoomStoryV2(
      { input }: { input: { roomId?: string | null; message?: string | null } },
      { organizationId }: RequestContext,
    ) {
      const room = roomFor(rooms, input.roomId ?? '', organizationId);
      const writer = writerIn(room);
      return storyView(room, rooms.send(room, writer, checked(input.message)));
    },
    updateRoomStoryV2(
      { input }: { input: StoryId & { message?: string | null } },
      { organizationId }: RequestContext,
    ) {
      const story = ownStory(roomFor(rooms, input.roomId, organizationId), input.storyId);
      story.message = checked(input.message);
      story.updatedAt = rooms.now();
      return { status: DONE };
    },
    removeRoomStory({ roomId, storyId }: StoryId, { organizationId }: RequestContext) {
      const room = roomFor(rooms, roomId, organizationId);
      const story = ownStory(room, storyId);
      room.stories = room.stories.filter((other) => other !== story);
      return DONE;
    },
  };
}
