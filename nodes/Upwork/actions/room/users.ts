import type { INodeProperties } from 'n8n-workflow';

import type { RoomUserInput } from '../../api';
import { readId } from '../../fields/ids';
import type { Parameters } from '../../fields/parameters';

const ROLES = ['admin', 'owner', 'participant'] as const;

/** The people for a room. */
export const roomUsersField: INodeProperties = {
  displayName: 'Users',
  name: 'users',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add User',
  default: {},
  description: 'The people to let into the room',
  options: [
    {
      displayName: 'User',
      name: 'user',
      values: [
        {
          displayName: 'User ID',
          name: 'userId',
          type: 'string',
          default: '',
          placeholder: 'e.g. 1234567890123456789',
          description: "The person's ID, as Room: Get shows it among the participants",
        },
        {
          displayName: 'Organization ID',
          name: 'organizationId',
          type: 'string',
          default: '',
          placeholder: 'e.g. 1234567890123456789',
          description: 'The ID of the organization that the person speaks for',
        },
        {
          displayName: 'Role',
          name: 'role',
          type: 'options',
          options: [
            { name: 'Admin', value: 'admin', description: 'May change the room and let people in' },
            {
              name: 'Owner',
              value: 'owner',
              description: 'A room has one owner, who alone can hand it over',
            },
            { name: 'Participant', value: 'participant', description: 'Reads and writes' },
          ],
          default: 'participant',
          description: 'What the person may do in the room',
        },
      ],
    },
  ],
};

export function readRoomUsers(parameters: Parameters): RoomUserInput[] {
  return parameters.collection('users.user').map((_, index) => {
    const entry = `users.user[${index}]`;
    return {
      userId: readId(parameters, `${entry}.userId`),
      organizationId: readId(parameters, `${entry}.organizationId`),
      role: parameters.option(`${entry}.role`, ROLES) ?? 'participant',
    };
  });
}
