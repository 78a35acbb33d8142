import { howToGrant, PERMISSIONS, UpworkApiError } from '../../api';
import type { Permission, PermissionName, UpworkClient } from '../../api';
import { attempt } from '../../attempt';
import type { Access } from '../../records/access';
import { titleCase } from '../../records/choices';
import type { Operation } from '../operation';
import type { PermissionUses } from '../permissionUses';
import { PROBES } from './probes';

/** Upwork: every connected user may read this. */
const IDENTITY_PERMISSION: PermissionName = 'Common Entities – Read-Only';

export const checkAccess = (uses: PermissionUses): Operation => ({
  value: 'checkAccess',
  name: 'Check Access',
  action: 'Check what the API key may do',
  description: 'See which permissions the API key has and whether the connection works',
  output: 'access',
  permissions: [],
  fields: [],

  async execute(client) {
    const { environment, organizationId, ...connection } = await client.connection();
    const access: Access[] = [];
    for (const permission of PERMISSIONS) {
      const { name, neededElsewhere } = permission;
      const isGranted = await probe(client, name);
      const neededFor = [...(neededElsewhere ? [neededElsewhere] : []), ...uses(name)];
      access.push({
        permission: name,
        access: isGranted === null ? 'Unknown' : isGranted ? 'Granted' : 'Missing',
        whatToDo: isGranted ? null : whatToDo(permission, neededFor, isGranted),
        neededFor: neededFor.join(', '),
        environment: titleCase(environment),
        ...connection,
        organizationId,
      });
    }
    return access.map((item) => ({ ...item }));
  },
});

/** Whether a permission is granted; null where only a change would tell. */
async function probe(client: UpworkClient, name: PermissionName): Promise<boolean | null> {
  const document = PROBES[name];
  if (!document) return null;
  const result = await attempt(client.send(document, {}));
  if (result.status === 'fulfilled') return true;
  const error: unknown = result.reason;
  if (!(error instanceof UpworkApiError)) throw error;
  switch (error.apiFailure.kind) {
    case 'missingScope':
      return false;
    case 'organizationNotAllowed':
      // Refused only for an organization that is none of the user's.
      if (name === IDENTITY_PERMISSION) throw error;
      return true;
    case 'graphqlError':
      // Upwork checks the permission first: whatever else it refuses, the permission is there.
      return true;
    default:
      throw error;
  }
}

function whatToDo(
  permission: Permission,
  neededFor: readonly string[],
  isGranted: boolean | null,
): string {
  if (neededFor.length === 0) return 'Nothing: this version of the package does not need it.';
  const howTo = howToGrant([permission]);
  return isGranted === null
    ? `Only a change on Upwork would tell whether it is granted, so check the key first. ${howTo}`
    : howTo;
}
