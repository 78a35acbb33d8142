import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { isObject } from '../objects';

/** The value of a parameter of the open node, or of its resource locator; undefined for an expression. */
export function currentParameter(context: ILoadOptionsFunctions, name: string): string | undefined {
  const parameter: unknown = context.getCurrentNodeParameter(name);
  const value = isObject(parameter) ? parameter.value : parameter;
  return typeof value === 'string' && value !== '' && !value.startsWith('=') ? value : undefined;
}
