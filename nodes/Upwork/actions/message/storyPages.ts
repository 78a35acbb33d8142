import type { UpworkClient } from '../../api/client';
import { query } from '../../api/documents/document';
import { cursorPages, eachOnce, pageOf } from '../../api/pages';
import type { Batch } from '../../api/pages';
import { upworkDate } from '../../output/dates';
import { MESSAGE_FIELDS } from '../../output/message';
import type { StoryNode } from '../../output/message';

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
);

const PAGE_SIZE = 100;

/** From when to when, in epoch milliseconds, both included. */
export interface Period {
  from: number | undefined;
  to: number | undefined;
}

/** The messages of a room page by page, the newest first. Upwork may let some through that are outside. */
export function storyPages(
  client: UpworkClient,
  roomId: string,
  { from, to }: Period,
): AsyncGenerator<Batch<StoryNode>> {
  const range = {
    ...(from !== undefined && { rangeStart: upworkDate(from) }),
    ...(to !== undefined && { rangeEnd: upworkDate(to) }),
  };
  return eachOnce(
    cursorPages(async (after) => {
      const { roomStories } = await client.send(document, {
        filter: {
          roomId_eq: roomId,
          storyFilter: {
            ...(Object.keys(range).length > 0 && { storyCreatedDateTime_bt: range }),
            pagination: { first: PAGE_SIZE, after },
          },
        },
      });
      return pageOf(roomStories);
    }, null),
  );
}
