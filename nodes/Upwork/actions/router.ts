import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { resources } from './index';
import { BATCH_SIZE, adviseOnOrganization, upworkClient } from '../api';
import type { OrganizationSide } from '../records/organization';
import { assertAllowedForAi } from './aiChanges';
import type { ItemRun, Operation } from './operation';
import { itemParameters } from '../fields/parameters';
import { settle, valueOf, valuesOf } from './settle';

/** What Upwork lets through in ten seconds: between two rounds the limit is not used for a moment. */
const ITEMS_AT_ONCE = 100 * BATCH_SIZE;

type Result = PromiseSettledResult<IDataObject[]>;

/** Runs the chosen operation for each input item and pairs its records with that item. */
export async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const output: INodeExecutionData[] = [];
  const { operation, side } = chosenOperation(context);
  const done = new Set<string>();
  const items = context.getInputData().map((_, item) => item);
  while (items.length > 0) {
    const round = items.splice(0, 'executeAll' in operation ? ITEMS_AT_ONCE : 1);
    const results = await runRound(context, operation, round, done);
    for (const [place, item] of round.entries()) {
      const result = results[place];
      if (result) await adviseOnOrganization(context, item, side, result);
      output.push(...outputOf(context, item, result));
    }
  }
  return [output];
}

async function runRound(
  context: IExecuteFunctions,
  operation: Operation,
  items: readonly number[],
  done: Set<string>,
): Promise<Result[]> {
  const runs = await settle(items, (item) => itemRun(context, operation, item));
  if ('execute' in operation) {
    return await settle(runs, async (run) => {
      const { client, parameters } = valueOf(run);
      return await operation.execute(client, parameters, done);
    });
  }
  const ready = valuesOf(runs);
  const results = await operation.executeAll(ready);
  return await settle(runs, (run) => valueOf(results[ready.indexOf(valueOf(run))]));
}

function itemRun(context: IExecuteFunctions, operation: Operation, itemIndex: number): ItemRun {
  const parameters = itemParameters(context, itemIndex);
  assertAllowedForAi(operation, parameters);
  const client = upworkClient(context, {
    itemIndex,
    priority: 'run',
    signal: context.getExecutionCancelSignal(),
    organizationId: parameters.locator('organizationId'),
    failOnBlockedFields: parameters.flag('options.failOnBlockedFields'),
    allowMutations: operation.changes !== undefined,
  });
  return { client, parameters };
}

function outputOf(
  context: IExecuteFunctions,
  item: number,
  result: Result | undefined,
): INodeExecutionData[] {
  if (result?.status === 'rejected' && context.continueOnFail()) {
    const error: unknown = result.reason;
    const message = error instanceof Error ? error.message : String(error);
    return [{ json: { error: message }, pairedItem: { item } }];
  }
  return valueOf(result).map((json) => ({ json, pairedItem: { item } }));
}

function chosenOperation(context: IExecuteFunctions): {
  operation: Operation;
  side: OrganizationSide | undefined;
} {
  const resource = context.getNodeParameter('resource', 0);
  const operation = context.getNodeParameter('operation', 0);
  const chosen = resources.find(({ value }) => value === resource);
  const found = chosen?.operations.find(({ value }) => value === operation);
  if (!found) {
    throw new NodeOperationError(
      context.getNode(),
      `The operation "${String(operation)}" of the resource "${String(resource)}" does not exist`,
      { itemIndex: 0, level: 'warning' },
    );
  }
  return { operation: found, side: chosen?.side };
}
