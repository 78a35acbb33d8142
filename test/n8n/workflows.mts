import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { Workflow } from './client.mts';

const CREDENTIAL = { name: 'Upwork (sandbox)', type: 'upworkOAuth2Api' };
const COLUMN_WIDTH = 220;
const NOTE = { width: 480, height: 220, distance: 260 };

/** An Upwork credential for a sandbox, as a user would fill it in. */
export function sandboxCredential(sandbox: {
  url: string;
  key: { clientId: string; clientSecret: string };
}) {
  return {
    ...CREDENTIAL,
    data: {
      ...sandbox.key,
      environment: 'sandbox',
      sandboxUrl: sandbox.url,
      organizationId: '',
    },
  };
}

export const MANUAL_TRIGGER = 'When clicking ‘Execute workflow’';
export const SEARCH_NODE = 'Search jobs';
export const NEW_JOBS_NODE = 'New jobs';

/** Search on demand: a click returns the newest jobs that match. */
export function searchWorkflow(credentialId: string): Workflow {
  return withNote(
    chain('Search Upwork jobs', [
      manualTrigger(),
      upworkNode(SEARCH_NODE, 'upwork', credentialId, jobSearch('n8n', 50)),
    ]),
    `## Search jobs
1. Click **Execute workflow**.
2. Open **${SEARCH_NODE}** to see the jobs, one per row.
3. Change the search query or add a filter, and execute the step again.

The jobs come from the sandbox, a local imitation of Upwork.`,
  );
}

/** Trigger on new jobs: at each poll, what has appeared since the last one. */
export function newJobsWorkflow(credentialId: string, pollTimes: INodeParameters): Workflow {
  return withNote(
    chain('New Upwork jobs', [
      upworkNode(NEW_JOBS_NODE, 'upworkTrigger', credentialId, {
        event: 'newJob',
        query: 'automation',
        filters: {},
        simplify: true,
        pollTimes,
      }),
      node('What to do with each job', 'n8n-nodes-base.noOp', 1, {}),
    ]),
    `## New jobs
This workflow is published: it runs by itself when a new job matches the search.

1. Open the tab **Executions** to see the jobs of each run.
2. Replace **What to do with each job** with Slack, Google Sheets or any other node.

New jobs keep appearing in the sandbox, a local imitation of Upwork.`,
  );
}

export const EVERY_MINUTE: INodeParameters = { item: [{ mode: 'everyMinute' }] };

/**
 * n8n rejects cron expressions below a minute, but accepts several poll times with a fixed second
 * each.
 */
export function everySeconds(seconds: number): INodeParameters {
  const times = Array.from({ length: Math.ceil(60 / seconds) }, (_, index) => index * seconds);
  return {
    item: times.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })),
  };
}

export function manualTrigger(): INode {
  return node(MANUAL_TRIGGER, 'n8n-nodes-base.manualTrigger', 1, {});
}

/** Parameters of the Upwork node for a search of the newest jobs. */
export function jobSearch(query: string, limit: number): INodeParameters {
  return {
    resource: 'job',
    operation: 'search',
    query,
    returnAll: false,
    limit,
    filters: {},
    sort: 'RECENCY',
    simplify: true,
  };
}

/** The value of a resource locator when an ID was entered. */
export function idLocator(value: string): INodeParameters {
  return { __rl: true, mode: 'id', value };
}

/** A node of this package, with its credential. */
export function upworkNode(
  name: string,
  type: 'upwork' | 'upworkTool' | 'upworkTrigger',
  credentialId: string,
  parameters: INodeParameters,
): INode {
  return withCredential(credentialId, node(name, `n8n-nodes-upwork.${type}`, 1, parameters));
}

/** n8n's HTTP Request node; with the Upwork credential if there is one. */
export function httpRequestNode(name: string, url: string, credentialId?: string): INode {
  const request = node(name, 'n8n-nodes-base.httpRequest', 4.2, {
    method: 'POST',
    url,
    ...(credentialId !== undefined && {
      authentication: 'predefinedCredentialType',
      nodeCredentialType: CREDENTIAL.type,
    }),
  });
  return credentialId === undefined ? request : withCredential(credentialId, request);
}

/** The node with the Upwork credential chosen in it. */
export function withCredential(id: string, bare: INode): INode {
  return { ...bare, credentials: { [CREDENTIAL.type]: { id, name: CREDENTIAL.name } } };
}

export function node(
  name: string,
  type: string,
  typeVersion: number,
  parameters: INodeParameters,
): INode {
  return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters };
}

/** A workflow of nodes one after the other, drawn from left to right. */
export function chain(name: string, nodes: INode[]): Workflow {
  const connections: IConnections = {};
  for (const [index, { name: from }] of nodes.entries()) {
    const next = nodes[index + 1];
    if (next === undefined) continue;
    connections[from] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
  }
  return {
    name,
    nodes: nodes.map((placed, index) => ({ ...placed, position: [index * COLUMN_WIDTH, 0] })),
    connections,
  };
}

/** The workflow with a sticky note above its first node. */
function withNote(workflow: Workflow, content: string): Workflow {
  const { width, height, distance } = NOTE;
  const note = node('Note', 'n8n-nodes-base.stickyNote', 1, { content, width, height });
  return { ...workflow, nodes: [...workflow.nodes, { ...note, position: [0, -distance] }] };
}
