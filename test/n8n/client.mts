import type {
  IConnections,
  INode,
  INodeTypeDescription,
  IPinData,
  IWorkflowSettings,
} from 'n8n-workflow';
import { isObject } from '../sandbox/guards.mts';
import { allowAccess } from './consent.mts';
import { type Execution, readExecution, readWaitingExecution } from './execution.mts';
import { type JsonObject, jsonObject, jsonObjects, jsonString } from './json.mts';
import { Rest } from './rest.mts';
import { SetupError } from './setupError.mts';
import { until } from './until.mts';

const RUN_LIMIT_S = 120;
const ACTIVATION_LIMIT_S = 120;
/** The states of a workflow that n8n is about to activate. */
const UNDECIDED = new Set(['not_published', 'in_progress']);
const LISTS = '/dynamic-node-parameters/resource-locator-results';

/** The only user of a local n8n. It listens on loopback, so nobody else can reach it. */
export const OWNER = {
  email: 'owner@example.com',
  password: 'Sandbox123',
  firstName: 'Sandbox',
  lastName: 'Owner',
};

export interface Credential {
  name: string;
  type: string;
  data: JsonObject;
}

export interface Workflow {
  name: string;
  nodes: INode[];
  connections: IConnections;
  /** The output of the nodes with these names, which then don't run. */
  pinData?: IPinData;
  settings?: IWorkflowSettings;
}

/** A list of the node that is open in the editor. */
export interface ListSearch {
  node: INode;
  method: string;
  typed?: string;
}

export interface SavedWorkflow {
  id: string;
  name: string;
  active: boolean;
}

/** What the tests and the demo do in n8n as its owner. */
export class N8nClient {
  readonly #rest: Rest;

  constructor(url: string) {
    this.#rest = new Rest(url);
  }

  /** Signs in as the owner, who is created in a new n8n. */
  async signIn(): Promise<void> {
    const { userManagement } = jsonObject(await this.#rest.send('GET', '/settings'));
    if (jsonObject(userManagement).showSetupOnFirstLoad === true) {
      await this.#rest.send('POST', '/owner/setup', OWNER);
      return;
    }
    const { email, password } = OWNER;
    await this.#rest.send('POST', '/login', { emailOrLdapLoginId: email, password });
  }

  /** The names of the node types (or credential types) that n8n has loaded. */
  async typeNames(kind: 'nodes' | 'credentials'): Promise<string[]> {
    return (await this.#types(kind)).map(({ name }) => jsonString(name));
  }

  /** The properties of a node type, as the editor gets them. */
  async nodeProperties(nodeType: string): Promise<JsonObject[]> {
    const type = (await this.#types('nodes')).find(({ name }) => name === nodeType);
    return jsonObjects(type?.properties);
  }

  /** The node type in this version, as the editor gets it. */
  async nodeType(nodeType: string, version: number): Promise<INodeTypeDescription> {
    const types: unknown[] = await this.#types('nodes');
    const found = types
      .filter(isNodeType)
      .find(
        ({ name, version: versions }) => name === nodeType && [versions].flat().includes(version),
      );
    if (found === undefined) throw new Error(`n8n has no ${nodeType} in version ${version}`);
    return found;
  }

  async #types(kind: 'nodes' | 'credentials'): Promise<JsonObject[]> {
    return jsonObjects(await this.#rest.file(`/types/${kind}.json`));
  }

  /** What the list of a resource locator shows. */
  async listSearch({ node, method, typed }: ListSearch): Promise<JsonObject[]> {
    const { type: name, typeVersion: version, parameters, credentials } = node;
    const data = await this.#rest.send('POST', LISTS, {
      path: 'parameters',
      methodName: method,
      nodeTypeAndVersion: { name, version },
      currentNodeParameters: parameters,
      credentials,
      ...(typed !== undefined && { filter: typed }),
    });
    return jsonObjects(jsonObject(data).results);
  }

  /** The schema of an operation's output, which the editor shows before the node has run. */
  async outputSchema(nodeType: string, resource: string, operation: string): Promise<JsonObject> {
    const path = `/schemas/${nodeType}/1.0.0/${resource}/${operation}.json`;
    return jsonObject(await this.#rest.file(path));
  }

  /** n8n's own test of a saved credential: "OK", or the error. */
  async testCredential(id: string, credential: Credential): Promise<string> {
    const data = await this.#rest.send('POST', '/credentials/test', {
      credentials: { id, ...credential },
    });
    const { status, message } = jsonObject(data);
    return status === 'OK' ? 'OK' : jsonString(message);
  }

