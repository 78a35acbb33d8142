import type { MessageGetQuery, PartialData } from '../api';
import { isoDate } from './dates';
import { toPerson } from './person';
import { roomUrl } from './room';

/** What is read of a message. */
export const MESSAGE_FIELDS = /* GraphQL */ `
  fragment MessageFields on RoomStory {
    id
    message
    createdDateTime
    updatedDateTime
    user {
      id
      name
    }
    organization {
      id
      name
    }
    attachments {
      objectReferenceId
      objectType
      createdDateTime
      metadata {
        key
        value
      }
    }
  }
`;

/** Upwork calls a message a story. */
export type StoryNode = NonNullable<PartialData<MessageGetQuery>['roomStory']>;
type Attachments = NonNullable<StoryNode['attachments']>;

/** A message as the nodes give it. */
export function toMessage(roomId: string, story: StoryNode) {
  return {
    id: story.id,
    roomId,
    roomUrl: roomUrl(roomId),
    // Null for a message that consists of attachments.
    text: story.message ?? null,
    sender: toPerson(story.user, story.organization),
    attachments: (story.attachments ?? []).flatMap(toAttachment),
    sentAt: isoDate(story.createdDateTime),
    updatedAt: isoDate(story.updatedDateTime),
  };
}

/** What Upwork notes about an attachment, under Upwork's own names: which ones there are is not documented. */
function toAttachment(attachment: Attachments[number]) {
  if (!attachment) return [];
  const { objectReferenceId, objectType, createdDateTime, metadata } = attachment;
  return [
    {
      id: objectReferenceId ?? null,
      type: objectType ?? null,
      addedAt: isoDate(createdDateTime),
      metadata: Object.fromEntries(
        (metadata ?? []).flatMap(({ key, value }) => (key ? [[key, value ?? null]] : [])),
      ),
    },
  ];
}
