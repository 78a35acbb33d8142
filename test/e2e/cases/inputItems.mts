import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { isObject } from '../../sandbox/guards.mts';
import type { Refused } from './operationCase.mts';

const FROM_ITEM = '={{ $json.entered }}';

/** Two input items: one with a valid value, and one with an invalid value. */
export function itemsFor(
  parameters: INodeParameters,
  { parameter, entered }: Refused,
): INodeParameters[] {
  const valid = valueAt(parameters, parameter);
  return [{ entered: isLocator(valid) ? valid.value : valid }, { entered }];
}

/** The parameters, one of which is read from the input item. */
export function fromItem(parameters: INodeParameters, { parameter }: Refused): INodeParameters {
  const valid = valueAt(parameters, parameter);
  const value = isLocator(valid) ? { ...valid, value: FROM_ITEM } : FROM_ITEM;
  const [name = '', inner] = parameter.split('.');
  if (inner === undefined) return { ...parameters, [name]: value };
  return { ...parameters, [name]: { ...collectionIn(parameters, name), [inner]: value } };
}

/** The value of a parameter such as `limit`, or `options.organizationId` in a collection. */
function valueAt(
  parameters: INodeParameters,
  parameter: string,
): NodeParameterValueType | undefined {
  const [name = '', inner] = parameter.split('.');
  return inner === undefined ? parameters[name] : collectionIn(parameters, name)[inner];
}

function collectionIn(parameters: INodeParameters, name: string): INodeParameters {
  const collection = parameters[name];
  return isCollection(collection) ? collection : {};
}

function isCollection(value: NodeParameterValueType | undefined): value is INodeParameters {
  return isObject(value);
}

function isLocator(
  value: NodeParameterValueType | undefined,
): value is INodeParameters & { value: string } {
  return isObject(value) && '__rl' in value;
}
