import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { INodeParameters, INodeType } from 'n8n-workflow';

import type { NodeClass } from '../core/instance.mts';
import { installN8n } from '../n8n/install.mts';
import { packageDocument } from './packageDocument.mts';

const VERSION = 4.2;

/** n8n's own HTTP Request node from the local n8n, which people use without an Upwork node. */
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

/**
 * The node's parameters for the job search, with its own pagination: ten jobs per page as in most
 * guides, or, with `limited`, tuned for Upwork's limit as far as the node allows: the largest pages
 * at ten requests per second.
 */
export function httpRequestSearch(
  sandboxUrl: string,
  jobs: number,
  limited: boolean,
): INodeParameters {
  const pageSize = limited ? 100 : 10;
  const cursor = '$response.body.data.marketplaceJobPostingsSearch.pageInfo.endCursor';
  const variables = (after: string) =>
    `={{ ({ filter: { pagination_eq: { first: ${pageSize}, after: ${after} } }, sort: [{ field: 'RECENCY' }] }) }}`;
  return {
    ...graphqlRequest(sandboxUrl, 'JobSearch', variables("'0'")),
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
          maxRequests: Math.ceil(jobs / pageSize),
          ...(limited && { requestInterval: 100 }),
        },
      },
    },
  };
}

/** The node's parameters for one job of each item, with its own batching: 10 per 2 seconds are 300 per minute. */
export function httpRequestGet(sandboxUrl: string): INodeParameters {
  return {
    ...graphqlRequest(sandboxUrl, 'JobGet', '={{ ({ id: $json.id }) }}'),
    options: { batching: { batch: { batchSize: 10, batchInterval: 2_000 } } },
  };
}

/** A request with the package's own document of that name. */
function graphqlRequest(sandboxUrl: string, name: string, variables: string): INodeParameters {
  return {
    method: 'POST',
    url: `${sandboxUrl}/graphql`,
    authentication: 'predefinedCredentialType',
    nodeCredentialType: 'upworkOAuth2Api',
    sendBody: true,
    specifyBody: 'keypair',
    bodyParameters: {
      parameters: [
        { name: 'query', value: packageDocument(name).text },
        { name: 'variables', value: variables },
      ],
    },
  };
}
