import type { INodeProperties } from 'n8n-workflow';

import { account } from './account';
import { allowChangesByAiField } from './aiChanges';
import { clientProposal } from './clientProposal';
import { graphql } from './graphql';
import { job } from './job';
import { jobPosting } from './jobPosting';
import { message } from './message';
import type { Resource } from './operation';
import { optionsField } from '../fields/options';
import { organizationField } from '../fields/organization';
import { proposal } from './proposal';
import { room } from './room';

export const resources: Resource[] = [
  account,
  clientProposal,
  graphql,
  job,
  jobPosting,
  message,
  proposal,
  room,
];

/** Those that have the field Organization at their top. */
const OF_CLIENTS = resources.filter(({ side }) => side === 'client').map(({ value }) => value);

/** The node's fields: the resource, its operations, and each operation's own fields. */
export const actionFields: INodeProperties[] = [
  {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: resources.map(({ name, value }) => ({ name, value })),
    default: 'job',
  },
  ...resources.flatMap(resourceFields),
  { ...organizationField, displayOptions: { hide: { resource: OF_CLIENTS } } },
  optionsField,
];

function resourceFields({
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
      options: operations.map(({ name, value, action, description, permission, changes }) => ({
        name,
        value,
        action,
        description: permission ? `${description} (needs "${permission}" on the key)` : description,
        ...(changes === 'personOnly' && { displayOptions: { hide: { '@tool': [true] } } }),
      })),
      default: defaultOperation,
    },
    // Few people are clients by default, and the lists of what clients have depend on it.
    ...(side === 'client'
      ? [{ ...organizationField, displayOptions: { show: { resource: [resource] } } }]
      : []),
    ...operations.flatMap(({ value: operation, fields, changes }) =>
      [...(changes === 'whenAllowed' ? [allowChangesByAiField] : []), ...fields].map((field) => ({
        ...field,
        displayOptions: {
          ...field.displayOptions,
          show: { ...field.displayOptions?.show, resource: [resource], operation: [operation] },
        },
      })),
    ),
  ];
}
