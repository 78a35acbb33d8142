import { OWNER, type Workflow } from '../n8n/client.mts';
import { jsonObject, jsonObjects } from '../n8n/json.mts';
import { Rest } from '../n8n/rest.mts';
import { chain, jobSearch, node, upworkNode } from '../n8n/workflows.mts';

const PATH = 'search';
const QUERY = 'n8n';
/** How many jobs each execution of the workflow finds. */
const JOBS = 5;

/** A request to its webhook starts it, and the response is the jobs that it has found. */
export function webhookWorkflow(credentialId: string): Workflow {
  const webhook = node('Webhook', 'n8n-nodes-base.webhook', 2, {
    httpMethod: 'POST',
    path: PATH,
    responseMode: 'lastNode',
    responseData: 'allEntries',
  });
  return chain('Search on call', [
    { ...webhook, webhookId: PATH },
    upworkNode('Search', 'upwork', credentialId, jobSearch(QUERY, JOBS)),
  ]);
}

/** Runs the workflow through its webhook and returns whether it found all jobs. */
export async function callWebhook(url: string): Promise<boolean> {
  const response = await fetch(`${url}/webhook/${PATH}`, { method: 'POST' });
  const jobs: unknown = await response.json();
  return response.ok && Array.isArray(jobs) && jobs.length === JOBS;
}

/** What n8n's editor requests from the main process, and its list of executions. */
export class Editor {
  readonly #rest: Rest;
  readonly #credentialId: string;

  constructor(url: string, credentialId: string) {
    this.#rest = new Rest(url);
    this.#credentialId = credentialId;
  }

  async signIn(): Promise<void> {
    const { email, password } = OWNER;
    await this.#rest.send('POST', '/login', { emailOrLdapLoginId: email, password });
  }

  /** Opens the list of jobs of a resource locator, and returns whether it has jobs. */
  async listSearch(): Promise<boolean> {
    const data = await this.#rest.send(
      'POST',
      '/dynamic-node-parameters/resource-locator-results',
      {
        path: 'parameters.jobId',
        methodName: 'searchJobs',
        nodeTypeAndVersion: { name: 'n8n-nodes-upwork.upwork', version: 1 },
        currentNodeParameters: { resource: 'job', operation: 'get' },
        credentials: { upworkOAuth2Api: { id: this.#credentialId, name: 'Upwork (sandbox)' } },
      },
    );
    return jsonObjects(jsonObject(data).results).length > 0;
  }

  /** The executions that did not succeed. */
  async failedExecutions(): Promise<unknown[]> {
    const filter = encodeURIComponent(JSON.stringify({ status: ['error', 'crashed', 'canceled'] }));
    const data = await this.#rest.send('GET', `/executions?limit=100&filter=${filter}`);
    return jsonObjects(jsonObject(data).results).map(({ id }) => id);
  }
}
