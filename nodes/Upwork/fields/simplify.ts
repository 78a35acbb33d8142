import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Flat } from '../records/flat';
import type { Parameters } from './parameters';

/** The field of every operation whose records have a simplified and a raw form. */
export const simplifyField: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** From what Upwork returned to the output that the user has chosen. */
export function outputOf<TNode extends IDataObject, TRecord extends Flat<TRecord>>(
  parameters: Parameters,
  simplify: (node: TNode) => TRecord,
): (node: TNode) => IDataObject {
  return parameters.flag('simplify') ? (node) => ({ ...simplify(node) }) : (node) => node;
}
