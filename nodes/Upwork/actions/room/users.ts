import type { INodeProperties } from 'n8n-workflow';

import type { RoomUserInput } from '../../api';
import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';

const ROLES: Choice<'admin' | 'owner' | 'participant'>[] = [
  { name: 'Admin', value: 'admin', description: 'Can change the room and add people' },
  {
    name: 'Owner',
    value: 'owner',
    description: 'A room has one owner, who alone can hand it over',
  },
  { name: 'Participant', value: 'participant', description: 'Can read and write' },
];

/** Choosing the people of a room. */
export const roomUsersField: INodeProperties = {
  displayName: 'Users',
  name: 'users',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add User',
  default: {},
  description: 'People to add',
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
          description: 'ID of the person. Room: Get returns it in participantIds.',
        },
        {
          displayName: 'Organization ID',
          name: 'organizationId',
          type: 'string',
          default: '',
          placeholder: 'e.g. 1234567890123456789',
          description: 'ID of the organization that the person acts for',
        },
        {
          displayName: 'Role',
          name: 'role',
          type: 'options',
          options: ROLES,
          default: 'participant',
          description: 'What the person can do in the room',
        },
      ],
    },
  ],
};

export function readRoomUsers(parameters: Parameters): RoomUserInput[] {
  return parameters.entries('users.user').map((entry) => ({
    userId: entry.id('userId'),
    organizationId: entry.id('organizationId'),
    role: entry.choice('role', ROLES) ?? 'participant',
  }));
}
