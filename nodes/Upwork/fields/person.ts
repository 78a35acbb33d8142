import type { IDisplayOptions } from 'n8n-workflow';

import { idField, readId } from './ids';
import type { Parameters } from './parameters';

/** Upwork tells people apart by who they are and for whom they speak. */
export interface Person {
  userId: string;
  organizationId: string;
}

/** Choosing one person. `userOrganizationId` is not the organization that the node acts for. */
export const personFields = (displayOptions?: IDisplayOptions) =>
  [
    {
      displayName: 'User ID',
      name: 'userId',
      description: "The person's ID, as Room: Get shows it among the participants",
    },
    {
      displayName: 'User Organization ID',
      name: 'userOrganizationId',
      description:
        'The ID of the organization that the person speaks for, as Room: Get shows it beside theirs',
    },
  ].map((field) => idField({ ...field, ...(displayOptions && { displayOptions }) }));

export function readPerson(parameters: Parameters): Person {
  return {
    userId: readId(parameters, 'userId'),
    organizationId: readId(parameters, 'userOrganizationId'),
  };
}
