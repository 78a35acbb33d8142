import type { INodeParameters } from 'n8n-workflow';

import { isObject } from '../objects';

/** Whether a parameter is the same for all items, because it holds no expression. */
export function isConstant(parameters: INodeParameters, path: string): boolean {
  const [name = ''] = path.split('.');
  return !holdsExpression(parameters[name]);
}

/** The value at a path such as `filters.budgetMin`; undefined if there is none. */
export function valueAt(parameters: INodeParameters, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), parameters);
}

/** n8n: text that begins with "=" is an expression. */
function holdsExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('=');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsExpression);
}
