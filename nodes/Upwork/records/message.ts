import type { MessageGetQuery, MessageSendMutation, PartialData } from '../api';
import { isoDate } from './dates';
import { toPerson } from './person';
import type { Person } from './person';
import { roomUrl } from './room';

/** What is selected of a message. */
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
type AttachmentNode = NonNullable<StoryNode['attachments']>[number];

/** A message in a room. */
export interface Message {
  id: string;
  roomId: string;
  roomUrl: string;
  /** Null for a message that consists of attachments. */
  text: string | null;
  sender: Person;
  attachments: Attachment[];
  sentAt: string | null;
  updatedAt: string | null;
}

/** Upwork's own names: which types and metadata there are is not documented. */
interface Attachment {
  id: string | null;
  type: string | null;
  addedAt: string | null;
  metadata: Record<string, string | null>;
}

export function toMessage(roomId: string, story: StoryNode): Message {
  return {
    id: story.id,
    roomId,
    roomUrl: roomUrl(roomId),
    text: story.message ?? null,
    sender: toPerson(story.user, story.organization),
    attachments: (story.attachments ?? []).flatMap(toAttachment),
    sentAt: isoDate(story.createdDateTime),
    updatedAt: isoDate(story.updatedDateTime),
  };
}

function toAttachment(attachment: AttachmentNode): Attachment[] {
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

/** A message that was just sent. */
export interface SentMessage {
  id: string;
  roomId: string;
  roomUrl: string;
  text: string | null;
  sentAt: string | null;
}

export function toSentMessage(
  roomId: string,
  { id, message, createdDateTime }: PartialData<MessageSendMutation>['createRoomStoryV2'],
): SentMessage {
  return {
    id,
    roomId,
    roomUrl: roomUrl(roomId),
    text: message ?? null,
    sentAt: isoDate(createdDateTime),
  };
}

/** A message after its text was changed. */
export interface EditedMessage {
  id: string;
  roomId: string;
  roomUrl: string;
  text: string;
  status: string | null;
}

/** A message after its deletion. */
export interface DeletedMessage {
  deleted: true;
  id: string;
  roomId: string;
}
