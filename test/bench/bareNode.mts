import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { BATCH_SIZE, MAX_CONCURRENT } from '../../nodes/Upwork/api/index.ts';
import { aliasedCopies, printDocument } from '../../nodes/Upwork/api/graphql/printDocument.ts';
import { Upwork } from '../../nodes/Upwork/Upwork.node.ts';
import { compile, operationOf } from '../codegen/compile.mts';
import { packageDocument } from './packageDocument.mts';

/**
 * A lower bound for reading jobs by ID: a node that evaluates the ID of each item, sends the requests
 * that the package sends, and does nothing else. Its cost is n8n's.
 */
export function bareNode(sandboxUrl: string): INodeType {
  const { text } = packageDocument('JobGet');
  const batch = aliasedCopies(compile(operationOf(text).operation), BATCH_SIZE);
  const query = printDocument({ kind: 'query', name: 'JobGet' }, batch);

  async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const ids = this.getInputData().map((_, item) =>
      this.getNodeParameter('jobId', item, '', { extractValue: true }),
    );
    const found: INodeExecutionData[] = [];
    const sendAll = async () => {
      while (ids.length > 0) {
        const next = ids.splice(0, BATCH_SIZE);
        const variables = Object.fromEntries(next.map((id, copy) => [`id_${copy}`, id]));
        await this.helpers.httpRequestWithAuthentication.call(this, 'upworkOAuth2Api', {
          method: 'POST',
          url: `${sandboxUrl}/graphql`,
          headers: { 'User-Agent': 'bench' },
          json: true,
          body: { query, variables, operationName: 'JobGet' },
        });
        found.push(...next.map(() => ({ json: {} })));
      }
    };
    await Promise.all(Array.from({ length: MAX_CONCURRENT }, sendAll));
    return [found];
  }

  return { description: new Upwork().description, execute };
}
