import { ExecuteContext, LoadOptionsContext, PollContext } from 'n8n-core';
import {
  createRunExecutionData,
  jsonParse,
  NodeHelpers,
  UnexpectedError,
  Workflow,
} from 'n8n-workflow';
import type {
  IBinaryKeyData,
  IDataObject,
  INode,
  INodeExecutionData,
  INodeListSearchResult,
  INodeParameters,
  INodeType,
  IWorkflowExecuteAdditionalData,
  WorkflowExecuteMode,
} from 'n8n-workflow';

import { Upwork } from '../../nodes/Upwork/Upwork.node.ts';
import { UpworkTrigger } from '../../nodes/Upwork/UpworkTrigger.node.ts';
import { poll } from '../../nodes/Upwork/triggers/poll.ts';
import type { Clock } from '../../nodes/Upwork/api/clock.ts';
import { CredentialStore } from './credentialStore.mts';
import type { StoredCredential } from './credentialStore.mts';

/** The trigger's backoff is per workflow, so each instance has its own workflow ID. */
let nextWorkflow = 1;

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
  private readonly workflowId = `workflow-${nextWorkflow++}`;
  private saved = '{}';
  private active: Workflow | undefined;

  /** With its own credential, a shared one, or none. */
  constructor(credential: StoredCredential | CredentialStore | null) {
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
      this.workflow(node, type, timezone),
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

  /** One poll of the active trigger. Like n8n, it saves what the node stores only with emitted items. */
  async poll(parameters: INodeParameters, clock?: Clock): Promise<IDataObject[] | null> {
    const { items, workflow } = await this.pollOnce(parameters, 'trigger', clock);
    if (items) this.save(workflow);
    return items;
  }

  /** The first poll after activation: n8n always saves what the node stores. */
  async activate(parameters: INodeParameters, clock?: Clock): Promise<IDataObject[] | null> {
    this.restart();
    const { items, workflow } = await this.pollOnce(parameters, 'trigger', clock);
    this.save(workflow);
    return items;
  }

  /** "Fetch Test Event" in the editor. */
  async fetchTestEvent(parameters: INodeParameters): Promise<IDataObject[] | null> {
    return (await this.pollOnce(parameters, 'manual')).items;
  }

  /** Forgets what was not saved, like a restarted process. */
  restart(): void {
    this.active = undefined;
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

  private async pollOnce(parameters: INodeParameters, mode: WorkflowExecuteMode, clock?: Clock) {
    const type = new UpworkTrigger();
    const node = this.node(ours(type), parameters);
    const workflow = (this.active ??= this.workflow(node, type));
    const context = new PollContext(workflow, node, this.additionalData(), mode, 'activate');
    const output = await poll(context, clock);
    return { items: output?.[0]?.map(({ json }) => json) ?? null, workflow };
  }

  private save(workflow: Workflow): void {
    this.saved = JSON.stringify(workflow.staticData);
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

  private workflow(node: INode, type: INodeType, timezone?: string): Workflow {
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
      staticData: jsonParse<IDataObject>(this.saved),
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
