import { mutation } from '../../api';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';
import type { AddedUsers } from '../../records/room';
import type { Operation } from '../operation';
import { readRoomUsers, roomUsersField } from './users';

const document = mutation(
  'RoomAddUsers',
  /* GraphQL */ `
    mutation RoomAddUsers($roomId: ID!, $users: [RoomUserInput!]!) {
      addUserToRoom(roomId: $roomId, roomUsers: $users)
    }
  `,
);

export const addUsers: Operation = {
  value: 'addUsers',
  name: 'Add Users',
  action: 'Add users to a room',
  description: 'Add people to a room or change their role',
  output: 'addedUsers',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [roomLocatorField, { ...roomUsersField, required: true }],

  async execute(client, parameters) {
    const roomId = readRoomId(parameters);
    const users = readRoomUsers(parameters);
    if (users.length === 0) throw parameters.invalid('users', 'is empty: add at least one user');
    const { addUserToRoom: success } = await client.send(document, { roomId, users });
    const userIds = users.map(({ userId }) => userId).join(', ');
    const result: AddedUsers = { success, userIds, roomId };
    return [{ ...result }];
  },
};
