import { query } from '../../api';
import { MESSAGE_FIELDS, toMessage } from '../../records/message';
import type { Operation } from '../operation';
import { readTogether } from '../readTogether';
import { simplifyField } from '../../fields/simplify';
import { messageLocatorFields, readMessageLocator } from '../../fields/locators/message';

const document = query(
  'MessageGet',
  /* GraphQL */ `
    query MessageGet($roomId: ID!, $storyId: ID!) {
      roomStory(roomId: $roomId, storyId: $storyId) {
        ...MessageFields
      }
    }
    ${MESSAGE_FIELDS}
  `,
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get a message',
  description: 'Get one message of a room',
  output: 'message',
  permission: 'Messaging – Read-Only',
  fields: [...messageLocatorFields, simplifyField],

  ...readTogether(document, readMessageLocator, ({ roomStory: story }, parameters) => {
    const { roomId, storyId } = readMessageLocator(parameters);
    if (!story) {
      throw parameters.invalid('messageId', `names the message ${storyId}, which the room lacks`);
    }
    return [parameters.flag('simplify') ? toMessage(roomId, story) : story];
  }),
};
