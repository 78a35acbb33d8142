import type { INodeProperties } from 'n8n-workflow';

/** The field of every operation whose records have a simplified and a raw form. */
export const simplifyField: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};
