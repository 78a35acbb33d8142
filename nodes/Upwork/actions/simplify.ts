import type { INodeProperties } from 'n8n-workflow';

/** The field of every operation that has a flat and a raw form of its records. */
export const simplifyField: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};
