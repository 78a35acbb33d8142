import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { UpworkClient } from '../api/client';
import type { Parameters } from './parameters';

/** One thing the action node can do. Its file holds all there is to know about it. */
export interface Operation {
  value: string;
  name: string;
  /** What the editor's list of actions says. */
  action: string;
  description: string;
  /** Its fields, without displayOptions: they are shown for this operation only. */
  fields: INodeProperties[];
  /** The record that it gives: `output/<record>.schema.json` describes it to the editor. */
  output: 'access' | 'account' | 'job' | 'organization';
  /** From the parameters of one input item to its output records. */
  execute(client: UpworkClient, parameters: Parameters): Promise<IDataObject[]>;
}

/** A kind of record, and what can be done with it. */
export interface Resource {
  value: string;
  name: string;
  /** The operation that is preselected. */
  defaultOperation: string;
  operations: Operation[];
}
