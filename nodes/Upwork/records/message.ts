import type { MessageGetQuery, MessageSendMutation, PartialData } from '../api';
import { isoDate } from './dates';
import { commaSeparated } from './flat';
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
  /** Null for a message that consists of attachments. */
  text: string | null;
  senderName: string | null;
  senderOrganizationName: string | null;
  sentAt: string | null;
  modifiedAt: string | null;
  /** The names of its files. */
  attachments: string | null;
  roomUrl: string;
  id: string;
  roomId: string;
  senderId: string | null;
  senderOrganizationId: string | null;
}

/** The mapper for the messages of a room. */
export const toMessage =
  (roomId: string) =>
  ({ user, organization, ...story }: StoryNode): Message => ({
    text: story.message ?? null,
    senderName: user?.name ?? null,
    senderOrganizationName: organization?.name ?? null,
    sentAt: isoDate(story.createdDateTime),
    modifiedAt: isoDate(story.updatedDateTime),
    attachments: commaSeparated(story.attachments?.flatMap(attachmentName)),
    roomUrl: roomUrl(roomId),
    id: story.id,
    roomId,
    senderId: user?.id ?? null,
    senderOrganizationId: organization?.id ?? null,
  });

/** The file's name, or else its ID. Upwork: which metadata there are is not documented. */
function attachmentName(attachment: AttachmentNode): string | never[] {
  const name = attachment?.metadata?.find(({ key }) => key === 'fileName');
  return name?.value ?? attachment?.objectReferenceId ?? [];
}

/** A message that was just sent. */
export interface SentMessage {
  text: string | null;
  sentAt: string | null;
  roomUrl: string;
  id: string;
  roomId: string;
}

export function toSentMessage(
  roomId: string,
  { id, message, createdDateTime }: PartialData<MessageSendMutation>['createRoomStoryV2'],
): SentMessage {
  return {
    text: message ?? null,
    sentAt: isoDate(createdDateTime),
    roomUrl: roomUrl(roomId),
    id,
    roomId,
  };
}

/** A message after its text was changed. */
export interface EditedMessage {
  text: string;
  status: string | null;
  roomUrl: string;
  id: string;
  roomId: string;
}

/** A message after its deletion. */
export interface DeletedMessage {
  deleted: true;
  id: string;
  roomId: string;
}
