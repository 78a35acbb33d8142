import { takeRecords } from '../../api';
import type { Choice } from '../../fields/builders';
import { limitFields, readLimit } from '../../fields/limit';
import type { Parameters } from '../../fields/parameters';
import { requireRoomId, roomTargetFields } from '../../fields/roomTarget';
import { outputOf, simplifyField } from '../../fields/simplify';
import { upworkTime } from '../../records/dates';
import { listMessages } from '../../records/message.pages';
import type { Period } from '../../records/message.pages';
import { toMessage } from '../../records/message';
import type { StoryNode } from '../../records/message';
import type { Operation } from '../operation';

const SORTS: Choice<'createdDescending' | 'createdAscending'>[] = [
  { name: 'Newest First', value: 'createdDescending' },
  { name: 'Oldest First', value: 'createdAscending' },
];

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many messages of a room',
  description: 'Get the messages of a room',
  output: 'message',
  permissions: ['Messaging – Read-Only'],
  fields: [
    ...roomTargetFields,
    ...limitFields,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      options: [
        {
          displayName: 'Sent After',
          name: 'sentAfter',
          type: 'dateTime',
          default: '',
          description: 'Only messages sent at this time or later',
        },
        {
          displayName: 'Sent Before',
          name: 'sentBefore',
          type: 'dateTime',
          default: '',
          description: 'Only messages sent at this time or earlier',
        },
      ],
    },
    {
      displayName: 'Sort By',
      name: 'sort',
      type: 'options',
      options: SORTS,
      default: 'createdDescending',
      description:
        'Which messages come first. Oldest First reads all matching messages and can take longer.',
    },
    simplifyField,
  ],

  async execute(client, parameters) {
    const period = readPeriod(parameters);
    const limit = readLimit(parameters);
    const isOldestFirst = parameters.choice('sort', SORTS) === 'createdAscending';
    const roomId = await requireRoomId(client, parameters);
    const stories = await takeRecords(
      listMessages(client, roomId, period),
      isOldestFirst ? Infinity : limit,
      (story) => isWithin(story, period),
    );
    const sorted = isOldestFirst ? stories.reverse().slice(0, limit) : stories;
    return sorted.map(outputOf(parameters, toMessage(roomId)));
  },
};

function readPeriod(parameters: Parameters): Period {
  const from = parameters.moment('filters.sentAfter');
  const to = parameters.moment('filters.sentBefore');
  if (from !== undefined && to !== undefined && from > to) {
    throw parameters.invalid(
      'filters.sentAfter',
      `is later than ${parameters.label('filters.sentBefore')}`,
    );
  }
  return { from, to };
}

/** A time that the key can't read excludes nothing. */
function isWithin({ createdDateTime }: StoryNode, { from, to }: Period): boolean {
  if (createdDateTime === undefined) return true;
  const time = upworkTime(createdDateTime);
  return !(from !== undefined && time < from) && !(to !== undefined && time > to);
}
