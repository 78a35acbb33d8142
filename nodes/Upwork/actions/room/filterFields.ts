import type { INodeProperties } from 'n8n-workflow';

/** The fields that say which rooms are wanted. */
export const roomFilterFields: INodeProperties = {
  displayName: 'Filters',
  name: 'filters',
  type: 'collection',
  placeholder: 'Add Filter',
  default: {},
  options: [
    {
      displayName: 'Active Since',
      name: 'activeSince',
      type: 'dateTime',
      default: '',
      description:
        "Finds rooms in which something was written at or after this time. Can't be combined with Unread Only.",
    },
    {
      displayName: 'Category',
      name: 'category',
      type: 'options',
      options: [
        { name: 'Favorites', value: 'FAVORITES' },
        { name: 'Groups', value: 'GROUP' },
        { name: 'Interviews', value: 'INTERVIEW' },
        { name: 'People', value: 'PEOPLE' },
      ],
      default: 'FAVORITES',
      description: "One of the categories of Upwork's list of rooms",
    },
    {
      displayName: 'Include Favorites',
      name: 'includeFavorites',
      type: 'boolean',
      default: true,
      description: 'Whether favorites come too if nothing was written there since Active Since',
    },
    {
      displayName: 'Include Hidden',
      name: 'includeHidden',
      type: 'boolean',
      default: true,
      description: 'Whether rooms that you have hidden come too. They do if this is not set.',
    },
    {
      displayName: 'Include Unread',
      name: 'includeUnread',
      type: 'boolean',
      default: true,
      description:
        'Whether rooms with unread messages come too if nothing was written there since Active Since',
    },
    {
      displayName: 'Locale',
      name: 'locale',
      type: 'string',
      default: '',
      placeholder: 'e.g. en-US',
      description: 'The language of the messages that Upwork itself writes',
    },
    {
      displayName: 'Privacy',
      name: 'privacy',
      type: 'options',
      options: [
        { name: 'Private', value: 'PRIVATE' },
        { name: 'Public', value: 'PUBLIC' },
      ],
      default: 'PRIVATE',
      description: 'Who can see the room',
    },
    {
      displayName: 'Reference ID',
      name: 'referenceId',
      type: 'string',
      default: '',
      placeholder: 'e.g. 1234567890123456789',
      description: 'The ID of what the room is about, such as a contract, an offer or a proposal',
    },
    {
      displayName: 'Subscription',
      name: 'subscription',
      type: 'options',
      options: [
        { name: 'All Rooms', value: 'all' },
        { name: 'Only Those I Am Not Subscribed To', value: 'notSubscribed' },
        { name: 'Only Those I Am Subscribed To', value: 'subscribed' },
      ],
      default: 'all',
      description:
        'Which rooms are wanted by their subscription. All of them if this is not set; Upwork itself would show only those that you are subscribed to.',
    },
    {
      displayName: 'Type',
      name: 'type',
      type: 'options',
      options: [
        { name: 'Group', value: 'GROUP' },
        { name: 'Interview', value: 'INTERVIEW' },
        { name: 'One-on-One', value: 'ONE_ON_ONE' },
      ],
      default: 'INTERVIEW',
      description: 'The kind of room',
    },
    {
      displayName: 'Unread Only',
      name: 'unreadOnly',
      type: 'boolean',
      default: true,
      description:
        "Whether to find only rooms with unread messages. Can't be combined with Active Since.",
    },
  ],
};
