import { UnexpectedError } from 'n8n-workflow';

import { deliverAll } from './batch';
import type { Read } from './batch';
import { systemClock } from './clock';
import type { Clock } from './clock';
import { connectionState } from './connection/state';
import type { ConnectionState } from './connection/state';
import type { UpworkContext } from './connection/credential';
import type { Delivered } from './documents/delivered';
import { deliver } from './delivery';
import type { DocumentSource, GraphqlDocument } from './documents/document';
import { asUncertain, UpworkApiError } from './errors';
import type { Outcome } from './faults/fault';
import type { Lane } from './rateLimiter';
import { warn } from './warnings';

/** The one door to Upwork. */
export interface UpworkClient {
  /**
   * Sends a document and gives its data. Data that Upwork marks as incomplete, or that the key may not
   * read in full, is delivered with a hint to the user. Throws an UpworkApiError that says what
   * happened and what to do.
   */
  send<TData extends object, TVariables extends object>(
    document: GraphqlDocument<TData, TVariables>,
    variables: TVariables,
  ): Promise<Delivered<TData>>;
  /** A read that goes together with those of other items: see `sendAll`. */
  prepare<TData extends object, TVariables extends object>(
    document: GraphqlDocument<TData, TVariables>,
    variables: TVariables,
  ): PreparedRead<TData>;
  /** How the connection is; asks nobody. */
  connection(): Promise<ConnectionState>;
}

/** A read that waits for others. */
export interface PreparedRead<TData> {
  read: Read;
  /** The data in its outcome; throws an UpworkApiError like `send`. */
  open(outcome: Outcome<Delivered<TData>>): Delivered<TData>;
}

export interface ClientOptions {
  /** Goes into the errors. */
  itemIndex?: number | undefined;
  /** The organization to act for; by default the credential's. */
  organizationId?: string | undefined;
  /** Runs wait behind each other; whoever wants an answer soon has a lane of their own. */
  lane?: Lane;
  /** Ends waiting and asking. */
  signal?: AbortSignal | undefined;
  /** Whether a read fails when the key may not read one of its fields, instead of going without. */
  failOnBlockedFields?: boolean;
  /** Whether it may send mutations. */
  mayChange?: boolean;
  clock?: Clock;
}

/** A client for an item or a poll of a node; by default for somebody who wants an answer soon. */
export function upworkClient(
  context: UpworkContext,
  {
    itemIndex,
    organizationId,
    lane = 'prompt',
    signal,
    failOnBlockedFields = false,
    mayChange = false,
    clock = systemClock,
  }: ClientOptions = {},
): UpworkClient {
  const delivery = { context, organizationId, lane, signal, failOnBlockedFields, clock };

  function refuseUndeclared({ kind, name }: DocumentSource): void {
    if (kind === 'query' || mayChange) return;
    throw new UnexpectedError(`The mutation ${name ?? ''} was to be sent by what only reads`);
  }

  function open<TData>(outcome: Outcome<TData>, kind: 'query' | 'mutation'): TData {
    if ('fault' in outcome) {
      const isUncertain = kind === 'mutation' && !outcome.fault.notExecuted;
      const fault = isUncertain ? asUncertain(outcome.fault) : outcome.fault;
      throw new UpworkApiError(context.getNode(), fault, itemIndex);
    }
    for (const warning of outcome.warnings) warn(context, warning);
    return outcome.data;
  }

  return {
    send: async <TData extends object, TVariables extends object>(
      document: GraphqlDocument<TData, TVariables>,
      variables: TVariables,
    ) => {
      refuseUndeclared(document);
      return open(await deliver<Delivered<TData>>(delivery, document, variables), document.kind);
    },

    prepare: <TData extends object, TVariables extends object>(
      document: GraphqlDocument<TData, TVariables>,
      variables: TVariables,
    ): PreparedRead<TData> => ({
      read: { delivery, document, variables },
      open: (outcome) => open(outcome, 'query'),
    }),

    connection: async () => await connectionState(context, organizationId, clock),
  };
}

/** Sends the reads of many items in few requests; gives each its own data, or its own error. */
export async function sendAll<TData>(
  prepared: readonly PreparedRead<TData>[],
): Promise<PromiseSettledResult<Delivered<TData>>[]> {
  const outcomes = await deliverAll<Delivered<TData>>(prepared.map(({ read }) => read));
  return await Promise.allSettled(
    prepared.map(async ({ read, open }) => {
      const outcome = outcomes.get(read);
      if (!outcome) throw new UnexpectedError('a read has no outcome');
      return await Promise.resolve(open(outcome));
    }),
  );
}
