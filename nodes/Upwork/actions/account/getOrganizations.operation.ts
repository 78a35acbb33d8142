import type { Operation } from '../operation';
import { simplifyField } from '../../fields/simplify';
import { listOrganizations } from '../../records/organization.pages';

export const getOrganizations: Operation = {
  value: 'getOrganizations',
  name: 'Get Organizations',
  action: 'Get the organizations of the account',
  description: 'Get the organizations that the connected user can act for',
  output: 'organization',
  permission: 'Common Entities – Read-Only',
  fields: [simplifyField],

  async execute(client, parameters) {
    const organizations = await listOrganizations(client);
    if (!parameters.flag('simplify')) return organizations.map((item) => ({ ...item }));
    return organizations.map((item) => ({
      id: item.organizationId,
      name: item.title ?? null,
      isCompany: item.organizationType === 'Business',
      hires: item.organizationLegacyType === 'Client',
    }));
  },
};
