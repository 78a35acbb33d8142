import type { IDataObject } from 'n8n-workflow';

import { sendAll } from '../api/client';
import type { Delivered } from '../api/delivered';
import type { GraphqlDocument } from '../api/document';
import type { OfManyItems } from './operation';
import type { Parameters } from './parameters';
import { settle, valueOf, valuesOf } from './settle';

/** A read of one record, of which many share a request: from parameters to variables, from data to records. */
export function readTogether<TData extends object, TVariables extends object>(
  document: GraphqlDocument<TData, TVariables>,
  variablesOf: (parameters: Parameters) => TVariables,
  recordsOf: (data: Delivered<TData>, parameters: Parameters) => IDataObject[],
): OfManyItems {
  return {
    async executeAll(runs) {
      const asked = await settle(runs, ({ client, parameters }) => ({
        parameters,
        read: client.prepare(document, variablesOf(parameters)),
      }));
      const ready = valuesOf(asked);
      const answers = await sendAll(ready.map(({ read }) => read));
      return await settle(asked, (one) => {
        const question = valueOf(one);
        return recordsOf(valueOf(answers[ready.indexOf(question)]), question.parameters);
      });
    },
  };
}
