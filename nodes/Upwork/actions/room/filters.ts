import type { INodeProperties } from 'n8n-workflow';

import type { RoomCategoryFilter, RoomPrivacyFilter } from '../../api';
import { choiceField, dateField, flagField, idField, textField } from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { ROOM_TYPES } from '../../records/choices';
import type { RoomQuery, Subscription } from '../../records/room.pages';
import { lastActivity } from '../../records/room';
import type { RoomNode } from '../../records/room';

const CATEGORIES: Choice<RoomCategoryFilter>[] = [
  { name: 'Favorites', value: 'FAVORITES' },
  { name: 'Groups', value: 'GROUP' },
  { name: 'Interviews', value: 'INTERVIEW' },
  { name: 'People', value: 'PEOPLE' },
];

const PRIVACIES: Choice<Exclude<RoomPrivacyFilter, 'ALL'>>[] = [
  { name: 'Private', value: 'PRIVATE' },
  { name: 'Public', value: 'PUBLIC' },
];

const SUBSCRIPTIONS: Choice<Subscription>[] = [
  { name: 'All Rooms', value: 'all' },
  { name: 'Not Subscribed', value: 'notSubscribed' },
  { name: 'Subscribed', value: 'subscribed' },
];

/** Which rooms to get. */
export const roomFilterFields: INodeProperties = {
  displayName: 'Filters',
  name: 'filters',
  type: 'collection',
  placeholder: 'Add Filter',
  default: {},
  options: [
    dateField(
      'Active Since',
      'activeSince',
      "Only rooms with a message at this time or later. Can't be combined with Unread Only.",
    ),
    choiceField('Category', 'category', "Category of the room in Upwork's list", CATEGORIES),
    flagField(
      'Include Favorites',
      'includeFavorites',
      "Whether to also return favorites without recent messages. Needs 'Active Since'.",
    ),
    flagField(
      'Include Hidden',
      'includeHidden',
      'Whether to include hidden rooms. Included by default.',
    ),
    flagField(
      'Include Unread',
      'includeUnread',
      "Whether to also return rooms with unread messages but no recent ones. Needs 'Active Since'.",
    ),
    {
      ...textField('Locale', 'locale', 'Language of the messages that Upwork itself writes'),
      placeholder: 'e.g. en-US',
    },
    choiceField('Privacy', 'privacy', 'Who can see the room', PRIVACIES),
    idField(
      'Reference ID',
      'referenceId',
      'ID of what the room is about, such as a contract, an offer or a proposal',
    ),
    choiceField(
      'Subscription',
      'subscription',
      'Only rooms that you are, or are not, subscribed to. By default all rooms are returned.',
      SUBSCRIPTIONS,
    ),
    { ...choiceField('Room Type', 'roomType', 'Kind of room', ROOM_TYPES), default: 'INTERVIEW' },
    flagField(
      'Unread Only',
      'unreadOnly',
      "Whether to return only rooms with unread messages. Can't be combined with Active Since.",
    ),
  ],
};

/** Reads the fields above. Throws on what Upwork would ignore or can't do. */
export function readRoomFilter(
  parameters: Parameters,
): Pick<RoomQuery, 'filter' | 'includeHidden' | 'matches' | 'subscription'> {
  const type = parameters.choice('filters.roomType', ROOM_TYPES);
  const privacy = parameters.choice('filters.privacy', PRIVACIES);
  const category = parameters.choice('filters.category', CATEGORIES);
  const referenceId = parameters.optionalId('filters.referenceId');
  const locale = parameters.line('filters.locale');
  const hidesHidden =
    parameters.value('filters.includeHidden') !== undefined &&
    !parameters.flag('filters.includeHidden');
  const unreadOnly = parameters.flag('filters.unreadOnly');
  const activity = readActivity(parameters, unreadOnly);

  const filter: RoomQuery['filter'] = {
    ...(type && { roomType_eq: type }),
    ...(privacy && { roomPrivacy_eq: privacy }),
    ...(category && { roomCategory_eq: category }),
    ...(referenceId && { objectReferenceId_eq: referenceId }),
    ...(locale && { local_eq: locale }),
    ...(unreadOnly && { unreadRoomsOnly_eq: true }),
  };
  return {
    filter,
    includeHidden: !hidesHidden,
    subscription: parameters.choice('filters.subscription', SUBSCRIPTIONS) ?? 'all',
    // Upwork ignores some filters. A field that the key can't read excludes nothing.
    matches: (room) =>
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
      `can't be combined with ${parameters.label('filters.activeSince')}`,
      'Upwork allows only one of the two. Remove one.',
    );
  }
  for (const name of ['filters.includeFavorites', 'filters.includeUnread']) {
    if (since === undefined && parameters.flag(name)) {
      throw parameters.invalid(
        name,
        `needs ${parameters.label('filters.activeSince')}`,
        `Add the filter ${parameters.label('filters.activeSince')}, or remove this one.`,
      );
    }
  }
  return {
    since,
    includeFavorites: parameters.flag('filters.includeFavorites'),
    includeUnread: parameters.flag('filters.includeUnread'),
  };
}

/** Filtered here: the format of Upwork's `activeSince_eq` is not documented. */
function isActive(room: RoomNode, { since, includeFavorites, includeUnread }: Activity): boolean {
  if (since === undefined || room.latestActivity === undefined) return true;
  return (
    lastActivity(room) >= since ||
    (includeFavorites && room.favorite === true) ||
    (includeUnread && (room.numUnread ?? 0) > 0)
  );
}
