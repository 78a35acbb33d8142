import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import {
  BATCH_SIZE,
  MAX_CONCURRENT,
  upworkClient,
  warnOfEmptyResult,
  withOrganizationAdvice,
} from '../api';
import { attempt } from '../attempt';
import { itemParameters } from '../fields/nodeParameters';
import { readOrganizationId } from '../fields/organization';
import type { Parameters } from '../fields/parameters';
import { assertAllowedForAi } from './aiChanges';
import type { Operation, Resource } from './operation';
import { fieldsOf } from './properties';

/** Enough to keep the limiter busy with full batches. */
const MAX_CONCURRENT_READS = MAX_CONCURRENT * BATCH_SIZE;

interface Choice {
  operation: Operation;
  resource: Resource;
}

/** Runs the chosen operation for each input item and pairs its records with that item. */
export async function runOperation(
  context: IExecuteFunctions,
  resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
  const choice = chooseOperation(context, resources);
  const results = await runItems(context, choice);
  return [results.flatMap((result, item) => toOutput(result, item))];
}

/**
 * Reads run several items at a time, changes one after another. Without "Continue on Fail" the first
 * failure ends the run.
 */
async function runItems(
  context: IExecuteFunctions,
  choice: Choice,
): Promise<PromiseSettledResult<IDataObject[]>[]> {
  const { length } = context.getInputData();
  const results: PromiseSettledResult<IDataObject[]>[] = [];
  const failed = new AbortController();
  const cancel = context.getExecutionCancelSignal();
  const signal = AbortSignal.any([failed.signal, ...(cancel ? [cancel] : [])]);
  const parametersOf = itemParameters(context, fieldsOf(choice.resource, choice.operation));
  let next = 0;

  const worker = async () => {
    while (next < length && !failed.signal.aborted) {
      const item = next++;
      const result = await attempt(runItem(context, choice, parametersOf(item), signal));
      results[item] = result;
      if (result.status === 'rejected' && !context.continueOnFail()) failed.abort(result.reason);
    }
  };
  const isRead = choice.operation.changes === undefined;
  await Promise.all(Array.from({ length: isRead ? MAX_CONCURRENT_READS : 1 }, worker));
  failed.signal.throwIfAborted();
  return results;
}

async function runItem(
  context: IExecuteFunctions,
  { operation, resource }: Choice,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<IDataObject[]> {
  assertAllowedForAi(operation, parameters);
  const organizationId = readOrganizationId(parameters);
  const client = upworkClient(context, {
    itemIndex: parameters.itemIndex,
    signal,
    priority: 'background',
    organizationId,
    failOnBlockedFields: parameters.flag('options.failOnBlockedFields'),
    allowMutations: operation.changes !== undefined,
    maxRequests: operation.maxRequests,
  });
  const advice = { context, organizationId, side: resource.side };
  const records = await withOrganizationAdvice(advice, operation.execute(client, parameters));
  if (records.length === 0) await warnOfEmptyResult(advice);
  return records;
}

function toOutput(result: PromiseSettledResult<IDataObject[]>, item: number): INodeExecutionData[] {
  const records =
    result.status === 'fulfilled' ? result.value : [{ error: messageOf(result.reason) }];
  return records.map((json) => ({ json, pairedItem: { item } }));
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function chooseOperation(context: IExecuteFunctions, resources: readonly Resource[]): Choice {
  const resourceValue = context.getNodeParameter('resource', 0);
  const operationValue = context.getNodeParameter('operation', 0);
  const resource = resources.find(({ value }) => value === resourceValue);
  const operation = resource?.operations.find(({ value }) => value === operationValue);
  if (resource && operation) return { operation, resource };
  throw new NodeOperationError(
    context.getNode(),
    `The operation "${String(operationValue)}" of the resource "${String(resourceValue)}" does not exist`,
    { itemIndex: 0, level: 'warning' },
  );
}
