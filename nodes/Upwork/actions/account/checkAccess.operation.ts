import { PERMISSIONS, UpworkApiError } from '../../api';
import type { Permission, PermissionName, UpworkClient } from '../../api';
import type { Operation } from '../operation';
import { PROBES } from './probes';

const IDENTITY_PERMISSION: PermissionName = 'Common Entities – Read-Only';

export const checkAccess: Operation = {
  value: 'checkAccess',
  name: 'Check Access',
  action: 'Check what the API key may do',
  description:
    'Find out which permissions the key has, and how the connection is. Changes nothing.',
  output: 'access',
  permission: null,
  fields: [],

  async execute(client) {
    const access = [];
    for (const permission of PERMISSIONS) {
      access.push({ permission, isGranted: await isGranted(client, permission) });
    }
    const connection = { ...(await client.connection()) };
    return access.map(({ permission: { name, neededFor }, isGranted }) => ({
      permission: name,
      isGranted,
      neededFor,
      whatToDo: isGranted ? null : whatToDo(name, neededFor, isGranted),
      connection,
    }));
  },
};

/** Null where only a change would tell. */
async function isGranted(client: UpworkClient, { name }: Permission): Promise<boolean | null> {
  const probe = PROBES[name];
  if (!probe) return null;
  const [result] = await Promise.allSettled([client.send(probe, {})]);
  if (result.status === 'fulfilled') return true;
  const error: unknown = result.reason;
  if (!(error instanceof UpworkApiError)) throw error;
  if (error.fault.blockedFields) return false;
  // Everybody may read who they are: only for an organization that is not theirs does Upwork refuse that.
  if (name === IDENTITY_PERMISSION && error.fault.kind === 'permission') throw error;
  // Upwork looked at the permission first: whatever else it says no to, the permission is there.
  if (error.fault.kind === 'rejected' || error.fault.kind === 'permission') return true;
  throw error;
}

function whatToDo(name: string, neededFor: readonly string[], isGranted: boolean | null): string {
  if (neededFor.length === 0) return 'Nothing: this version of the package does not need it.';
  if (isGranted === null) {
    return `Only a change on Upwork would tell whether it is there. See that "${name}" is ticked on the key at https://www.upwork.com/developer/keys if you need it.`;
  }
  return `Tick "${name}" on the key at https://www.upwork.com/developer/keys, then reconnect the credential: changing a key's permissions ends its connections.`;
}
