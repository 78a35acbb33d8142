import type { PermissionName } from '../api';

/** The operations and events that need a permission, such as "Job: Search". */
export type PermissionUses = (permission: PermissionName) => string[];
