import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { actionProperties } from './actions/properties';
import { runOperation } from './actions/router';
import { listSearch } from './methods';
import { resources } from './resources';

export class Upwork implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Upwork',
    name: 'upwork',
    icon: { light: 'file:../../icons/upwork.svg', dark: 'file:../../icons/upwork.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Find jobs, send messages and manage proposals on Upwork',
    defaults: { name: 'Upwork' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'upworkOAuth2Api', required: true }],
    properties: actionProperties(resources),
  };

  methods = { listSearch };

  async execute(this: IExecuteFunctions) {
    return await runOperation(this, resources);
  }
}
