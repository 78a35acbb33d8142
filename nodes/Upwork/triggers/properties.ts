import type { INodeProperties } from 'n8n-workflow';

import { numberField } from '../fields/builders';
import { optionsFields } from '../fields/options';
import { organizationField } from '../fields/organization';
import type { Parameters } from '../fields/parameters';
import type { TriggerEvent } from './event';
import { events } from './index';

const HOUR_MS = 60 * 60_000;
const DEFAULT_OVERLAP_HOURS = 6;
const MAX_OVERLAP_HOURS = 168;
/** n8n keeps all items of an execution in memory. */
const DEFAULT_LIMIT_PER_POLL = 500;
const MAX_EXISTING = 100;

/** The options of every event, besides those of the actions. */
const DELIVERY: INodeProperties[] = [
  {
    ...numberField(
      'Existing Records to Emit',
      'existing',
      'How many of the latest records to emit when the workflow is published for the first time',
      10,
    ),
    typeOptions: { minValue: 0, maxValue: MAX_EXISTING },
  },
  {
    ...numberField(
      'Maximum per Poll',
      'limitPerPoll',
      'How many records to emit at once. The rest comes with the next polls.',
      DEFAULT_LIMIT_PER_POLL,
    ),
    typeOptions: { minValue: 1 },
  },
  {
    ...numberField(
      'Overlap Window (Hours)',
      'overlapHours',
      'How late Upwork may list a record for it to be found. A longer window needs more requests.',
      DEFAULT_OVERLAP_HOURS,
    ),
    typeOptions: { minValue: 1, maxValue: MAX_OVERLAP_HOURS },
  },
];

/** Every field that an event's parameters may come from. Few people are clients by default. */
export function fieldsOf({ side, fields, options = [] }: TriggerEvent): INodeProperties[] {
  const asksForOrganization = side === 'client';
  return [
    ...(asksForOrganization ? [organizationField] : []),
    ...fields,
    ...optionsFields({ reads: true, asksForOrganization, more: [...DELIVERY, ...options] }),
  ];
}

/** The node's fields: the event, and each event's own fields. */
export const triggerProperties: INodeProperties[] = [
  {
    displayName: 'Event',
    name: 'event',
    type: 'options',
    noDataExpression: true,
    options: events.map(({ name, value, description }) => ({ name, value, description })),
    default: 'newJob',
  },
  ...events.flatMap((event) =>
    fieldsOf(event).map((field) => ({
      ...field,
      displayOptions: { show: { event: [event.value] } },
    })),
  ),
];

/** How much a poll emits, and how late records may come. */
export interface Delivery {
  existing: number;
  limitPerPoll: number;
  windowMs: number;
}

export function readDelivery(parameters: Parameters): Delivery {
  const read = (name: string, rule: { min: number; max?: number }) =>
    parameters.number(`options.${name}`, rule);
  return {
    existing: read('existing', { min: 0, max: MAX_EXISTING }) ?? 0,
    limitPerPoll: read('limitPerPoll', { min: 1 }) ?? DEFAULT_LIMIT_PER_POLL,
    windowMs:
      (read('overlapHours', { min: 1, max: MAX_OVERLAP_HOURS }) ?? DEFAULT_OVERLAP_HOURS) * HOUR_MS,
  };
}
