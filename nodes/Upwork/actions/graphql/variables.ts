import { jsonParse } from 'n8n-workflow';
import type { GenericValue, IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../api';
import type { Parameters } from '../../fields/parameters';
import type { ParsedOperation } from './parseDocument';

const FORMS = ['fields', 'json'] as const;

export const variablesFields: INodeProperties[] = [
  {
    displayName: 'Specify Variables',
    name: 'specifyVariables',
    type: 'options',
    options: [
      { name: 'Using Fields Below', value: 'fields' },
      { name: 'Using JSON', value: 'json' },
    ],
    default: 'fields',
    description: 'How to enter the values of the variables',
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
            description: 'As the query declares it, without the $',
          },
          {
            displayName: 'Value',
            name: 'value',
            type: 'string',
            default: '',
            description: 'A number, text, or JSON, as the type of the variable wants it',
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
    description: 'An object with a value for each variable',
  },
];

/** The values of the variables, those entered as text in the type that the operation declares. */
export function readVariables(parameters: Parameters, { variables }: ParsedOperation): IDataObject {
  if (parameters.option('specifyVariables', FORMS) === 'json') {
    const given = parameters.json('variablesJson') ?? {};
    if (isObject(given)) return given;
    throw parameters.invalid('variablesJson', 'must be a JSON object');
  }
  return Object.fromEntries(
    parameters.collection('variableValues.variable').map(({ name, value }) => {
      const key = String(name).replace(/^\$/, '');
      const type = variables.get(key);
      if (type === undefined) {
        throw parameters.invalid(
          'variableValues',
          `has the variable "${key}", which the query does not declare`,
        );
      }
      return [key, typeof value === 'string' ? coerce(value, type) : value];
    }),
  );
}

/** Text stays text; a number, a list or an object is JSON; what is none, such as an enum's word, stays. */
function coerce(text: string, type: string): GenericValue {
  if (type === 'String' || type === 'ID') return text;
  return jsonParse<GenericValue>(text, { fallbackValue: text });
}
