import type { Delivered } from '../api/documents/delivered';
import type { MessageGetQuery } from '../graphql.generated';
import { isoDate } from './dates';
import { personOf } from './people';
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
export type StoryNode = NonNullable<Delivered<MessageGetQuery>['roomStory']>;
type Attachments = NonNullable<StoryNode['attachments']>;

/** A message as the nodes give it. */
export function messageOf(roomId: string, story: StoryNode) {
  return {
    id: story.id,
    roomId,
    roomUrl: roomUrl(roomId),
    // Null for a message that consists of attachments.
    text: story.message ?? null,
    sender: personOf(story.user, story.organization),
    attachments: (story.attachments ?? []).flatMap(attachmentOf),
    sentAt: isoDate(story.createdDateTime),
    updatedAt: isoDate(story.updatedDateTime),
  };
}

/** What Upwork notes about an attachment, under Upwork's own names: which ones there are is not documented. */
function attachmentOf(attachment: Attachments[number]) {
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
