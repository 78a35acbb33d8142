import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from './parameters';

/** A field for an id that no list can offer. */
export function idField(
  field: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'displayOptions'>,
): INodeProperties {
  return {
    ...field,
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. 1234567890123456789',
  };
}

/** An id as Upwork writes them: one word. */
export function readId(parameters: Parameters, name: string): string {
  const id = parameters.text(name);
  if (id === undefined) throw parameters.invalid(name, 'is empty');
  if (!/^[\w~-]+$/.test(id)) throw parameters.invalid(name, `is not an ID: "${id}"`);
  return id;
}
