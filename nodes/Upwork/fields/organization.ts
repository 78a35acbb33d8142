import type { INodeProperties } from 'n8n-workflow';

/** The organization that a node acts for. */
export const organizationField: INodeProperties = {
  displayName: 'Organization',
  name: 'organizationId',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  description:
    "The organization to act for, such as your agency. Leave empty for the credential's, or else the one that was selected at your last login to Upwork.",
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
