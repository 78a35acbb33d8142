import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PermissionName, UpworkClient } from '../api';
import type { OrganizationSide } from '../records/organization';
import type { Parameters } from '../fields/parameters';

/** One thing the action node can do. Its file holds all there is to know about it. */
export type Operation = Description & (OfOneItem | OfManyItems);

interface Description {
  value: string;
  name: string;
  /** What the editor's list of actions says. */
  action: string;
  description: string;
  /** What has to be ticked on the key; null where that depends on what the user enters. */
  permission: PermissionName | null;
  /** Left out for an operation that only reads: then its client refuses to send a mutation. */
  changes?: ChangesByAi;
  /** Its fields, without displayOptions: they are shown for this operation only. */
  fields: INodeProperties[];
  /** The record that it gives: `output/<record>.schema.json` describes it to the editor. */
  output:
    | 'access'
    | 'account'
    | 'clientProposal'
    | 'clientProposalChange'
    | 'data'
    | 'deleted'
    | 'editedMessage'
    | 'invitation'
    | 'job'
    | 'jobPosting'
    | 'message'
    | 'organization'
    | 'proposal'
    | 'reason'
    | 'room'
    | 'roomSummary'
    | 'savedJobPosting'
    | 'sentMessage'
    | 'submittedProposal'
    | 'success';
}

/**
 * Who may let an AI agent change something on Upwork: the user, with "Allow Changes by AI"; the user, with
 * a switch that the operation has in any case; or nobody, because a person has to decide.
 */
type ChangesByAi = 'whenAllowed' | 'byOwnSwitch' | 'personOnly';

interface OfOneItem {
  /**
   * From the parameters of one input item to its output records. What must not be done twice in a run
   * is noted in `done`, which all of its items share.
   */
  execute(client: UpworkClient, parameters: Parameters, done: Set<string>): Promise<IDataObject[]>;
}

export interface OfManyItems {
  /** The same for many input items at once; each has its own records, or its own error. */
  executeAll(runs: readonly ItemRun[]): Promise<PromiseSettledResult<IDataObject[]>[]>;
}

/** What an operation gets for one input item. */
export interface ItemRun {
  client: UpworkClient;
  parameters: Parameters;
}

/** A kind of record, and what can be done with it. */
export interface Resource {
  value: string;
  name: string;
  /** Whose organization has these records; undefined where any has. */
  side?: OrganizationSide;
  /** The operation that is preselected. */
  defaultOperation: string;
  operations: Operation[];
}
