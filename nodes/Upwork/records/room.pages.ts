import { paginate, query, takeRecords, toConnectionPage } from '../api';
import type { Page, RoomFilter, SortOrder, UpworkClient } from '../api';
import { lastActivity, ROOM_FIELDS } from './room';
import type { RoomNode } from './room';

/** Upwork: a filter that isn't set may hide rooms. */
export const ALL_ROOMS = {
  roomType_eq: 'ALL',
  roomPrivacy_eq: 'ALL',
  unreadRoomsOnly_eq: false,
} satisfies RoomFilter;

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
  {
    batch: true,
    defaults: { RoomFilter: { ...ALL_ROOMS, includeHidden_eq: false } },
    example: () => ({ filter: ALL_ROOMS, pagination: { first: PAGE_SIZE }, sortOrder: 'DESC' }),
  },
);

/** Upwork: pages of 100 rooms work. */
const PAGE_SIZE = 100;

/** Which rooms to list: all, or only those that the user is, or is not, subscribed to. */
export type Subscription = 'all' | 'subscribed' | 'notSubscribed';

export interface RoomQuery {
  filter: Omit<RoomFilter, 'includeHidden_eq' | 'subscribed_eq'>;
  subscription: Subscription;
  includeHidden: boolean;
  sortOrder: SortOrder;
  limit: number;
  matches: (room: RoomNode) => boolean;
}

/**
 * The rooms in the order of their activity. Upwork: a list has either the rooms that the user is
 * subscribed to or those that they are not, and hidden ones only if it is asked for them. So all rooms
 * are in four lists, which share their requests.
 */
export async function listRooms(
  client: UpworkClient,
  { filter, subscription, includeHidden, sortOrder, limit, matches }: RoomQuery,
): Promise<RoomNode[]> {
  const subscribed = subscription === 'all' ? [true, false] : [subscription === 'subscribed'];
  const hidden = includeHidden ? [false, true] : [false];
  const lists = subscribed.flatMap((subscribed_eq) =>
    hidden.map((includeHidden_eq) => ({ subscribed_eq, includeHidden_eq })),
  );
  const found = await Promise.all(
    lists.map(async (list) => {
      const pages = paginateRooms(client, { ...ALL_ROOMS, ...filter, ...list }, sortOrder);
      return await takeRecords(pages, limit, matches);
    }),
  );
  const rooms = new Map(found.flat().map((room) => [room.id, room]));
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
  return paginate(async (after) => {
    const { roomList } = await client.send(document, {
      filter,
      pagination: { first: PAGE_SIZE, after },
      sortOrder,
    });
    return toConnectionPage(roomList);
  });
}
