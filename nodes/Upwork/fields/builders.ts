import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import type { Choice } from '../records/choices';

export type { Choice };

// Builders for fields, so that a collection with many of them takes a line for each.

type Described = Pick<INodeProperties, 'displayName' | 'name' | 'description'>;

/** A required ID. */
export const requiredIdField = (
  field: Described & Pick<INodeProperties, 'displayOptions'>,
): INodeProperties => ({
  ...field,
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. 1234567890123456789',
});

export const textField = (
  displayName: string,
  name: string,
  description: string,
  rows = 1,
): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  ...(rows > 1 && { typeOptions: { rows } }),
  default: '',
  description,
});

/** An optional ID. */
export const idField = (
  displayName: string,
  name: string,
  description: string,
): INodeProperties => ({
  ...textField(displayName, name, description),
  placeholder: 'e.g. 1234567890123456789',
});

export const numberField = (
  displayName: string,
  name: string,
  description: string,
  example: number,
): INodeProperties => ({
  displayName,
  name,
  type: 'number',
  typeOptions: { minValue: 0 },
  default: example,
  description,
});

export const flagField = (
  displayName: string,
  name: string,
  description: string,
): INodeProperties => ({ displayName, name, type: 'boolean', default: true, description });

export const dateField = (
  displayName: string,
  name: string,
  description: string,
): INodeProperties => ({ displayName, name, type: 'dateTime', default: '', description });

/** Several values. */
export const listField = (
  displayName: string,
  name: string,
  description: string,
): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  typeOptions: { multipleValues: true, multipleValueButtonText: 'Add' },
  default: [],
  description,
});

export const choiceField = <T extends string>(
  displayName: string,
  name: string,
  description: string,
  choices: Choice<T>[],
): INodeProperties => {
  const first = choices[0]?.value ?? '';
  return { displayName, name, type: 'options', options: choices, default: first, description };
};

export const choicesField = <T extends string>(
  displayName: string,
  name: string,
  description: string,
  choices: Choice<T>[],
): INodeProperties => ({
  displayName,
  name,
  type: 'multiOptions',
  options: choices,
  default: [],
  description,
});

interface LocatorMode {
  /** An example, such as "e.g. 1234567890123456789". */
  placeholder: string;
  /** What the editor accepts in this mode; by default anything. */
  regex?: string;
  errorMessage?: string;
}

interface LocatorModes {
  searchListMethod: string;
  listPlaceholder?: string;
  url?: LocatorMode;
  id: LocatorMode;
}

/** A resource locator: from a list, by URL if the records have a page, or by ID. */
export const locatorField = (
  field: Described & Pick<INodeProperties, 'required'>,
  { searchListMethod, listPlaceholder = 'Select…', url, id }: LocatorModes,
): INodeProperties => ({
  ...field,
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: listPlaceholder,
      typeOptions: { searchListMethod, searchable: true },
    },
    ...(url
      ? [{ displayName: 'By URL', name: 'url', type: 'string' as const, ...entryOf(url) }]
      : []),
    { displayName: 'By ID', name: 'id', type: 'string', ...entryOf(id) },
  ],
});

function entryOf({
  placeholder,
  regex,
  errorMessage = '',
}: LocatorMode): Pick<INodePropertyMode, 'placeholder' | 'validation'> {
  if (regex === undefined) return { placeholder };
  return { placeholder, validation: [{ type: 'regex', properties: { regex, errorMessage } }] };
}

/** An optional resource locator without a URL. */
export const lookupField = (
  field: Described,
  searchListMethod: string,
  exampleId = '1234567890123456789',
): INodeProperties =>
  locatorField(field, { searchListMethod, id: { placeholder: `e.g. ${exampleId}` } });
