import type { INodeProperties } from 'n8n-workflow';

import { isOrganizationId } from '../api';
import type { Parameters } from './parameters';

/** The organization that a node acts for. */
export const organizationField: INodeProperties = {
  displayName: 'Organization',
  name: 'organizationId',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  description:
    'Organization to act for, such as your agency. Leave empty to use the organization of the credential.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: "The credential's organization",
      typeOptions: { searchListMethod: 'searchOrganizations' },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. 1234567890123456789',
    },
  ],
};

/** Where the organization is: a field of its own for what only clients have, an option elsewhere. */
const NAMES = ['organizationId', 'options.organizationId'];

/** The same, for lists of what the organization has. */
export const ORGANIZATION_PATHS: string[] = NAMES.map((name) => `${name}.value`);

/** Undefined for the organization of the credential. */
export function readOrganizationId(parameters: Parameters): string | undefined {
  const name = NAMES.find((one) => parameters.locator(one) !== undefined);
  return name && parameters.optionalId(name, isOrganizationId);
}
