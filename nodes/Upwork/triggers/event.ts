import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Page, PermissionName, UpworkClient } from '../api';
import type { Parameters } from '../fields/parameters';
import type { CursorRecord } from './cursor';

/** Something that can start a workflow. */
export interface TriggerEvent {
  value: string;
  name: string;
  description: string;
  /** The permissions that the key needs. */
  permissions: readonly PermissionName[];
  /** Its fields, without displayOptions: they are shown for this event only. */
  fields: INodeProperties[];
  /** Where its records come from. `now` is in epoch milliseconds. Throws on parameters that can't be used. */
  source(client: UpworkClient, parameters: Parameters, now: number): EventSource;
}

export interface EventSource {
  /** What decides which records are listed; when it changes, the trigger starts again from now. */
  scope: string;
  /** The records, newest first. */
  pages(): AsyncIterable<Page<EventRecord>>;
}

export interface EventRecord extends CursorRecord {
  json: IDataObject;
  /** Whether it matches the user's filter; others are only remembered. */
  matches: boolean;
}
