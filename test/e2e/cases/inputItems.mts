import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { isObject } from '../../sandbox/guards.mts';
import type { Refused } from './operationCase.mts';

const FROM_ITEM = '={{ $json.entered }}';

/** Two input items: one with a valid value, and one with an invalid value. */
export function itemsFor(
  parameters: INodeParameters,
  { parameter, entered }: Refused,
): INodeParameters[] {
  const valid = parameters[parameter];
  return [{ entered: isLocator(valid) ? valid.value : valid }, { entered }];
}

/** The parameters, one of which is read from the input item. */
export function fromItem(parameters: INodeParameters, { parameter }: Refused): INodeParameters {
  const valid = parameters[parameter];
  return {
    ...parameters,
    [parameter]: isLocator(valid) ? { ...valid, value: FROM_ITEM } : FROM_ITEM,
  };
}

function isLocator(
  value: NodeParameterValueType | undefined,
): value is INodeParameters & { value: string } {
  return isObject(value) && '__rl' in value;
}
