import { lastActivity, myself, type Room, unreadStories } from '../../world/messaging/room.mts';
import { readDate } from '../dates.mts';
import { UpworkError } from '../part.mts';

/** RoomFilter, without what the sandbox ignores: local_eq, the language of Upwork's own stories. */
export interface RoomFilter {
  roomType_eq?: 'ALL' | Room['type'] | null;
  roomPrivacy_eq?: 'ALL' | 'PRIVATE' | 'PUBLIC' | null;
  subscribed_eq?: boolean | null;
  activeSince_eq?: string | null;
  includeFavorites_eq?: boolean | null;
  includeUnreadIfActive_eq?: boolean | null;
  unreadRoomsOnly_eq?: boolean | null;
  includeHidden_eq?: boolean | null;
  objectReferenceId_eq?: string | null;
  roomCategory_eq?: 'FAVORITES' | 'PEOPLE' | 'INTERVIEW' | 'GROUP' | null;
}

type RoomTest = (room: Room) => boolean;

const isUnread: RoomTest = (room) => unreadStories(room).length > 0;
const isFavorite: RoomTest = ({ favoriteAt }) => favoriteAt !== null;

const CATEGORIES: Record<NonNullable<RoomFilter['roomCategory_eq']>, RoomTest> = {
  FAVORITES: isFavorite,
  PEOPLE: ({ type }) => type === 'ONE_ON_ONE',
  INTERVIEW: ({ type }) => type === 'INTERVIEW',
  GROUP: ({ type }) => type === 'GROUP',
};

/** The format of `activeSince_eq` is unknown: here both possible ones work. */
function readActiveSince(text: string): number {
  const time = /^\d+$/.test(text) ? Number(text) : readDate(text);
  if (time === null) throw new UpworkError('Exception occurred');
  return time;
}

function activityTest(since: number, filter: RoomFilter): RoomTest {
  // How Upwork responds to both together is unknown; its schema says that they exclude each other.
  if (filter.unreadRoomsOnly_eq) throw new UpworkError('Exception occurred');
  return (room) =>
    lastActivity(room) >= since ||
    (filter.includeFavorites_eq === true && isFavorite(room)) ||
    (filter.includeUnreadIfActive_eq === true && isUnread(room));
}

/** Whether the connected user can see a room: as a member, or because it is public. */
export function isVisible(room: Room): boolean {
  return room.public || myself(room) !== undefined;
}

export function refersTo({ contractId, offerIds, proposalId }: Room, id: string): boolean {
  return [contractId, proposalId, ...offerIds].includes(id);
}

/**
 * Which rooms a filter lets through. Upwork: by default, only those that the user is subscribed to,
 * and no hidden ones.
 */
export function roomTest(filter: RoomFilter, hiddenAlone = false): RoomTest {
  const subscribed = filter.subscribed_eq ?? true;
  const hidden = filter.includeHidden_eq ?? false;
  const tests: RoomTest[] = [
    isVisible,
    (room) => room.subscribed === subscribed,
    (room) => room.hidden === hidden || (hidden && !hiddenAlone),
  ];

  function when<T>(value: T | null | undefined, test: (value: T) => RoomTest): void {
    if (value !== null && value !== undefined) tests.push(test(value));
  }

  when(filter.roomType_eq, (type) => (room) => type === 'ALL' || room.type === type);
  when(
    filter.roomPrivacy_eq,
    (privacy) => (room) => privacy === 'ALL' || room.public === (privacy === 'PUBLIC'),
  );
  when(filter.activeSince_eq, (since) => activityTest(readActiveSince(since), filter));
  when(filter.unreadRoomsOnly_eq, (only) => (room) => !only || isUnread(room));
  when(filter.objectReferenceId_eq, (id) => (room) => refersTo(room, id));
  when(filter.roomCategory_eq, (category) => CATEGORIES[category]);

  return (room) => tests.every((test) => test(room));
}
