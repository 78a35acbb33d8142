import { NodeOperationError } from 'n8n-workflow';
import type { IPollFunctions } from 'n8n-workflow';

import { beginPoll, upworkClient, withOrganizationAdvice, wrongSideAdvice } from '../api';
import type { Clock, ErrorText } from '../api';
import { pollParameters } from '../fields/nodeParameters';
import { readOrganizationId } from '../fields/organization';
import type { TriggerEvent } from './event';
import { events } from './index';
import { budgetOf } from './n8nPoll';
import { fieldsOf, readDelivery } from './properties';
import type { Delivery } from './properties';
import type { EventRecord, EventSource, Reading, SourceState } from './source';

/** The event that a node watches, with the node's settings. */
export interface Watch {
  event: string;
  /** Another credential or organization may have other records. */
  account: string;
  /** What the records are called. */
  records: string;
  delivery: Delivery;
  source: Pick<EventSource, 'begin'>;
  read(state: SourceState, activatedAt: number): Promise<Reading>;
  latest(limit: number): Promise<EventRecord[]>;
  /** Why there may be no records at all: the wrong organization is in use. Null otherwise. */
  whyNone(): Promise<ErrorText | null>;
}

/** Throws on parameters that can't be used. */
export function watch(context: IPollFunctions, clock: Clock): Watch {
  const event = chosenEvent(context);
  const parameters = pollParameters(context, fieldsOf(event));
  const organizationId = readOrganizationId(parameters);
  const delivery = readDelivery(parameters);
  const { budgetMs, requestsMs } = budgetOf(context);
  beginPoll(context);
  const now = clock.now();
  const client = upworkClient(context, {
    organizationId,
    failOnBlockedFields: parameters.flag('options.failOnBlockedFields'),
    timeoutMs: budgetMs,
    clock,
  });
  const source = event.source(client, parameters, now);
  const time = { now, hasTime: () => clock.now() < now + requestsMs, windowMs: delivery.windowMs };
  const advice = { context, organizationId, side: event.side };
  const withAdvice = async <T>(work: Promise<T>): Promise<T> =>
    await withOrganizationAdvice(advice, work);

  return {
    event: event.value,
    account: [credentialOf(context), organizationId ?? ''].join(' '),
    records: event.records,
    delivery,
    source,
    read: async (state, activatedAt) =>
      await withAdvice(source.read(state, { ...time, activatedAt })),
    latest: async (limit) => await withAdvice(source.latest(limit)),
    whyNone: async () => await wrongSideAdvice(advice),
  };
}

function chosenEvent(context: IPollFunctions): TriggerEvent {
  const chosen = context.getNodeParameter('event');
  const event = events.find(({ value }) => value === chosen);
  if (event) return event;
  throw new NodeOperationError(context.getNode(), `The event "${String(chosen)}" does not exist`, {
    level: 'warning',
  });
}

const credentialOf = (context: IPollFunctions): string =>
  Object.values(context.getNode().credentials ?? {})
    .map(({ id, name }) => id ?? name)
    .join(' ');
