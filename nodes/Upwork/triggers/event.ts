import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../fields/parameters';
import type { Page, UpworkClient } from '../api';
import type { CursorRecord } from './cursor';

/** Something that can start a workflow. Its file holds all there is to know about it. */
export interface TriggerEvent {
  value: string;
  name: string;
  description: string;
  /** Its fields, without displayOptions: they are shown for this event only. */
  fields: INodeProperties[];
  /** Where its records come from. `now` is in epoch milliseconds. Throws on parameters that can't be used. */
  source(client: UpworkClient, parameters: Parameters, now: number): EventSource;
}

export interface EventSource {
  /** What decides which records belong here; when it changes, the trigger starts from now again. */
  scope: string;
  /** The records, newest first. */
  batches(): AsyncIterable<Page<EventRecord>>;
}

export interface EventRecord extends CursorRecord {
  json: IDataObject;
  /** Whether it is what the user asked for; the others are only remembered. */
  wanted: boolean;
}
