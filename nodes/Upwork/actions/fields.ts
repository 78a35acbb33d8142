import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from './parameters';

// Fields of collections that have many of them: one line for each.

type Described = Pick<INodeProperties, 'displayName' | 'name' | 'description'>;

/** One choice of an option field. */
export interface Choice<T extends string> {
  name: string;
  value: T;
}

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

/** An id that may be left out. */
export const idTextField = (
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

/** Several texts. */
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

/** Several of the choices. */
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

/** One entry of a list that a method gives, or its id. */
export const lookupField = (
  field: Described,
  searchListMethod: string,
  exampleId = '1234567890123456789',
): INodeProperties => ({
  ...field,
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select…',
      typeOptions: { searchListMethod, searchable: true },
    },
    { displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${exampleId}` },
  ],
});

export function readChoice<T extends string>(
  parameters: Parameters,
  name: string,
  choices: readonly Choice<T>[],
): T | undefined {
  return parameters.option(
    name,
    choices.map(({ value }) => value),
  );
}

/** Undefined where none is chosen. */
export function readChoices<T extends string>(
  parameters: Parameters,
  name: string,
  choices: readonly Choice<T>[],
): T[] | undefined {
  const values = choices.map(({ value }) => value);
  const chosen = parameters.texts(name).map((text) => {
    const value = values.find((candidate) => candidate === text);
    if (value !== undefined) return value;
    throw parameters.invalid(name, `must be some of ${values.join(', ')}, not "${text}"`);
  });
  return chosen.length > 0 ? chosen : undefined;
}

/** Undefined where there are none. */
export function readList(parameters: Parameters, name: string): string[] | undefined {
  const list = parameters.texts(name);
  return list.length > 0 ? list : undefined;
}
