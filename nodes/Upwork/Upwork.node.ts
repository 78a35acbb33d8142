import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { actionFields } from './actions';
import { runOperation } from './actions/router';
import { searchEngagementDurations } from './methods/searchEngagementDurations';
import { searchJobs } from './methods/searchJobs';
import { searchOrganizations } from './methods/searchOrganizations';
import { searchProposals } from './methods/searchProposals';

export class Upwork implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Upwork',
    name: 'upwork',
    icon: { light: 'file:../../icons/upwork.svg', dark: 'file:../../icons/upwork.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Search Upwork job postings, look after your proposals, and check the connection',
    defaults: { name: 'Upwork' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'upworkOAuth2Api', required: true }],
    properties: actionFields,
  };

  methods = {
    listSearch: { searchEngagementDurations, searchJobs, searchOrganizations, searchProposals },
  };

  async execute(this: IExecuteFunctions) {
    return await runOperation(this);
  }
}
