import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from './parameters';

/** The fields of every operation that returns many records. */
export const limitFields: INodeProperties[] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    displayOptions: { show: { returnAll: [false] } },
    typeOptions: { minValue: 1 },
    default: 50,
    description: 'Max number of results to return',
  },
];

/** How many records to return; Infinity for all. */
export function readLimit(parameters: Parameters): number {
  if (parameters.flag('returnAll')) return Infinity;
  return parameters.number('limit', { min: 1, max: Infinity }) ?? 50;
}
