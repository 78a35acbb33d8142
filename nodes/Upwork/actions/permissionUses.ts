import type { PermissionName } from '../api';

/** What a permission is needed for, in words such as "Job: Search". */
export type PermissionUses = (permission: PermissionName) => string[];
