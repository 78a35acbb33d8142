import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { INodeParameters, INodeType } from 'n8n-workflow';

import type { NodeClass } from '../core/instance.mts';
import { packageDocuments } from '../codegen/documents.mts';
import { installN8n } from '../n8n/install.mts';

const VERSION = 4.2;

/** n8n's own HTTP Request node, out of the local n8n: what people use who have no Upwork node. */
export async function httpRequestNode(): Promise<NodeClass & { file: string }> {
  const { n8n } = await installN8n();
  const nodesBase = join(dirname(dirname(dirname(n8n))), 'n8n-nodes-base', 'dist', 'nodes');
  const file = join(nodesBase, 'HttpRequest', 'HttpRequest.node.js');
  const { HttpRequest } = createRequire(file)(file) as {
    HttpRequest: new () => { getNodeType(version: number): INodeType };
  };
  const type = new HttpRequest().getNodeType(VERSION);
  return { type, name: 'n8n-nodes-base.httpRequest', version: VERSION, file };
}

/** The node's parameters for the job search: its own pagination, ten jobs per page as in most guides. */
export function httpRequestSearch(sandboxUrl: string, jobs: number): INodeParameters {
  const document = packageDocuments().find(({ text }) => text.includes('query JobSearch('));
  if (!document) throw new Error('the job search has no document any more');
  const cursor = '$response.body.data.marketplaceJobPostingsSearch.pageInfo.endCursor';
  const variables = (after: string) =>
    `={{ ({ filter: { pagination_eq: { first: 10, after: ${after} } }, sort: [{ field: 'RECENCY' }] }) }}`;
  return {
    method: 'POST',
    url: `${sandboxUrl}/graphql`,
    authentication: 'predefinedCredentialType',
    nodeCredentialType: 'upworkOAuth2Api',
    sendBody: true,
    specifyBody: 'keypair',
    bodyParameters: {
      parameters: [
        { name: 'query', value: document.text },
        { name: 'variables', value: variables("'0'") },
      ],
    },
    options: {
      pagination: {
        pagination: {
          paginationMode: 'updateAParameterInEachRequest',
          parameters: {
            parameters: [{ type: 'body', name: 'variables', value: variables(`${cursor} ?? '0'`) }],
          },
          paginationCompleteWhen: 'other',
          completeExpression: `={{ !$response.body.data.marketplaceJobPostingsSearch.pageInfo.hasNextPage }}`,
          limitPagesFetched: true,
          maxRequests: Math.ceil(jobs / 10),
        },
      },
    },
  };
}
