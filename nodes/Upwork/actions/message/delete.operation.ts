import { mutation } from '../../api';
import { messageLocatorFields, readMessageLocator } from '../../fields/locators/message';
import type { DeletedMessage } from '../../records/message';
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
  output: 'deletedMessage',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: messageLocatorFields,

  async execute(client, parameters) {
    const { roomId, storyId } = readMessageLocator(parameters);
    await client.send(document, { roomId, storyId });
    const result: DeletedMessage = { deleted: true, id: storyId, roomId };
    return [{ ...result }];
  },
};
