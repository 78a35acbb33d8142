import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';

import { listSearch } from './methods';
import { poll } from './triggers/poll';
import { triggerProperties } from './triggers/properties';

export class UpworkTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Upwork Trigger',
    name: 'upworkTrigger',
    icon: { light: 'file:../../icons/upwork.svg', dark: 'file:../../icons/upwork.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["event"] }}',
    // n8n's node panel shows this text for the pair of nodes.
    description:
      'Find jobs, send messages and manage proposals on Upwork, or start a workflow for new jobs, messages, proposals and offers',
    defaults: { name: 'Upwork Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'upworkOAuth2Api', required: true }],
    properties: triggerProperties,
  };

  methods = { listSearch };

  async poll(this: IPollFunctions) {
    return await poll(this);
  }
}
