import { mutation } from '../../api';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';
import type { Deleted } from '../../records/confirmation';
import type { Operation } from '../operation';

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
  description: 'Permanently delete a room and its messages',
  output: 'deleted',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [roomLocatorField],

  async execute(client, parameters) {
    await client.send(document, { roomId: readRoomId(parameters) });
    const result: Deleted = { deleted: true };
    return [{ ...result }];
  },
};
