import { ExecuteContext, LoadOptionsContext, PollContext } from 'n8n-core';
import { createRunExecutionData, NodeHelpers, UnexpectedError, Workflow } from 'n8n-workflow';
import type {
  IBinaryKeyData,
  IDataObject,
  INode,
  INodeExecutionData,
  INodeListSearchResult,
  INodeParameters,
  INodeType,
  IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { Upwork } from '../../nodes/Upwork/Upwork.node.ts';
import { UpworkTrigger } from '../../nodes/Upwork/UpworkTrigger.node.ts';
import { systemClock } from '../../nodes/Upwork/api/clock.ts';
import type { Clock } from '../../nodes/Upwork/api/clock.ts';
import { CredentialStore } from './credentialStore.mts';
import type { StoredCredential } from './credentialStore.mts';
import { itemsOf, Polling } from './polling.mts';
import type { TriggerWorkflow } from './polling.mts';

/** The trigger's memory is by workflow, so each process has its own workflow ID. */
let nextWorkflow = 1;
const newWorkflowId = (): string => `workflow-${nextWorkflow++}`;

/** A node class, with the name and version under which n8n knows it. */
export interface NodeClass {
  type: INodeType;
  name: string;
  version: number;
}

const ours = (type: INodeType): NodeClass => ({
  type,
  name: `n8n-nodes-upwork.${type.description.name}`,
  version: 1,
});

export interface RunOptions {
  input?: IDataObject[];
  /** The files that each item brings. */
  binary?: IBinaryKeyData;
  continueOnFail?: boolean;
  /**
   * The setting "Retry On Fail" of the node. It is n8n that runs the node again, not this class.
   */
  retryOnFail?: boolean;
  /** The time zone in the settings of the workflow. */
  timezone?: string;
  /** The signal that n8n aborts when the execution is cancelled. */
  cancelSignal?: AbortSignal;
}

export interface InstanceOptions {
  /** Whether n8n stores a trigger's state with the execution in one transaction, and after each poll. */
  durableCursors?: boolean;
  /**
   * Another trigger of the same workflow. n8n 2.41 keeps two copies of the workflow's static data once one of the two
   * was edited, and stores a copy as a whole.
   */
  besides?: Instance;
}

/** The result of running a node. */
export interface RunResult {
  items: INodeExecutionData[];
  hints: string[];
}

/**
 * As much of an n8n as one node needs: the node classes on n8n-core's real contexts and request
 * helpers, with the credential in a CredentialStore instead of a database.
 */
export class Instance {
  readonly credentials: CredentialStore;
  private readonly polling: Polling;
  private workflowId: string;
  private readonly triggerName: string;

  /** With its own credential, a shared one, or none. */
  constructor(
    credential: StoredCredential | CredentialStore | null,
    { durableCursors = false, besides }: InstanceOptions = {},
  ) {
    this.workflowId = besides?.workflowId ?? newWorkflowId();
    this.triggerName = besides ? 'Second Trigger' : 'First Trigger';
    this.polling = new Polling(besides?.polling.database ?? { staticData: '{}' }, durableCursors);
    this.credentials =
      credential instanceof CredentialStore ? credential : new CredentialStore(credential);
  }

  /** Runs the action node, by default for one empty input item. */
  async run(parameters: INodeParameters, options?: RunOptions): Promise<RunResult> {
    return await this.execute(ours(new Upwork()), parameters, options);
  }

  /** Runs the action node as the tool into which n8n turns it for AI agents. */
  async runAsTool(parameters: INodeParameters, options?: RunOptions): Promise<RunResult> {
    const tool = new Upwork();
    tool.description = { ...tool.description, name: `${tool.description.name}Tool` };
    return await this.execute(ours(tool), parameters, options);
  }

  /** Runs a node, ours or another one, with the Upwork credential. */
  async execute(
    nodeClass: NodeClass,
    parameters: INodeParameters,
    { input = [{}], binary, cancelSignal, timezone, ...settings }: RunOptions = {},
  ): Promise<RunResult> {
    const { type } = nodeClass;
    const node = this.node(nodeClass, parameters, settings);
    const items = input.map((json) => ({ json, ...(binary && { binary }) }));
    const context = new ExecuteContext(
      this.workflow(node, type, { timezone }),
      node,
      this.additionalData(),
      'manual',
      createRunExecutionData(),
      0,
      items,
      { main: [items] },
      { node, data: { main: [items] }, source: null },
      [],
      cancelSignal,
    );
    const output = await type.execute?.call(context);
    if (!Array.isArray(output)) throw new UnexpectedError('The node returned no items');
    return { items: output[0] ?? [], hints: context.hints.map(({ message }) => message) };
  }

  /** Activates the trigger. Throws what n8n's last try throws. */
  async activate(parameters: INodeParameters, clock?: Clock): Promise<IDataObject[] | null> {
    return await this.polling.activate(this.trigger(parameters, clock));
  }

  /** A scheduled poll of the active trigger. */
  async poll(): Promise<IDataObject[] | null> {
    return await this.polling.poll();
  }

  /** A scheduled poll that is due now, and begins when the returned function is called. */
  schedulePoll(): () => Promise<IDataObject[] | null> {
    return this.polling.schedule();
  }

  /** The workflow is unpublished. */
  deactivate(): void {
    this.polling.deactivate();
  }

  /** The process ends, and with it what was not stored. n8n activates the workflow when it starts again. */
  restart(): void {
    this.polling.end();
    // The node's own memory is by workflow.
    this.workflowId = newWorkflowId();
  }

  /** "Fetch Test Event" in the editor. */
  async fetchTestEvent(parameters: INodeParameters, clock?: Clock): Promise<IDataObject[] | null> {
    const { node, additionalData, load, ...trigger } = this.trigger(parameters, clock);
    const context = new PollContext(load({}), node, additionalData, 'manual', 'activate');
    return await itemsOf(context, trigger.clock);
  }

  /** The static data that n8n has stored, as JSON. */
  get storedStaticData(): string {
    return this.polling.database.staticData;
  }

  set storedStaticData(json: string) {
    this.polling.database.staticData = json;
  }

  /** The list of a resource locator, given what else is entered in the open node. */
  async listSearch(
    list: keyof Upwork['methods']['listSearch'],
    typed?: string,
    paginationToken?: string,
    currentNodeParameters: INodeParameters = {},
  ): Promise<INodeListSearchResult> {
    const upwork = new Upwork();
    const node = this.node(ours(upwork), {});
    const context = new LoadOptionsContext(
      this.workflow(node, upwork),
      node,
      { ...this.additionalData(), currentNodeParameters },
      '',
    );
    return await upwork.methods.listSearch[list].call(context, typed, paginationToken);
  }

  private trigger(parameters: INodeParameters, clock: Clock = systemClock): TriggerWorkflow {
    const type = new UpworkTrigger();
    const named = { id: this.triggerName, name: this.triggerName };
    const node = { ...this.node(ours(type), parameters), ...named };
    return {
      node,
      additionalData: this.additionalData(),
      clock,
      load: (staticData) => this.workflow(node, type, { staticData }),
    };
  }

  private node(
    { type, name, version }: NodeClass,
    parameters: INodeParameters,
    { continueOnFail = false, retryOnFail = false }: RunOptions = {},
  ): INode {
    const node: INode = {
      id: 'node-1',
      name: type.description.displayName,
      type: name,
      typeVersion: version,
      position: [0, 0],
      parameters,
      continueOnFail,
      retryOnFail,
      credentials: this.credentials.isEmpty
        ? {}
        : { upworkOAuth2Api: { id: 'credential-1', name: 'My Upwork' } },
    };
    const withDefaults = NodeHelpers.getNodeParameters(
      type.description.properties,
      parameters,
      true,
      false,
      node,
      type.description,
    );
    return { ...node, parameters: withDefaults ?? {} };
  }

  private workflow(
    node: INode,
    type: INodeType,
    { timezone, staticData = {} }: { timezone?: string | undefined; staticData?: IDataObject } = {},
  ): Workflow {
    return new Workflow({
      id: this.workflowId,
      nodes: [node],
      connections: {},
      active: true,
      ...(timezone !== undefined && { settings: { timezone } }),
      nodeTypes: {
        getByName: () => type,
        getByNameAndVersion: () => type,
        getKnownTypes: () => ({}),
      },
      staticData,
    });
  }

  private additionalData(): IWorkflowExecuteAdditionalData {
    // n8n sets far more; these are the parts that requests with a credential use.
    const used: Partial<IWorkflowExecuteAdditionalData> = {
      credentialsHelper: this.credentials,
      variables: {},
      executionId: 'execution-1',
      webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
      formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
    };
    return used as IWorkflowExecuteAdditionalData;
  }
}
