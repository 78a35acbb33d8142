import { mutation } from '../../api';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';
import { ROOM_SUMMARY_FIELDS, toRoomSummary } from '../../records/room';
import type { Operation } from '../operation';

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
  description: 'Archive a room, which can still be read',
  output: 'roomSummary',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [roomLocatorField],

  async execute(client, parameters) {
    const { archiveRoom } = await client.send(document, { roomId: readRoomId(parameters) });
    return [{ ...toRoomSummary(archiveRoom) }];
  },
};
