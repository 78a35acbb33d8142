import { query } from '../../api';
import { messageLocatorFields, readMessageLocator } from '../../fields/locators/message';
import { outputOf, simplifyField } from '../../fields/simplify';
import { MESSAGE_FIELDS, toMessage } from '../../records/message';
import type { Operation } from '../operation';

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
  {
    batch: true,
    example: (first) => ({ roomId: first('Room.id'), storyId: first('RoomStory.id') }),
  },
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get a message',
  description: 'Get one message of a room',
  output: 'message',
  permissions: ['Messaging – Read-Only'],
  fields: [...messageLocatorFields, simplifyField],

  async execute(client, parameters) {
    const { roomId, storyId } = readMessageLocator(parameters);
    const { roomStory: story } = await client.send(document, { roomId, storyId });
    if (!story) {
      throw parameters.invalid(
        'messageId',
        `names the message ${storyId}, which is not in the room`,
      );
    }
    return [outputOf(parameters, toMessage(roomId))(story)];
  },
};
