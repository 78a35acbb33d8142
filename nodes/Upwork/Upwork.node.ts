import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { actionFields } from './actions';
import { runOperation } from './actions/router';
import { searchJobs } from './methods/searchJobs';
import { searchOrganizations } from './methods/searchOrganizations';
import { searchRooms } from './methods/searchRooms';

export class Upwork implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Upwork',
    name: 'upwork',
    icon: { light: 'file:../../icons/upwork.svg', dark: 'file:../../icons/upwork.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description:
      'Search Upwork job postings, read and send messages, and look after the connection',
    defaults: { name: 'Upwork' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'upworkOAuth2Api', required: true }],
    properties: actionFields,
  };

  methods = { listSearch: { searchJobs, searchOrganizations, searchRooms } };

  async execute(this: IExecuteFunctions) {
    return await runOperation(this);
  }
}
