import { systemClock } from './clock';
import type { Clock } from './clock';
import { connectionState } from './connection';
import type { ConnectionState } from './connection';
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
  /** How the connection is; asks nobody. */
  connection(): Promise<ConnectionState>;
}

export interface ClientOptions {
  /** Goes into the errors. */
  itemIndex?: number | undefined;
  /** The organization to act for; by default the credential's. */
  organizationId?: string | undefined;
  clock?: Clock;
}

/** A client for one item or one poll of a node. */
export function upworkClient(
  context: UpworkContext,
  { itemIndex, organizationId, clock = systemClock }: ClientOptions = {},
): UpworkClient {
  return {
    async send<TData, TVariables extends object>(
      document: GraphqlDocument<TData, TVariables>,
      variables: TVariables,
    ) {
      const { kind, text } = document;
      const outcome = await withRetries(
        async () => await post<TData>(context, { query: text, variables }, organizationId, clock),
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

    connection: async () => await connectionState(context, organizationId, clock),
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
