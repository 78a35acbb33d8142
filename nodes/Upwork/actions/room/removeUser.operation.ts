import { mutation } from '../../api';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';
import { personFields, readPerson } from '../../fields/person';
import type { RemovedUser } from '../../records/room';
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
  output: 'removedUser',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [roomLocatorField, ...personFields()],

  async execute(client, parameters) {
    const roomId = readRoomId(parameters);
    const person = readPerson(parameters);
    const { removeUserFromRoom: success } = await client.send(document, { roomId, ...person });
    const result: RemovedUser = { success, userId: person.userId, roomId };
    return [{ ...result }];
  },
};
