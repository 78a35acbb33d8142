import { jsonParse } from 'n8n-workflow';
import type { GenericValue, IDataObject, INodeProperties } from 'n8n-workflow';

import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { isObject } from '../../objects';
import type { ParsedOperation } from './parseDocument';

const SPECIFY_VARIABLES: Choice<'fields' | 'json'>[] = [
  { name: 'Using Fields Below', value: 'fields' },
  { name: 'Using JSON', value: 'json' },
];

export const variablesFields: INodeProperties[] = [
  {
    displayName: 'Specify Variables',
    name: 'specifyVariables',
    type: 'options',
    options: SPECIFY_VARIABLES,
    default: 'fields',
    description: 'How to enter the variables',
  },
  {
    displayName: 'Variables',
    name: 'variableValues',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    displayOptions: { show: { specifyVariables: ['fields'] } },
    placeholder: 'Add Variable',
    default: {},
    options: [
      {
        displayName: 'Variable',
        name: 'variable',
        values: [
          {
            displayName: 'Name',
            name: 'name',
            type: 'string',
            default: '',
            description: 'Name of the variable, without the $',
          },
          {
            displayName: 'Value',
            name: 'value',
            type: 'string',
            default: '',
            description: 'Value of the variable. Enter lists and objects as JSON.',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Variables',
    name: 'variablesJson',
    type: 'json',
    displayOptions: { show: { specifyVariables: ['json'] } },
    default: '{}',
    description: 'Object with a value for each variable',
  },
];

/** The values of the variables. Those entered as text get the type that the operation declares. */
export function readVariables(parameters: Parameters, { variables }: ParsedOperation): IDataObject {
  if (parameters.choice('specifyVariables', SPECIFY_VARIABLES) === 'json') {
    const values = parameters.json('variablesJson') ?? {};
    if (isObject(values)) return values;
    throw parameters.invalid(
      'variablesJson',
      'must be a JSON object',
      'Enter the variables like {"id": "123"}.',
    );
  }
  return Object.fromEntries(
    parameters.entries('variableValues.variable').map((entry) => {
      const name = (entry.line('name') ?? '').replace(/^\$/, '');
      const type = variables.get(name);
      if (type === undefined) {
        throw parameters.invalid(
          'variableValues',
          `has the variable "${name}", which the query does not declare`,
          'Declare it in the query, or remove it here.',
        );
      }
      const entered = entry.value('value') ?? '';
      const value = typeof entered === 'string' ? coerce(entered, type) : entered;
      entry.assertExact('value', value);
      return [name, value];
    }),
  );
}

/** Text stays text; anything else is JSON, or a bare word such as an enum value. */
function coerce(text: string, type: string): GenericValue {
  if (type === 'String' || type === 'ID') return text;
  return jsonParse<GenericValue>(text, { fallbackValue: text });
}
