import type { INode, INodeCredentials, INodeParameters } from 'n8n-workflow';

import type { Credential, Workflow } from '../n8n/client.mts';
import { chain, MANUAL_TRIGGER, manualTrigger, node, upworkNode } from '../n8n/workflows.mts';
import { type OfferedTool, ScriptedModel, type Step } from './scriptedModel.mts';
import type { World } from './world.mts';

const AGENT = 'AI Agent';

/** The result of a run of the agent. */
export interface Conversation {
  /** The output of the agent; undefined if it failed. */
  answer: unknown;
  error: string | undefined;
  offered: OfferedTool[];
  results: string[];
}

/** Saves a credential for n8n's OpenAI nodes; returns it as a node selects it. */
export async function saveModelCredential(
  { client }: World,
  model: ScriptedModel,
): Promise<INodeCredentials> {
  const credential: Credential = {
    name: 'Scripted model',
    type: 'openAiApi',
    data: { apiKey: 'none', url: model.url, header: false },
  };
  const id = await client.saveCredential(credential);
  return { [credential.type]: { id, name: credential.name } };
}

/** n8n's AI agent, with the Upwork node as its tools and a model that follows a script. */
export class Agent {
  readonly model: ScriptedModel;
  readonly #world: World;
  readonly #modelCredential: INodeCredentials;

  private constructor(world: World, model: ScriptedModel, modelCredential: INodeCredentials) {
    this.#world = world;
    this.model = model;
    this.#modelCredential = modelCredential;
  }

  static async of(world: World): Promise<Agent> {
    const model = await ScriptedModel.start();
    return new Agent(world, model, await saveModelCredential(world, model));
  }

  /** The Upwork node as a tool. Models see its name with underscores for spaces. */
  tool(name: string, parameters: INodeParameters): INode {
    return upworkNode(name, 'upworkTool', this.#world.credentialId, parameters);
  }

  /** Runs the agent once, with these tools. */
  async run(tools: INode[], steps: Step[], version = 3): Promise<Conversation> {
    const { client } = this.#world;
    this.model.play(steps);
    const workflowId = await client.createWorkflow(this.#workflow(tools, version));
    const execution = await client.run(workflowId, MANUAL_TRIGGER);
    return {
      answer: execution.output(AGENT)[0]?.output,
      error: execution.error,
      offered: this.model.offered,
      results: this.model.results,
    };
  }

  #workflow(tools: INode[], version: number): Workflow {
    const agent = node(AGENT, '@n8n/n8n-nodes-langchain.agent', version, {
      promptType: 'define',
      text: 'Follow your script',
    });
    // As the editor sets it in a new workflow: with the old execution order, an agent loses the
    // results of its tools.
    const settings = { executionOrder: 'v1' as const };
    const workflow = { ...chain('Agent', [manualTrigger(), agent]), settings };
    const attach = (type: 'ai_languageModel' | 'ai_tool', attached: INode) => {
      workflow.nodes.push(attached);
      workflow.connections[attached.name] = { [type]: [[{ node: AGENT, type, index: 0 }]] };
    };
    attach('ai_languageModel', this.#chatModel());
    for (const tool of tools) attach('ai_tool', tool);
    return workflow;
  }

  #chatModel(): INode {
    const chatModel = node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3, {
      model: { __rl: true, mode: 'id', value: 'scripted' },
      responsesApiEnabled: false,
    });
    return { ...chatModel, credentials: this.#modelCredential };
  }
}
