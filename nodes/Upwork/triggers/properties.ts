import type { INodeProperties } from 'n8n-workflow';

import { optionsFields } from '../fields/options';
import type { TriggerEvent } from './event';
import { events } from './index';

/** The options of every event. */
export const optionFields = optionsFields({ reads: true, asksForOrganization: false });

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
  ...events.flatMap(({ value, fields }) =>
    fields.map((field) => ({ ...field, displayOptions: { show: { event: [value] } } })),
  ),
  ...optionFields,
];

/** Every field that an event's parameters may come from. */
export const fieldsOf = ({ fields }: TriggerEvent): INodeProperties[] => [
  ...fields,
  ...optionFields,
];
