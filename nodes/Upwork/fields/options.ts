import type { INodeProperties } from 'n8n-workflow';

/** The options of every operation and event. */
export const optionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add option',
  default: {},
  options: [
    {
      displayName: 'Fail on Blocked Fields',
      name: 'failOnBlockedFields',
      type: 'boolean',
      default: false,
      description:
        "Whether to fail if the API key can't read a field, instead of leaving the field out with a hint",
    },
  ],
};
