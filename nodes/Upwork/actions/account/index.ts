import type { Resource } from '../operation';
import { checkAccess } from './checkAccess';
import { get } from './get';
import { getOrganizations } from './getOrganizations';

export const account: Resource = {
  value: 'account',
  name: 'Account',
  defaultOperation: get.value,
  operations: [checkAccess, get, getOrganizations],
};
