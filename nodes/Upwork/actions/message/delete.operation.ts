import { mutation } from '../../api';
import { messageLocatorFields, readMessageLocator } from '../../fields/locators/message';
import type { Deleted } from '../../records/confirmation';
import type { Operation } from '../operation';

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
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: messageLocatorFields,

  async execute(client, parameters) {
    await client.send(document, readMessageLocator(parameters));
    const result: Deleted = { deleted: true };
    return [{ ...result }];
  },
};
