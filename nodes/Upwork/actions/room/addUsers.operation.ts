import { mutation } from '../../api';
import type { Operation } from '../operation';
import { readRoomId, roomLocatorField } from '../../fields/locators/room';
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
  description: 'Let people into a room, or give those inside another role',
  output: 'success',
  permission: 'Messaging – Read and Write',
  changes: 'whenAllowed',
  fields: [roomLocatorField, { ...roomUsersField, required: true }],

  async execute(client, parameters) {
    const roomId = readRoomId(parameters);
    const users = readRoomUsers(parameters);
    if (users.length === 0) throw parameters.invalid('users', 'is empty: add at least one user');
    const { addUserToRoom: success } = await client.send(document, { roomId, users });
    return [{ success }];
  },
};
