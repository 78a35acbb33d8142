import type { INodeProperties } from 'n8n-workflow';

import type { RoomCategoryFilter, RoomPrivacyFilter, RoomTypeFilter } from '../../api';
import type { Choice } from '../../fields/builders';
import { choiceField, dateField, flagField, idTextField, textField } from '../../fields/builders';
import type { Subscription } from '../../records/room.list';

export const CATEGORIES: Choice<RoomCategoryFilter>[] = [
  { name: 'Favorites', value: 'FAVORITES' },
  { name: 'Groups', value: 'GROUP' },
  { name: 'Interviews', value: 'INTERVIEW' },
  { name: 'People', value: 'PEOPLE' },
];

export const PRIVACIES: Choice<Exclude<RoomPrivacyFilter, 'ALL'>>[] = [
  { name: 'Private', value: 'PRIVATE' },
  { name: 'Public', value: 'PUBLIC' },
];

export const SUBSCRIPTIONS: Choice<Subscription>[] = [
  { name: 'All Rooms', value: 'all' },
  { name: 'Only Those I Am Not Subscribed To', value: 'notSubscribed' },
  { name: 'Only Those I Am Subscribed To', value: 'subscribed' },
];

export const TYPES: Choice<Exclude<RoomTypeFilter, 'ALL'>>[] = [
  { name: 'Group', value: 'GROUP' },
  { name: 'Interview', value: 'INTERVIEW' },
  { name: 'One-on-One', value: 'ONE_ON_ONE' },
];

/** The fields that say which rooms are wanted. */
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
      "Finds rooms in which something was written at or after this time. Can't be combined with Unread Only.",
    ),
    choiceField(
      'Category',
      'category',
      "One of the categories of Upwork's list of rooms",
      CATEGORIES,
    ),
    flagField(
      'Include Favorites',
      'includeFavorites',
      'Whether favorites come too if nothing was written there since Active Since',
    ),
    flagField(
      'Include Hidden',
      'includeHidden',
      'Whether rooms that you have hidden come too. They do if this is not set.',
    ),
    flagField(
      'Include Unread',
      'includeUnread',
      'Whether rooms with unread messages come too if nothing was written there since Active Since',
    ),
    {
      ...textField('Locale', 'locale', 'The language of the messages that Upwork itself writes'),
      placeholder: 'e.g. en-US',
    },
    choiceField('Privacy', 'privacy', 'Who can see the room', PRIVACIES),
    idTextField(
      'Reference ID',
      'referenceId',
      'The ID of what the room is about, such as a contract, an offer or a proposal',
    ),
    choiceField(
      'Subscription',
      'subscription',
      'Which rooms are wanted by their subscription. All of them if this is not set; Upwork itself would show only those that you are subscribed to.',
      SUBSCRIPTIONS,
    ),
    { ...choiceField('Type', 'type', 'The kind of room', TYPES), default: 'INTERVIEW' },
    flagField(
      'Unread Only',
      'unreadOnly',
      "Whether to find only rooms with unread messages. Can't be combined with Active Since.",
    ),
  ],
};
