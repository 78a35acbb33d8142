import type { INodeProperties } from 'n8n-workflow';

import { flagField } from './builders';
import { organizationField } from './organization';

const failOnBlockedFieldsField: INodeProperties = {
  ...flagField(
    'Fail on Blocked Fields',
    'failOnBlockedFields',
    "Whether to fail if the API key can't read a field, instead of leaving the field out with a hint",
  ),
  default: false,
};

interface Options {
  /** Whether it reads records: only then can fields be left out. */
  reads: boolean;
  /** Whether it asks for the organization by itself. */
  asksForOrganization: boolean;
  /** Options of its own. */
  more?: INodeProperties[];
}

/** The last field of an operation or event; none without options. */
export function optionsFields({
  reads,
  asksForOrganization,
  more = [],
}: Options): INodeProperties[] {
  const options = [
    ...(reads ? [failOnBlockedFieldsField] : []),
    ...(asksForOrganization ? [] : [organizationField]),
    ...more,
  ].sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
  if (options.length === 0) return [];
  return [
    {
      displayName: 'Options',
      name: 'options',
      type: 'collection',
      placeholder: 'Add Option',
      default: {},
      options,
    },
  ];
}
