import { paginate, query, toConnectionPage, uniqueById } from '../api';
import type { Page, RoomFilter, SortOrder, UpworkClient } from '../api';
import { ROOM_FIELDS } from './room';
import type { RoomNode } from './room';

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
export function paginateRooms(
  client: UpworkClient,
  filter: RoomFilter,
  sortOrder: SortOrder,
): AsyncGenerator<Page<RoomNode>> {
  return uniqueById(
    paginate(async (after) => {
      const { roomList } = await client.send(document, {
        filter,
        pagination: { first: PAGE_SIZE, after },
        sortOrder,
      });
      return toConnectionPage(roomList);
    }, null),
  );
}
