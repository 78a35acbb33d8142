import { systemClock } from './clock';
import type { Clock } from './clock';
import type { UpworkContext } from './credential';
import type { GraphqlDocument } from './document';
import { asUncertain, UpworkApiError } from './errors';
import { withRetries } from './retry';
import { post } from './session';

/** The one door to Upwork. */
export interface UpworkClient {
  /**
   * Sends a document and gives its data. Data that Upwork marks as incomplete is delivered with a
   * hint to the user. Throws an UpworkApiError that says what happened and what to do.
   */
  send<TData, TVariables extends object>(
    document: GraphqlDocument<TData, TVariables>,
    variables: TVariables,
  ): Promise<TData>;
}

/** A client for one run of a node; `itemIndex` goes into its errors. */
export function upworkClient(
  context: UpworkContext,
  itemIndex?: number,
  clock: Clock = systemClock,
): UpworkClient {
  return {
    async send<TData, TVariables extends object>(
      document: GraphqlDocument<TData, TVariables>,
      variables: TVariables,
    ) {
      const { kind, text } = document;
      const outcome = await withRetries(
        async () => await post<TData>(context, { query: text, variables }, clock),
        kind,
        clock,
      );
      if ('fault' in outcome) {
        const uncertain = kind === 'mutation' && !outcome.fault.notExecuted;
        const fault = uncertain ? asUncertain(outcome.fault) : outcome.fault;
        throw new UpworkApiError(context.getNode(), fault, itemIndex);
      }
      if (outcome.warning) warn(context, outcome.warning);
      return outcome.data;
    },
  };
}

/** A hint beside the output where n8n shows hints, else a line in the log. */
function warn(context: UpworkContext, message: string): void {
  if ('addExecutionHints' in context) {
    context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
  } else {
    context.logger.warn(message);
  }
}
