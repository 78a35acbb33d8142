import type { RoomFilter, SortOrder, UpworkClient } from '../api';
import { lastActivity } from './room';
import type { RoomNode } from './room';
import { takeRecords } from '../fields/limit';
import { paginateRooms } from './room.pages';

/** Which rooms are wanted: all, or only those that the user is, or is not, subscribed to. */
export type Subscription = 'all' | 'subscribed' | 'notSubscribed';

export interface RoomQuery {
  filter: Omit<RoomFilter, 'subscribed_eq'>;
  subscription: Subscription;
  sortOrder: SortOrder;
  limit: number;
  isWanted: (room: RoomNode) => boolean;
}

/**
 * The rooms in the order of their activity. Upwork: a list has the rooms that the user is subscribed
 * to, or else those that they are not; all are in two lists.
 */
export async function listRooms(
  client: UpworkClient,
  { filter, subscription, sortOrder, limit, isWanted }: RoomQuery,
): Promise<RoomNode[]> {
  const rooms = new Map<string, RoomNode>();
  for (const subscribed of subscription === 'all'
    ? [true, false]
    : [subscription === 'subscribed']) {
    const pages = paginateRooms(client, { ...filter, subscribed_eq: subscribed }, sortOrder);
    for (const room of await takeRecords(pages, limit, isWanted)) rooms.set(room.id, room);
  }
  const direction = sortOrder === 'ASC' ? 1 : -1;
  return [...rooms.values()]
    .sort((one, other) => direction * (lastActivity(one) - lastActivity(other)))
    .slice(0, limit);
}
