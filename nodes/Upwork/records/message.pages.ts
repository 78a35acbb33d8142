import { paginate, query, toConnectionPage } from '../api';
import type { Page, UpworkClient } from '../api';
import { messagingTime } from './dates';
import { MESSAGE_FIELDS } from './message';
import type { StoryNode } from './message';

const document = query(
  'MessageList',
  /* GraphQL */ `
    query MessageList($filter: RoomStoryFilter!) {
      roomStories(filter: $filter) {
        pageInfo {
          hasNextPage
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
    example: (first) => ({
      filter: { roomId_eq: first('Room.id'), storyFilter: { pagination: { first: PAGE_SIZE } } },
    }),
  },
);

const PAGE_SIZE = 100;

/** In epoch milliseconds, both ends included. */
export interface Period {
  from: number | undefined;
  to: number | undefined;
}

/**
 * The messages of a room page by page, newest first. Upwork may include some from outside the
 * period.
 */
export function listMessages(
  client: UpworkClient,
  roomId: string,
  { from, to }: Period,
): AsyncGenerator<Page<StoryNode>> {
  const range = {
    ...(from !== undefined && { rangeStart: messagingTime(from) }),
    ...(to !== undefined && { rangeEnd: messagingTime(to) }),
  };
  return paginate(async (after) => {
    const { roomStories } = await client.send(document, {
      filter: {
        roomId_eq: roomId,
        storyFilter: {
          ...(Object.keys(range).length > 0 && { storyCreatedDateTime_bt: range }),
          pagination: { first: PAGE_SIZE, after },
        },
      },
    });
    return toConnectionPage(roomStories);
  });
}
