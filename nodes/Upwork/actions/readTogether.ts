import type { IDataObject } from 'n8n-workflow';

import { sendAll } from '../api';
import type { GraphqlDocument, PartialData, PreparedRead } from '../api';
import type { OfManyItems } from './operation';
import type { Parameters } from '../fields/parameters';
import { settle, valueOf, valuesOf } from './settle';

/** A read of one record, of which many share a request: from parameters to variables, from data to records. */
export function readTogether<TData extends object, TVariables extends object>(
  document: GraphqlDocument<TData, TVariables>,
  variablesOf: (parameters: Parameters) => TVariables,
  recordsOf: (data: PartialData<TData>, parameters: Parameters) => IDataObject[],
): OfManyItems {
  return {
    executeAll: async (runs) =>
      await askTogether(
        runs,
        ({ client, parameters }) => client.prepare(document, variablesOf(parameters)),
        (data, { parameters }) => recordsOf(data, parameters),
      ),
  };
}

/** Sends a read for each of a list, many in a request; each has its own result, or its own error. */
export async function askTogether<TOne, TData, TResult>(
  list: readonly TOne[],
  ask: (one: TOne) => PreparedRead<TData>,
  resultOf: (data: PartialData<TData>, one: TOne) => TResult,
): Promise<PromiseSettledResult<Awaited<TResult>>[]> {
  const asked = await settle(list, (one) => ({ one, read: ask(one) }));
  const ready = valuesOf(asked);
  const answers = await sendAll(ready.map(({ read }) => read));
  return await settle(asked, (question) => {
    const { one } = valueOf(question);
    return resultOf(valueOf(answers[ready.indexOf(valueOf(question))]), one);
  });
}
