import type { UpworkClient } from '../../api/client';
import { query } from '../../api/documents/document';
import { cursorPages, eachOnce, pageOf } from '../../api/pages';
import type { Batch } from '../../api/pages';
import type { RoomFilter, SortOrder } from '../../graphql.generated';
import { ROOM_FIELDS } from '../../output/room';
import type { RoomNode } from '../../output/room';

const document = query(
  'RoomList',
  /* GraphQL */ `
    query RoomList($filter: RoomFilter, $pagination: Pagination, $sortOrder: SortOrder) {
      roomList(filter: $filter, pagination: $pagination, sortOrder: $sortOrder) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...RoomFields
          }
        }
      }
    }
    ${ROOM_FIELDS}
  `,
);

/** Upwork: pages of 100 rooms work. */
const PAGE_SIZE = 100;

/** The rooms that a filter lets through, page by page. */
export function roomPages(
  client: UpworkClient,
  filter: RoomFilter,
  sortOrder: SortOrder,
): AsyncGenerator<Batch<RoomNode>> {
  return eachOnce(
    cursorPages(async (after) => {
      const { roomList } = await client.send(document, {
        filter,
        pagination: { first: PAGE_SIZE, after },
        sortOrder,
      });
      return pageOf(roomList);
    }, null),
  );
}
