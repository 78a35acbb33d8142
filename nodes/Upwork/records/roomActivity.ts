import { BY_CURSOR, query, toConnectionPage } from '../api';
import type { PagedList, PartialData, RoomActivityGetQuery, UpworkClient } from '../api';
import { ALL_ROOMS } from './room.pages';

/** What tells whether a room has new messages. Without the sender, a system message isn't null. */
const ROOM_ACTIVITY_FIELDS = /* GraphQL */ `
  fragment RoomActivityFields on Room {
    id
    latestStory {
      id
      createdDateTime
    }
  }
`;

export const roomActivityList = query(
  'RoomActivityList',
  /* GraphQL */ `
    query RoomActivityList($filter: RoomFilter, $pagination: Pagination, $sortOrder: SortOrder) {
      roomList(filter: $filter, pagination: $pagination, sortOrder: $sortOrder) {
        pageInfo {
          endCursor
        }
        edges {
          node {
            ...RoomActivityFields
          }
        }
      }
    }
    ${ROOM_ACTIVITY_FIELDS}
  `,
  {
    batch: true,
    defaults: { RoomFilter: { ...ALL_ROOMS, includeHidden_eq: false } },
    example: () => ({ filter: ALL_ROOMS, pagination: { first: FIRST_PAGE }, sortOrder: 'DESC' }),
  },
);

const getDocument = query(
  'RoomActivityGet',
  /* GraphQL */ `
    query RoomActivityGet($id: ID!) {
      room(id: $id) {
        ...RoomActivityFields
      }
    }
    ${ROOM_ACTIVITY_FIELDS}
  `,
  { batch: true, example: (first) => ({ id: first('Room.id') }) },
);

/** As Upwork returns it. */
export type RoomActivityNode = PartialData<RoomActivityGetQuery>['room'];

/** Enough to tell that nothing is new. */
const FIRST_PAGE = 30;
/** Upwork: pages of 100 rooms work. */
const PAGE_SIZE = 100;

export interface RoomActivityList extends PagedList<RoomActivityNode> {
  id: string;
}

/**
 * All rooms, latest activity first, in four lists that share their requests. Upwork: a list has either the rooms that
 * the user is subscribed to or the others, and hidden ones only if it is asked for them.
 */
export const allRooms = (client: UpworkClient): RoomActivityList[] =>
  [true, false].flatMap((subscribed_eq) =>
    [false, true].map((includeHidden_eq) => ({
      id: `${subscribed_eq ? 'subscribed' : 'other'}${includeHidden_eq ? ' and hidden' : ''}`,
      order: BY_CURSOR,
      async fetchPage(after) {
        const { roomList } = await client.send(roomActivityList, {
          filter: { ...ALL_ROOMS, subscribed_eq, includeHidden_eq },
          pagination: { first: after === null ? FIRST_PAGE : PAGE_SIZE, after },
          sortOrder: 'DESC',
        });
        return toConnectionPage(roomList);
      },
    })),
  );

/** A list with nothing but one room. Up to ten of them share a request. */
export const oneRoom = (client: UpworkClient, id: string): RoomActivityList => ({
  id,
  order: BY_CURSOR,
  async fetchPage() {
    const { room } = await client.send(getDocument, { id });
    return { records: [room], edgeCount: 1, endCursor: null, hasNextPage: false };
  },
});
