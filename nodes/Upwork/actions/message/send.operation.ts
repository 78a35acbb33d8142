import { mutation } from '../../api';
import type { UpworkClient } from '../../api';
import { messageTextField, readMessageText } from '../../fields/messageText';
import type { Parameters } from '../../fields/parameters';
import { readPerson } from '../../fields/person';
import { readRoomBy, requireRoomId, roomTargetFields } from '../../fields/roomTarget';
import { toSentMessage } from '../../records/message';
import { findRoomId, openRoom } from '../../records/room.lookup';
import type { Operation } from '../operation';

const document = mutation(
  'MessageSend',
  /* GraphQL */ `
    mutation MessageSend($input: RoomStoryCreateInputV2!) {
      createRoomStoryV2(input: $input) {
        id
        message
        createdDateTime
      }
    }
  `,
);

export const send: Operation = {
  value: 'send',
  name: 'Send',
  action: 'Send a message',
  description: "Send a message to a room or a person; opens the person's room if there is none",
  output: 'sentMessage',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [...roomTargetFields, messageTextField],

  async execute(client, parameters) {
    const message = readMessageText(parameters);
    const roomId = await findOrOpenRoom(client, parameters);
    const { createRoomStoryV2: sent } = await client.send(document, {
      input: { roomId, message },
    });
    return [{ ...toSentMessage(roomId, sent) }];
  },
};

/** Upwork: only one-on-one rooms can be opened from either side. */
async function findOrOpenRoom(client: UpworkClient, parameters: Parameters): Promise<string> {
  if (readRoomBy(parameters) !== 'person') return await requireRoomId(client, parameters);
  const person = readPerson(parameters);
  const found = await findRoomId(client, { by: 'person', ...person });
  return found ?? (await openRoom(client, person)).id;
}
