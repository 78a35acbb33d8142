import { outputOf, simplifyField } from '../../fields/simplify';
import { listOrganizations, toOrganization } from '../../records/organization';
import type { Operation } from '../operation';

export const getOrganizations: Operation = {
  value: 'getOrganizations',
  name: 'Get Organizations',
  action: 'Get the organizations of the account',
  description: 'Get the organizations that the connected user can act for',
  output: 'organization',
  permissions: ['Common Entities – Read-Only'],
  fields: [simplifyField],

  async execute(client, parameters) {
    const organizations = await listOrganizations(client);
    return organizations.map(outputOf(parameters, toOrganization));
  },
};
