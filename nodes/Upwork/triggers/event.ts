import type { INodeProperties } from 'n8n-workflow';

import type { OrganizationSide, PermissionName, UpworkClient } from '../api';
import type { Parameters } from '../fields/parameters';
import type { EventSource } from './source';

/** Something that can start a workflow. */
export interface TriggerEvent {
  value: string;
  name: string;
  description: string;
  /** What its records are called, such as "jobs". */
  records: string;
  /** Whose organization it needs; undefined if any will do. */
  side?: OrganizationSide;
  /** The type of its records in `records/`: `newJob` for `NewJob`. */
  output: string;
  /** The permissions that the key needs. */
  permissions: readonly PermissionName[];
  /** Its fields, without displayOptions: they are shown for this event only. */
  fields: INodeProperties[];
  /** What it adds to the options of all events. */
  options?: INodeProperties[];
  /** Where its records come from. `now` is in epoch milliseconds. Throws on parameters that can't be used. */
  source(client: UpworkClient, parameters: Parameters, now: number): EventSource;
}
