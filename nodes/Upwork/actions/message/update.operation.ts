import { mutation } from '../../api';
import { messageLocatorFields, readMessageLocator } from '../../fields/locators/message';
import { messageTextField, readMessageText } from '../../fields/messageText';
import { titleCase } from '../../records/choices';
import type { EditedMessage } from '../../records/message';
import { roomUrl } from '../../records/room';
import type { Operation } from '../operation';

const document = mutation(
  'MessageUpdate',
  /* GraphQL */ `
    mutation MessageUpdate($input: RoomStoryUpdateInputV2!) {
      updateRoomStoryV2(input: $input) {
        status
      }
    }
  `,
);

export const update: Operation = {
  value: 'update',
  name: 'Update',
  action: 'Update a message',
  description: 'Change the text of a message that you sent',
  output: 'editedMessage',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [...messageLocatorFields, messageTextField],

  async execute(client, parameters) {
    const { roomId, storyId } = readMessageLocator(parameters);
    const message = readMessageText(parameters);
    const { updateRoomStoryV2: updated } = await client.send(document, {
      input: { roomId, storyId, message },
    });
    const edited: EditedMessage = {
      text: message,
      status: updated.status ? titleCase(updated.status) : null,
      roomUrl: roomUrl(roomId),
      id: storyId,
      roomId,
    };
    return [{ ...edited }];
  },
};
