import { paginate, query, takeRecords, toConnectionPage, uniqueById } from '../api';
import type { Page, RoomFilter, SortOrder, UpworkClient } from '../api';
import { lastActivity, ROOM_FIELDS } from './room';
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

/** Which rooms to list: all, or only those that the user is, or is not, subscribed to. */
export type Subscription = 'all' | 'subscribed' | 'notSubscribed';

export interface RoomQuery {
  filter: Omit<RoomFilter, 'subscribed_eq'>;
  subscription: Subscription;
  sortOrder: SortOrder;
  limit: number;
  matches: (room: RoomNode) => boolean;
}

/**
 * The rooms in the order of their activity. Upwork: a list has either the rooms that the user is
 * subscribed to or those that they are not, so all of them are in two lists.
 */
export async function listRooms(
  client: UpworkClient,
  { filter, subscription, sortOrder, limit, matches }: RoomQuery,
): Promise<RoomNode[]> {
  const rooms = new Map<string, RoomNode>();
  for (const subscribed of subscription === 'all'
    ? [true, false]
    : [subscription === 'subscribed']) {
    const pages = paginateRooms(client, { ...filter, subscribed_eq: subscribed }, sortOrder);
    for (const room of await takeRecords(pages, limit, matches)) rooms.set(room.id, room);
  }
  const direction = sortOrder === 'ASC' ? 1 : -1;
  return [...rooms.values()]
    .sort((one, other) => direction * (lastActivity(one) - lastActivity(other)))
    .slice(0, limit);
}

function paginateRooms(
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
