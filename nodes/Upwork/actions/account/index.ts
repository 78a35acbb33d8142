import type { Resource } from '../operation';
import type { PermissionUses } from '../permissionUses';
import { checkAccess } from './checkAccess.operation';
import { checkApi } from './checkApi.operation';
import { get } from './get.operation';
import { getOrganizations } from './getOrganizations.operation';

export const account = (uses: PermissionUses): Resource => ({
  value: 'account',
  name: 'Account',
  description: 'The connection, its permissions and your organizations',
  defaultOperation: get.value,
  operations: [checkAccess(uses), checkApi, get, getOrganizations],
});
