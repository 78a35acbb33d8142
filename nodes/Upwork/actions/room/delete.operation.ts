import { mutation } from '../../api';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';
import type { DeletedRoom } from '../../records/room';
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
  output: 'deletedRoom',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [roomLocatorField],

  async execute(client, parameters) {
    const id = readRoomId(parameters);
    await client.send(document, { roomId: id });
    const result: DeletedRoom = { deleted: true, id };
    return [{ ...result }];
  },
};
