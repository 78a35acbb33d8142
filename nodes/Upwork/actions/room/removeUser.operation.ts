import { mutation } from '../../api';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';
import { personFields, readPerson } from '../../fields/person';
import type { Success } from '../../records/confirmation';
import type { Operation } from '../operation';

const document = mutation(
  'RoomRemoveUser',
  /* GraphQL */ `
    mutation RoomRemoveUser($roomId: ID!, $userId: ID!, $organizationId: ID!) {
      removeUserFromRoom(roomId: $roomId, userId: $userId, orgId: $organizationId)
    }
  `,
);

export const removeUser: Operation = {
  value: 'removeUser',
  name: 'Remove User',
  action: 'Remove a user from a room',
  description: 'Remove a person from a room, or leave it yourself',
  output: 'success',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [roomLocatorField, ...personFields()],

  async execute(client, parameters) {
    const roomId = readRoomId(parameters);
    const { removeUserFromRoom: success } = await client.send(document, {
      roomId,
      ...readPerson(parameters),
    });
    const result: Success = { success };
    return [{ ...result }];
  },
};
