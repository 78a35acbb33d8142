import { hexFor } from '../random.mts';
import { type Contact, isMe } from './people.mts';

// Rooms and their stories (messages). Times are in epoch milliseconds, rounded to seconds.

export const ROLES = ['owner', 'admin', 'participant'] as const;

export type Role = (typeof ROLES)[number];

export interface Member extends Contact {
  role: Role;
}

export interface Attachment {
  id: string;
  fileName: string;
  fileSize: number;
}

export interface Story {
  id: string;
  /** Its position in the room, in order of posting. */
  number: number;
  /** `null` for a message of Upwork's own, a system message. */
  author: Contact | null;
  /** `null` when it consists of attachments only. */
  message: string | null;
  attachments: Attachment[];
  favorite: boolean;
  createdAt: number;
  updatedAt: number;
}

export interface Room {
  id: string;
  /** The connected user's organization to which it belongs. */
  organizationId: string;
  type: 'GROUP' | 'INTERVIEW' | 'ONE_ON_ONE';
  name: string | null;
  topic: string | null;
  note: string | null;
  public: boolean;
  creator: Contact;
  /** In a one-on-one room and in an interview, the first two are the two parties. */
  members: Member[];
  subscribed: boolean;
  hidden: boolean;
  muted: boolean;
  favoriteAt: number | null;
  readOnlyAt: number | null;
  blocked: { at: number; by: Contact } | null;
  contractId: string | null;
  offerIds: string[];
  proposalId: string | null;
  createdAt: number;
  lastVisitedAt: number;
  lastReadAt: number;
  /** The number of the first story that the connected user has not read. */
  firstUnread: number;
  /** How many stories were ever posted, including removed ones. */
  posted: number;
  /** Oldest first. */
  stories: Story[];
}

export type NewStory = Pick<Story, 'author' | 'message' | 'createdAt'> &
  Partial<Pick<Story, 'favorite'>> & { fileNames?: string[] };

function attachment(storyId: string, fileName: string, index: number): Attachment {
  const id = hexFor('attachment', storyId, index);
  return { id, fileName, fileSize: 1024 + (Number.parseInt(id.slice(0, 5), 16) % 900_000) };
}

/** Inserts a story by its time. One that appears late is still unread. */
export function post(
  room: Room,
  { author, message, createdAt, favorite = false, fileNames = [] }: NewStory,
): Story {
  const number = room.posted;
  room.posted += 1;
  const id = `story_${hexFor('story', room.id, number)}`;
  const story = {
    id,
    number,
    author,
    message,
    attachments: fileNames.map((fileName, index) => attachment(id, fileName, index)),
    favorite,
    createdAt,
    updatedAt: createdAt,
  };
  const isLate = createdAt < lastActivity(room);
  room.stories.push(story);
  if (isLate) {
    room.stories.sort((one, other) => one.createdAt - other.createdAt || one.number - other.number);
  }
  return story;
}

export function unreadStories({ stories, firstUnread }: Room): Story[] {
  return stories.filter(
    ({ number, author }) => number >= firstUnread && author !== null && !isMe(author),
  );
}

export function lastActivity({ stories, createdAt }: Room): number {
  return stories.at(-1)?.createdAt ?? createdAt;
}

/** The connected user as a member, if they are one. */
export function myself({ members }: Room): Member | undefined {
  return members.find(isMe);
}
