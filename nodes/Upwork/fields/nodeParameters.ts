import type {
  IBinaryData,
  IExecuteFunctions,
  ILoadOptionsFunctions,
  INodeParameters,
  INodeProperties,
  IPollFunctions,
} from 'n8n-workflow';

import { valueAt } from '../objects';
import { Parameters } from './parameters';
import type { BinaryFile } from './parameterErrors';

/** The parameters of an action node, by the index of the input item. */
export function itemParameters(
  context: IExecuteFunctions,
  fields: readonly INodeProperties[],
): (itemIndex: number) => Parameters {
  const node = context.getNode();
  const timezone = context.getTimezone();
  return (itemIndex) => {
    // n8n builds a context for expressions on each call, which constants don't need.
    const read = (name: string): unknown =>
      isConstant(node.parameters, name)
        ? valueAt(node.parameters, name)
        : context.getNodeParameter(name, itemIndex, '');
    const file = (property: string) => binaryFile(context, itemIndex, property);
    return new Parameters({ execution: context, node, timezone, fields, read, file }, itemIndex);
  };
}

function binaryFile(
  { helpers }: IExecuteFunctions,
  itemIndex: number,
  property: string,
): BinaryFile | undefined {
  const data = findBinaryData(helpers, itemIndex, property);
  return (
    data && {
      name: data.fileName ?? property,
      type: data.mimeType,
      read: async () => await helpers.getBinaryDataBuffer(itemIndex, property),
    }
  );
}

/** Undefined if the item has no such file. Where files are stored depends on n8n, so n8n looks them up. */
function findBinaryData(
  helpers: IExecuteFunctions['helpers'],
  itemIndex: number,
  property: string,
): IBinaryData | undefined {
  try {
    return helpers.assertBinaryData(itemIndex, property);
  } catch {
    return undefined;
  }
}

/** The parameters of a trigger node. */
export function pollParameters(
  context: IPollFunctions,
  fields: readonly INodeProperties[],
): Parameters {
  return new Parameters({
    execution: context,
    node: context.getNode(),
    timezone: context.getTimezone(),
    fields,
    read: (name) => context.getNodeParameter(name, ''),
  });
}

/** The parameters of the node that is open in the editor, where those with an expression have no value yet. */
export function openParameters(
  context: ILoadOptionsFunctions,
  fields: readonly INodeProperties[],
): Parameters {
  const read = (name: string): unknown => {
    const value: unknown = context.getCurrentNodeParameter(name);
    return holdsExpression(value) ? undefined : value;
  };
  const [node, timezone] = [context.getNode(), context.getTimezone()];
  return new Parameters({ execution: context, node, timezone, fields, read });
}

/** Whether a parameter is the same for all items, because it holds no expression. */
function isConstant(parameters: INodeParameters, path: string): boolean {
  const [name = ''] = path.split('.');
  return !holdsExpression(parameters[name]);
}

/** n8n: text that begins with "=" is an expression. */
function holdsExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('=');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsExpression);
}
