import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { Upwork } from '../../../nodes/Upwork/Upwork.node.ts';
import type { RecordedRequest } from './recordRequest.mts';

/** A lower bound for a poll: a node that sends this request and parses the response. Its cost is n8n's. */
export function onlyRequest({ url, headers, body }: RecordedRequest): INodeType {
  async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    await this.helpers.httpRequestWithAuthentication.call(this, 'upworkOAuth2Api', {
      method: 'POST',
      url,
      headers: { 'User-Agent': 'bench', ...headers },
      json: true,
      body,
    });
    return [[]];
  }
  return { description: new Upwork().description, execute };
}
