import { OWNER } from '../n8n/client.mts';
import { type Execution, readExecution } from '../n8n/execution.mts';
import { type JsonObject, jsonObject, jsonObjects, jsonString } from '../n8n/json.mts';
import { Rest } from '../n8n/rest.mts';

const UNSUCCESSFUL = ['new', 'running', 'waiting', 'error', 'crashed', 'canceled', 'unknown'];
const ALL = ['success', ...UNSUCCESSFUL];
const PAGE = 100;

export interface Summary {
  id: string;
  status: string;
  /** Epoch milliseconds. */
  startedAt: number;
}

/** n8n's own record of what it has executed. */
export class History {
  readonly #rest: Rest;

  constructor(url: string) {
    this.#rest = new Rest(url);
  }

  async signIn(): Promise<void> {
    const { email, password } = OWNER;
    await this.#rest.send('POST', '/login', { emailOrLdapLoginId: email, password });
  }

  /** How many executions of a workflow there have been. */
  async count(workflowId: string): Promise<number> {
    return Number((await this.#list(workflowId, ALL)).count);
  }

  /** All executions of a workflow, newest first. */
  async all(workflowId: string): Promise<Summary[]> {
    return await this.#pages(workflowId, ALL);
  }

  /** The executions that failed or never ended. */
  async unsuccessful(workflowId: string): Promise<Summary[]> {
    return await this.#pages(workflowId, UNSUCCESSFUL);
  }

  /** One execution with its data; undefined until it ends. */
  async read(id: string): Promise<Execution | undefined> {
    return readExecution(await this.#rest.send('GET', `/executions/${id}`));
  }

  async #pages(workflowId: string, status: string[]): Promise<Summary[]> {
    const all: Summary[] = [];
    for (;;) {
      const page = summaries(await this.#list(workflowId, status, all.at(-1)?.id));
      all.push(...page);
      if (page.length < PAGE) return all;
    }
  }

  async #list(workflowId: string, status: string[], before?: string): Promise<JsonObject> {
    const query = new URLSearchParams({
      limit: String(PAGE),
      filter: JSON.stringify({ workflowId, status }),
      ...(before !== undefined && { lastId: before }),
    });
    return jsonObject(await this.#rest.send('GET', `/executions?${query.toString()}`));
  }
}

function summaries({ results }: JsonObject): Summary[] {
  return jsonObjects(results).map(({ id, status, startedAt, createdAt }) => ({
    id: String(id),
    status: jsonString(status),
    startedAt: Date.parse(jsonString(startedAt ?? createdAt)),
  }));
}
