import { upworkTime } from '../../records/dates';
import { toMessage } from '../../records/message';
import type { StoryNode } from '../../records/message';
import { limitFields, readLimit, takeRecords } from '../../fields/limit';
import type { Operation } from '../operation';
import type { Parameters } from '../../fields/parameters';
import { requireRoomId, findRoom } from '../../fields/roomLookup';
import { roomTargetFields } from '../../fields/roomTarget';
import { simplifyField } from '../../fields/simplify';
import { listMessages } from '../../records/message.pages';
import type { Period } from '../../records/message.pages';

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many messages of a room',
  description: 'Get the messages of a room',
  output: 'message',
  permission: 'Messaging – Read-Only',
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
          description: 'Finds messages that were sent at this time or later',
        },
        {
          displayName: 'Sent Before',
          name: 'sentBefore',
          type: 'dateTime',
          default: '',
          description: 'Finds messages that were sent at this time or earlier',
        },
      ],
    },
    {
      displayName: 'Sort Order',
      name: 'order',
      type: 'options',
      options: [
        { name: 'Newest First', value: 'newestFirst' },
        { name: 'Oldest First', value: 'oldestFirst' },
      ],
      default: 'newestFirst',
      description:
        'Which messages come first. Upwork gives the newest first: for the oldest, all that fit the filters are read.',
    },
    simplifyField,
  ],

  async execute(client, parameters) {
    const period = readPeriod(parameters);
    const limit = readLimit(parameters);
    const isOldestFirst =
      parameters.option('order', ['newestFirst', 'oldestFirst']) === 'oldestFirst';
    const roomId = requireRoomId(await findRoom({ client, parameters }));
    const stories = await takeRecords(
      listMessages(client, roomId, period),
      isOldestFirst ? Infinity : limit,
      (story) => isWithin(story, period),
    );
    const wanted = isOldestFirst ? stories.reverse().slice(0, limit) : stories;
    return parameters.flag('simplify') ? wanted.map((story) => toMessage(roomId, story)) : wanted;
  },
};

function readPeriod(parameters: Parameters): Period {
  const from = parameters.moment('filters.sentAfter');
  const to = parameters.moment('filters.sentBefore');
  if (from !== undefined && to !== undefined && from > to) {
    throw parameters.invalid('filters.sentAfter', 'is later than "filters.sentBefore"');
  }
  return { from, to };
}

/** A time that the key may not read tells nothing. */
function isWithin({ createdDateTime }: StoryNode, { from, to }: Period): boolean {
  if (createdDateTime === undefined) return true;
  const time = upworkTime(createdDateTime);
  return !(from !== undefined && time < from) && !(to !== undefined && time > to);
}
