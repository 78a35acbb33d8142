import { mutation } from '../../api/documents/document';
import { ROOM_SUMMARY_FIELDS, roomSummaryOf } from '../../output/room';
import type { Operation } from '../operation';
import { readRoomId, roomLocatorField } from './locator';

const document = mutation(
  'RoomArchive',
  /* GraphQL */ `
    mutation RoomArchive($roomId: ID!) {
      archiveRoom(roomId: $roomId) {
        ...RoomSummaryFields
      }
    }
    ${ROOM_SUMMARY_FIELDS}
  `,
);

export const archive: Operation = {
  value: 'archive',
  name: 'Archive',
  action: 'Archive a room',
  description: 'Archive a room: it can still be read. Room: Update opens it again.',
  output: 'roomSummary',
  permission: 'Messaging – Read and Write',
  changes: 'whenAllowed',
  fields: [roomLocatorField],

  async execute(client, parameters) {
    const { archiveRoom } = await client.send(document, { roomId: readRoomId(parameters) });
    return [roomSummaryOf(archiveRoom)];
  },
};