  /** Creates the credential, or updates the one with this name; returns its ID. */
  async saveCredential(credential: Credential): Promise<string> {
    const all = jsonObjects(await this.#rest.send('GET', '/credentials'));
    const existing = all.find(({ name }) => name === credential.name);
    const saved =
      existing === undefined
        ? await this.#rest.send('POST', '/credentials', credential)
        : await this.#rest.send('PATCH', `/credentials/${jsonString(existing.id)}`, credential);
    return jsonString(jsonObject(saved).id);
  }

  /** Connects an OAuth2 credential as its owner would, with the Connect button and the consent page. */
  async connect(credentialId: string): Promise<void> {
    const authorizeUrl = await this.#rest.send('GET', `/oauth2-credential/auth?id=${credentialId}`);
    const callback = await allowAccess(jsonString(authorizeUrl));
    const page = await this.#rest.page(callback);
    const saved = await this.#rest.send('GET', `/credentials/${credentialId}?includeData=true`);
    const { oauthTokenData } = jsonObject(jsonObject(saved).data);
    if (oauthTokenData === undefined || oauthTokenData === false) {
      throw new SetupError(`n8n did not connect the credential. Its page says: ${plainText(page)}`);
    }
  }

  /** All workflows. */
  async workflows(): Promise<SavedWorkflow[]> {
    const all = jsonObjects(await this.#rest.send('GET', '/workflows'));
    return all.map(({ id, name, active }) => ({
      id: jsonString(id),
      name: jsonString(name),
      active: active === true,
    }));
  }

  /** Creates an inactive workflow; returns its ID. */
  async createWorkflow(workflow: Workflow): Promise<string> {
    const saved = await this.#rest.send('POST', '/workflows', { settings: {}, ...workflow });
    return jsonString(jsonObject(saved).id);
  }

  /** Publishes the last saved version of the workflow, which activates its triggers. */
  async activate(workflowId: string): Promise<void> {
    const { versionId } = jsonObject(await this.#rest.send('GET', `/workflows/${workflowId}`));
    await this.#rest.send('POST', `/workflows/${workflowId}/activate`, { versionId });
  }

  /**
   * Waits until n8n has activated the triggers of a published workflow, which it does in the background, or has given
   * up after several tries. Returns the errors that the editor then shows: none if all triggers are active.
   */
  async activationErrors(workflowId: string): Promise<string[]> {
    const { triggers } = await until('the activation', ACTIVATION_LIMIT_S, async () => {
      const path = `/workflows/${workflowId}/publication-status`;
      const state = jsonObject(await this.#rest.send('GET', path));
      return UNDECIDED.has(jsonString(state.status)) ? undefined : state;
    });
    return jsonObjects(triggers)
      .filter(({ status }) => status !== 'activated')
      .map(({ errorMessage }) => jsonString(errorMessage));
  }

  /** What the triggers of a workflow remember, as the JSON that n8n stores. */
  async storedState(workflowId: string): Promise<string> {
    const { staticData } = jsonObject(await this.#rest.send('GET', `/workflows/${workflowId}`));
    return JSON.stringify(staticData ?? {});
  }

  async deactivate(workflowId: string): Promise<void> {
    await this.#rest.send('POST', `/workflows/${workflowId}/deactivate`, {});
  }

  /** Runs a workflow manually from the given trigger, and waits until it ends. */
  async run(workflowId: string, trigger: string): Promise<Execution> {
    const started = await this.#rest.send('POST', `/workflows/${workflowId}/run`, {
      triggerToStartFrom: { name: trigger },
    });
    const executionId = jsonString(jsonObject(started).executionId);
    return await until(`the end of execution ${executionId}`, RUN_LIMIT_S, async () =>
      readExecution(await this.#execution(executionId)),
    );
  }

  /** All finished executions of a workflow, oldest first, with their data. */
  async executions(workflowId: string): Promise<Execution[]> {
    return (await this.#executions(workflowId)).flatMap(
      (execution) => readExecution(execution) ?? [],
    );
  }

  /** The waiting executions of a workflow, oldest first, with their data so far. */
  async waitingExecutions(workflowId: string): Promise<Execution[]> {
    return (await this.#executions(workflowId)).flatMap(
      (execution) => readWaitingExecution(execution) ?? [],
    );
  }

  /** All rows of the data table with this name. */
  async tableRows(name: string): Promise<JsonObject[]> {
    const list = await this.#rest.send('GET', '/data-tables-global');
    const tables = jsonObjects(jsonObject(list).data);
    const table = tables.find((one) => one.name === name);
    if (table === undefined) throw new Error(`n8n has no data table "${name}"`);
    const { id, projectId } = table;
    const path = `/projects/${jsonString(projectId)}/data-tables/${jsonString(id)}/rows?take=250`;
    return jsonObjects(jsonObject(await this.#rest.send('GET', path)).data);
  }

  async #executions(workflowId: string): Promise<unknown[]> {
    const filter = encodeURIComponent(JSON.stringify({ workflowId }));
    const list = await this.#rest.send('GET', `/executions?limit=100&filter=${filter}`);
    const ids = jsonObjects(jsonObject(list).results).map(({ id }) => String(id));
    return (await Promise.all(ids.map((id) => this.#execution(id)))).reverse();
  }

  #execution(executionId: string): Promise<unknown> {
    return this.#rest.send('GET', `/executions/${executionId}`);
  }
}

function isNodeType(value: unknown): value is INodeTypeDescription {
  return isObject(value) && typeof value.name === 'string' && Array.isArray(value.properties);
}

function plainText(html: string): string {
  return html
    .replace(/<(style|script)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}
