import { mutation } from '../../api';
import { isoDate } from '../../records/dates';
import { roomUrl } from '../../records/room';
import type { ItemRun, Operation } from '../operation';
import { requireRoomId, findRoom } from '../../fields/roomLookup';
import { openRoom } from '../../records/room.lookup';
import { readPerson } from '../../fields/person';
import { readRoomBy, roomTargetFields } from '../../fields/roomTarget';
import { messageTextField, readMessageText } from '../../fields/messageText';

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
  description: 'Send a message to a room, or to a person, whose room is opened if there is none',
  output: 'sentMessage',
  permission: 'Messaging – Read and Write',
  changes: 'whenAllowed',
  fields: [...roomTargetFields, messageTextField],

  async execute(client, parameters) {
    const message = readMessageText(parameters);
    const roomId = await findOrOpenRoom({ client, parameters });
    const { createRoomStoryV2: sent } = await client.send(document, {
      input: { roomId, message },
    });
    return [
      {
        id: sent.id,
        roomId,
        roomUrl: roomUrl(roomId),
        text: sent.message ?? null,
        sentAt: isoDate(sent.createdDateTime),
      },
    ];
  },
};

/** Upwork: of all kinds of rooms, only those with one person can be opened by who wants to write there. */
async function findOrOpenRoom(run: ItemRun): Promise<string> {
  const { client, parameters } = run;
  const found = await findRoom(run);
  if (typeof found !== 'string' && readRoomBy(parameters) === 'person') {
    return (await openRoom(client, readPerson(parameters))).id;
  }
  return requireRoomId(found);
}
