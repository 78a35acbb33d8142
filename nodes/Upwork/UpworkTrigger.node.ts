import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';

import { searchOrganizations } from './methods/searchOrganizations';
import { triggerFields } from './triggers';
import { poll } from './triggers/poll';

export class UpworkTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Upwork Trigger',
    name: 'upworkTrigger',
    icon: { light: 'file:../../icons/upwork.svg', dark: 'file:../../icons/upwork.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["event"] }}',
    description: 'Starts a workflow when something new appears on Upwork',
    defaults: { name: 'Upwork Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'upworkOAuth2Api', required: true }],
    properties: triggerFields,
  };

  methods = { listSearch: { searchOrganizations } };

  async poll(this: IPollFunctions) {
    return await poll(this);
  }
}
