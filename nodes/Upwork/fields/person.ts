import type { IDisplayOptions } from 'n8n-workflow';

import type { PersonId } from '../records/room.lookup';
import { requiredIdField } from './builders';
import type { Parameters } from './parameters';

/** Choosing a person. `userOrganizationId` is not the organization that the node acts for. */
export const personFields = (displayOptions?: IDisplayOptions) =>
  [
    {
      displayName: 'User ID',
      name: 'userId',
      description: 'ID of the person. Room: Get returns it in participantIds.',
    },
    {
      displayName: 'User Organization ID',
      name: 'userOrganizationId',
      description:
        'ID of the organization that the person acts for. Room: Get lists it next to the user ID.',
    },
  ].map((field) => requiredIdField({ ...field, ...(displayOptions && { displayOptions }) }));

export function readPerson(parameters: Parameters): PersonId {
  return {
    userId: parameters.id('userId'),
    organizationId: parameters.id('userOrganizationId'),
  };
}
