import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { resources } from './index';
import { upworkClient } from '../api/client';
import type { Operation } from './operation';
import { itemParameters } from './parameters';

/** Runs the chosen operation for each input item and pairs its records with that item. */
export async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const output: INodeExecutionData[] = [];
  for (let item = 0; item < context.getInputData().length; item++) {
    output.push(...(await runItem(context, item)));
  }
  return [output];
}

async function runItem(context: IExecuteFunctions, item: number): Promise<INodeExecutionData[]> {
  if (!context.continueOnFail()) return await recordsOf(context, item);
  try {
    return await recordsOf(context, item);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ json: { error: message }, pairedItem: { item } }];
  }
}

async function recordsOf(context: IExecuteFunctions, item: number): Promise<INodeExecutionData[]> {
  const parameters = itemParameters(context, item);
  const organizationId = parameters.locator('organizationId');
  const records = await chosenOperation(context, item).execute(
    upworkClient(context, { itemIndex: item, organizationId }),
    parameters,
  );
  return records.map((json) => ({ json, pairedItem: { item } }));
}

function chosenOperation(context: IExecuteFunctions, item: number): Operation {
  const resource = context.getNodeParameter('resource', item);
  const operation = context.getNodeParameter('operation', item);
  const found = resources
    .find(({ value }) => value === resource)
    ?.operations.find(({ value }) => value === operation);
  if (!found) {
    throw new NodeOperationError(
      context.getNode(),
      `The operation "${String(operation)}" of the resource "${String(resource)}" does not exist`,
      { itemIndex: item, level: 'warning' },
    );
  }
  return found;
}
