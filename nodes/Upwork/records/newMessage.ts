import { BY_CURSOR, query, toConnectionPage } from '../api';
import type { NewMessagesQuery, PagedList, PartialData, UpworkClient } from '../api';
import { commaSeparated } from './flat';
import { MESSAGE_FIELDS, toMessage } from './message';
import type { Message, StoryNode } from './message';

const document = query(
  'NewMessages',
  /* GraphQL */ `
    query NewMessages($roomId: ID!, $storyFilter: StoryFilter) {
      user {
        id
      }
      room(id: $roomId) {
        id
        roomName
        topic
        contractId
        offerIds
        vendorProposal {
          id
          marketplaceJobPosting {
            id
            content {
              title
            }
          }
        }
      }
      roomStories(filter: { roomId_eq: $roomId, storyFilter: $storyFilter }) {
        pageInfo {
          endCursor
        }
        edges {
          node {
            ...MessageFields
          }
        }
      }
    }
    ${MESSAGE_FIELDS}
  `,
  {
    batch: true,
    example: (first) => ({
      roomId: first('Room.id'),
      storyFilter: { pagination: { first: FIRST_PAGE } },
    }),
  },
);

/** More than most rooms have that is new. */
const FIRST_PAGE = 25;
const PAGE_SIZE = 100;

type NewMessages = PartialData<NewMessagesQuery>;

/** A message as Upwork returns it, with its room. */
export type NewMessageNode = StoryNode & {
  room: NewMessages['room'];
  /** Whether the connected user sent it; null if Upwork doesn't say who that is. */
  isOwn: boolean | null;
};

/** The messages of a room, newest first. Those of ten rooms share a request. */
export const newMessages = (client: UpworkClient, roomId: string): PagedList<NewMessageNode> => ({
  order: BY_CURSOR,
  async fetchPage(after) {
    const first = after === null ? FIRST_PAGE : PAGE_SIZE;
    const { user, room, roomStories } = await client.send(document, {
      roomId,
      storyFilter: { pagination: { first, after } },
    });
    const page = toConnectionPage(roomStories);
    const isOwn = ({ user: sender }: StoryNode) =>
      user?.id === undefined || sender?.id === undefined ? null : sender.id === user.id;
    return {
      ...page,
      records: page.records.map((story) => ({ ...story, room, isOwn: isOwn(story) })),
    };
  },
});

/** A message, with what its room is about. */
export interface NewMessage extends Message {
  roomName: string | null;
  roomTopic: string | null;
  /** Of the job that the room's proposal is for. */
  jobTitle: string | null;
  isOwn: boolean | null;
  contractId: string | null;
  proposalId: string | null;
  jobId: string | null;
  offerIds: string | null;
}

export function toNewMessage({ room, isOwn, ...story }: NewMessageNode): NewMessage {
  const { vendorProposal } = room;
  const job = vendorProposal?.marketplaceJobPosting;
  return {
    ...toMessage(room.id)(story),
    roomName: room.roomName ?? null,
    roomTopic: room.topic ?? null,
    jobTitle: job?.content?.title ?? null,
    isOwn,
    contractId: room.contractId ?? null,
    proposalId: vendorProposal?.id ?? null,
    jobId: job?.id ?? null,
    offerIds: commaSeparated(room.offerIds),
  };
}
