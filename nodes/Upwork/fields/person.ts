import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { PersonId } from '../records/person';
import { locatorField } from './builders';
import { isId, quoted } from './id';
import { ORGANIZATION_PATHS } from './organization';
import type { Parameters } from './parameters';

const NAME = 'personId';

/** Choosing one of the people in the user's rooms. */
export const personField = (displayOptions?: IDisplayOptions): INodeProperties => ({
  ...personLocator('The person. The list shows the people in your rooms.', {
    searchListMethod: 'searchPeople',
    dependsOn: ORGANIZATION_PATHS,
  }),
  required: true,
  ...(displayOptions && { displayOptions }),
});

/** Choosing a participant of the room that is chosen above. */
export const participantField: INodeProperties = {
  ...personLocator('The person. The list shows the participants of the room.', {
    searchListMethod: 'searchParticipants',
    dependsOn: [...ORGANIZATION_PATHS, 'roomId.value'],
  }),
  required: true,
};

function personLocator(
  description: string,
  list: { searchListMethod: string; dependsOn: string[] },
): INodeProperties {
  return locatorField(
    { displayName: 'Person', name: NAME, description },
    {
      ...list,
      id: {
        placeholder: 'e.g. 1234567890123456789/1987654321098765432',
        regex: '^[\\w~-]+/[\\w~-]+$',
        errorMessage: 'Enter a user ID and an organization ID with a slash between them',
      },
    },
  );
}

export function readPerson(parameters: Parameters): PersonId {
  const entered = parameters.locator(NAME);
  if (entered === undefined)
    throw parameters.invalid(NAME, 'is empty', 'Choose the person from the list.');
  const [userId = '', organizationId = '', ...more] = entered.split('/');
  if (isId(userId) && isId(organizationId) && more.length === 0) return { userId, organizationId };
  throw parameters.invalid(
    NAME,
    `is not a user ID and an organization ID with a slash between them: ${quoted(entered)}`,
    'Select the person from the list. As an expression, join both IDs, such as those of the sender of a message.',
  );
}
