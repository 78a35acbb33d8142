import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { OrganizationSide, PermissionName, UpworkClient } from '../api';
import type { Parameters } from '../fields/parameters';

/** An operation of the action node. */
export interface Operation {
  value: string;
  name: string;
  /** Its text in the editor's list of actions. */
  action: string;
  /** Its text in the menu: at most two lines, without a period. */
  description: string;
  /** The permissions that the key needs; empty if they depend on what the user enters. */
  permissions: readonly PermissionName[];
  /** Left out for an operation that only reads: its client then refuses to send a mutation. */
  changes?: ChangesByAi;
  /** Whether AI agents can't run it: it is neither offered to them nor executed for them. */
  isForPeopleOnly?: true;
  /** The maximum number of requests per item; unlimited by default. */
  maxRequests?: number;
  /** Its fields, without displayOptions: they are shown for this operation only. */
  fields: INodeProperties[];
  /** The record that it returns, such as `job`: `Job` in records/ is the type of its simplified form. */
  output: string;
  /**
   * From the parameters of one input item to its output records. Reads run several items at a time,
   * changes one after another. Throws a NodeOperationError or an UpworkApiError.
   */
  execute(client: UpworkClient, parameters: Parameters): Promise<IDataObject[]>;
}

/**
 * How the user lets an AI agent change something on Upwork: with "Allow Changes by AI", or with a
 * switch that the operation has in any case.
 */
type ChangesByAi = 'whenAllowed' | 'byOwnSwitch';

/** A kind of record, and what can be done with it. */
export interface Resource {
  value: string;
  name: string;
  /** Its text in the menu, which tells it apart from the others. */
  description: string;
  /** Whose organization has these records; undefined if any has. */
  side?: OrganizationSide;
  /** The operation that is preselected. */
  defaultOperation: string;
  operations: Operation[];
}
