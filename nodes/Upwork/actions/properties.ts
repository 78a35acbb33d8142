import type { INodeProperties } from 'n8n-workflow';

import { PERMISSIONS } from '../api';
import { optionsField } from '../fields/options';
import { organizationField } from '../fields/organization';
import { allowChangesByAiField } from './aiChanges';
import { outputFields, simplifyField } from '../fields/simplify';
import type { Operation, Resource } from './operation';

/** The node's fields: the resource, its operations, and each operation's own fields. */
export function actionProperties(resources: readonly Resource[]): INodeProperties[] {
  const ofClients = resources.filter(({ side }) => side === 'client').map(({ value }) => value);
  return [
    {
      displayName: 'Resource',
      name: 'resource',
      type: 'options',
      noDataExpression: true,
      options: resources.map(({ name, value }) => ({ name, value })),
      default: 'job',
    },
    ...resources.flatMap(resourceProperties),
    { ...organizationField, displayOptions: { hide: { resource: ofClients } } },
    optionsField,
  ];
}

function resourceProperties({
  value: resource,
  defaultOperation,
  operations,
  side,
}: Resource): INodeProperties[] {
  return [
    {
      displayName: 'Operation',
      name: 'operation',
      type: 'options',
      noDataExpression: true,
      displayOptions: { show: { resource: [resource] } },
      options: operations.map((operation) => ({
        name: operation.name,
        value: operation.value,
        action: operation.action,
        description: describe(operation),
        ...(operation.isForPeopleOnly && {
          displayOptions: { hide: { '@tool': [true] } },
        }),
      })),
      default: defaultOperation,
    },
    // Few people are clients by default, and the lists of what clients have depend on it.
    ...(side === 'client'
      ? [{ ...organizationField, displayOptions: { show: { resource: [resource] } } }]
      : []),
    ...operations.flatMap((operation) =>
      operationFields(operation).map((field) => ({
        ...field,
        displayOptions: {
          ...field.displayOptions,
          show: {
            ...field.displayOptions?.show,
            resource: [resource],
            operation: [operation.value],
          },
        },
      })),
    ),
  ];
}

/** Names the permission, unless its name is only a guess. */
function describe({ description, permissions: [name] }: Operation): string {
  if (name === undefined) return description;
  const isGuess = PERMISSIONS.find((permission) => permission.name === name)?.candidates;
  return isGuess
    ? `${description} (which permission this needs on the key is not known)`
    : `${description} (needs "${name}" on the key)`;
}

function operationFields({ changes, fields, output }: Operation): INodeProperties[] {
  return [
    ...(changes === 'whenAllowed' ? [allowChangesByAiField] : []),
    ...fields.flatMap((field) => (field === simplifyField ? outputFields(output) : field)),
  ];
}

/** Every field that an operation's parameters may come from. */
export const fieldsOf = (operation: Operation): INodeProperties[] => [
  ...operationFields(operation),
  organizationField,
  optionsField,
];
