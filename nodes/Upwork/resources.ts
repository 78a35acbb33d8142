import { createResources } from './actions';
import type { PermissionName } from './api';
import { events } from './triggers';

/** The resources of the action node. Check Access lists what operations and events declare. */
export const resources = createResources(usesOf);

/** The operations and events that need a permission, such as "Job: Search". */
export function usesOf(permission: PermissionName): string[] {
  const operations = resources.flatMap((resource) =>
    resource.operations.map(({ name, permissions }) => ({
      name: `${resource.name}: ${name}`,
      permissions,
    })),
  );
  const triggers = events.map(({ name, permissions }) => ({
    name: `Trigger: ${name}`,
    permissions,
  }));
  return [...operations, ...triggers]
    .filter(({ permissions }) => permissions.includes(permission))
    .map(({ name }) => name);
}
