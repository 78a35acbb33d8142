import { mutation } from '../../api';
import type { Operation } from '../operation';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';

const document = mutation(
  'RoomDelete',
  /* GraphQL */ `
    mutation RoomDelete($roomId: ID!) {
      removeRoom(roomId: $roomId)
    }
  `,
);

export const deleteRoom: Operation = {
  value: 'delete',
  name: 'Delete',
  action: 'Delete a room',
  description: 'Delete a room and its messages for good',
  output: 'deleted',
  permission: 'Messaging – Read and Write',
  changes: 'whenAllowed',
  fields: [roomLocatorField],

  async execute(client, parameters) {
    await client.send(document, { roomId: readRoomId(parameters) });
    return [{ deleted: true }];
  },
};
