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

/** Undefined for the organization of the credential. The field is one of the options, except for clients. */
export const readOrganizationId = (parameters: Parameters): string | undefined =>
  parameters.optionalId('options.organizationId', isOrganizationId) ??
  parameters.optionalId('organizationId', isOrganizationId);
