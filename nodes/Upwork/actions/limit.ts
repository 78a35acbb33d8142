import type { INodeProperties } from 'n8n-workflow';

import type { Batch } from '../api/pages';
import type { Parameters } from './parameters';

/** The fields of every operation that gives many records. */
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

/** How many records the user wants; Infinity for all. */
export function readLimit(parameters: Parameters): number {
  if (parameters.flag('returnAll')) return Infinity;
  return parameters.number('limit', { min: 1 }) ?? 50;
}

/** The first records that are wanted, up to the limit; reads no more pages than that needs. */
export async function takeFrom<T>(
  batches: AsyncIterable<Batch<T>>,
  limit: number,
  isWanted: (record: T) => boolean,
): Promise<T[]> {
  const taken: T[] = [];
  for await (const { records } of batches) {
    taken.push(...records.filter(isWanted).slice(0, limit - taken.length));
    if (taken.length >= limit) break;
  }
  return taken;
}
