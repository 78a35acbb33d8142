import type { INodeProperties } from 'n8n-workflow';

import type { Choice } from './builders';

/** The order of the records. Each choice says which of them come first. */
export const sortField = <T extends string>(
  choices: Choice<T>[],
  defaultChoice: T,
  description: string,
): INodeProperties => ({
  displayName: 'Sort By',
  name: 'sort',
  type: 'options',
  options: choices,
  default: defaultChoice,
  description,
});
