import type { INodeProperties } from 'n8n-workflow';

import { optionsFields } from '../fields/options';
import { organizationField } from '../fields/organization';
import { outputFields, simplifyField } from '../fields/simplify';
import { allowChangesByAiField } from './aiChanges';
import type { Operation, Resource } from './operation';

/** The node's fields: the resource, its operations, and each operation's own fields. */
export function actionProperties(resources: readonly Resource[]): INodeProperties[] {
  return [
    {
      displayName: 'Resource',
      name: 'resource',
      type: 'options',
      noDataExpression: true,
      options: resources.map(({ name, value, description }) => ({ name, value, description })),
      default: 'job',
    },
    ...resources.flatMap(resourceProperties),
  ];
}

function resourceProperties(kind: Resource): INodeProperties[] {
  const { value: resource, defaultOperation, operations } = kind;
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
        description: operation.description,
        ...(operation.isForPeopleOnly && {
          displayOptions: { hide: { '@tool': [true] } },
        }),
      })),
      default: defaultOperation,
    },
    ...(asksForOrganization(kind)
      ? [{ ...organizationField, displayOptions: { show: { resource: [resource] } } }]
      : []),
    ...operations.flatMap((operation) =>
      operationFields(kind, operation).map((field) => ({
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

/** Few people are clients by default, and the lists of what clients have depend on it. */
const asksForOrganization = ({ side }: Resource): boolean => side === 'client';

const operationFields = (
  resource: Resource,
  { changes, fields, output }: Operation,
): INodeProperties[] => [
  ...(changes === 'whenAllowed' ? [allowChangesByAiField] : []),
  ...fields.flatMap((field) => (field === simplifyField ? outputFields(output) : field)),
  ...optionsFields({
    reads: changes === undefined,
    asksForOrganization: asksForOrganization(resource),
  }),
];

/** Every field that an operation's parameters may come from. */
export const fieldsOf = (resource: Resource, operation: Operation): INodeProperties[] => [
  ...(asksForOrganization(resource) ? [organizationField] : []),
  ...operationFields(resource, operation),
];
