import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { isObject } from '../../sandbox/guards.mts';
import type { Refused } from './operationCase.mts';

const FROM_ITEM = '={{ $json.entered }}';

/** Two input items: one with what goes well, and one with what is refused. */
export function itemsFor(
  parameters: INodeParameters,
  { parameter, entered }: Refused,
): INodeParameters[] {
  const good = parameters[parameter];
  return [{ entered: isLocator(good) ? good.value : good }, { entered }];
}

/** The parameters, one of which comes from the input item. */
export function fromItem(parameters: INodeParameters, { parameter }: Refused): INodeParameters {
  const good = parameters[parameter];
  return {
    ...parameters,
    [parameter]: isLocator(good) ? { ...good, value: FROM_ITEM } : FROM_ITEM,
  };
}

function isLocator(
  value: NodeParameterValueType | undefined,
): value is INodeParameters & { value: string } {
  return isObject(value) && '__rl' in value;
}
