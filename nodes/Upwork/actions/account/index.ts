import type { Resource } from '../operation';
import { checkAccess } from './checkAccess.operation';
import { get } from './get.operation';
import { getOrganizations } from './getOrganizations.operation';

export const account: Resource = {
  value: 'account',
  name: 'Account',
  defaultOperation: get.value,
  operations: [checkAccess, get, getOrganizations],
};
