import type { RoomFilter } from '../../api';
import { lastActivity } from '../../records/room';
import type { RoomNode } from '../../records/room';
import { readChoice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { CATEGORIES, PRIVACIES, SUBSCRIPTIONS, TYPES } from './filterFields';
import type { RoomQuery } from '../../records/room.list';

/** Which rooms the filter fields let through; refuses what Upwork would ignore or can't do. */
export function readRoomFilter(
  parameters: Parameters,
): Pick<RoomQuery, 'filter' | 'isWanted' | 'subscription'> {
  const type = readChoice(parameters, 'filters.type', TYPES);
  const privacy = readChoice(parameters, 'filters.privacy', PRIVACIES);
  const category = readChoice(parameters, 'filters.category', CATEGORIES);
  const referenceId = parameters.text('filters.referenceId');
  const locale = parameters.text('filters.locale');
  const hidesHidden =
    parameters.value('filters.includeHidden') !== undefined &&
    !parameters.flag('filters.includeHidden');
  const unreadOnly = parameters.flag('filters.unreadOnly');
  const activity = readActivity(parameters, unreadOnly);

  const filter: RoomFilter = {
    ...(type && { roomType_eq: type }),
    ...(privacy && { roomPrivacy_eq: privacy }),
    ...(category && { roomCategory_eq: category }),
    ...(referenceId && { objectReferenceId_eq: referenceId }),
    ...(locale && { local_eq: locale }),
    ...(hidesHidden && { includeHidden_eq: false }),
    ...(unreadOnly && { unreadRoomsOnly_eq: true }),
  };
  return {
    filter,
    subscription: readChoice(parameters, 'filters.subscription', SUBSCRIPTIONS) ?? 'all',
    // Upwork lets through what it does not heed. A field that the key may not read tells nothing.
    isWanted: (room) =>
      (!type || (room.roomType ?? type) === type) &&
      (!privacy || (room.public ?? privacy === 'PUBLIC') === (privacy === 'PUBLIC')) &&
      !(hidesHidden && room.hidden) &&
      !(unreadOnly && room.numUnread === 0) &&
      isActive(room, activity),
  };
}

interface Activity {
  since: number | undefined;
  includeFavorites: boolean;
  includeUnread: boolean;
}

function readActivity(parameters: Parameters, unreadOnly: boolean): Activity {
  const since = parameters.moment('filters.activeSince');
  if (since !== undefined && unreadOnly) {
    throw parameters.invalid(
      'filters.unreadOnly',
      'can\'t be combined with "filters.activeSince"',
      'Upwork allows only one of the two. Remove one.',
    );
  }
  for (const name of ['filters.includeFavorites', 'filters.includeUnread']) {
    if (since === undefined && parameters.flag(name)) {
      throw parameters.invalid(
        name,
        'needs "filters.activeSince"',
        'Without a time that rooms are left out by, there is nothing to include beside.',
      );
    }
  }
  return {
    since,
    includeFavorites: parameters.flag('filters.includeFavorites'),
    includeUnread: parameters.flag('filters.includeUnread'),
  };
}

/** Decided here: in which format Upwork wants the time of `activeSince_eq` is not documented. */
function isActive(room: RoomNode, { since, includeFavorites, includeUnread }: Activity): boolean {
  if (since === undefined || room.latestStory === undefined) return true;
  return (
    lastActivity(room) >= since ||
    (includeFavorites && room.favorite === true) ||
    (includeUnread && (room.numUnread ?? 0) > 0)
  );
}
