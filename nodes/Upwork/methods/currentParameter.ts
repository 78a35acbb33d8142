import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { isObject } from '../api';

/** What a field of the open node holds, or the locator in it; undefined for an expression. */
export function currentParameter(context: ILoadOptionsFunctions, name: string): string | undefined {
  const parameter: unknown = context.getCurrentNodeParameter(name);
  const value = isObject(parameter) ? parameter.value : parameter;
  return typeof value === 'string' && value !== '' && !value.startsWith('=') ? value : undefined;
}
