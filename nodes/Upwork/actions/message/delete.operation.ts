import { mutation } from '../../api';
import type { Operation } from '../operation';
import { messageLocatorFields, readMessageLocator } from '../../fields/locators/message';

const document = mutation(
  'MessageDelete',
  /* GraphQL */ `
    mutation MessageDelete($roomId: ID!, $storyId: ID!) {
      removeRoomStory(roomId: $roomId, storyId: $storyId)
    }
  `,
);

export const deleteMessage: Operation = {
  value: 'delete',
  name: 'Delete',
  action: 'Delete a message',
  description: 'Delete a message that you sent',
  output: 'deleted',
  permission: 'Messaging – Read and Write',
  changes: 'whenAllowed',
  fields: messageLocatorFields,

  async execute(client, parameters) {
    await client.send(document, readMessageLocator(parameters));
    return [{ deleted: true }];
  },
};
