import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../sandbox/index.mts';
import { N8nClient, type Workflow } from './client.mts';
import { installN8n } from './install.mts';
import { type N8n, startN8n } from './launch.mts';
import { installPackage } from './package.mts';
import { step } from './progress.mts';
import { newJobsWorkflow, sandboxCredential, searchWorkflow } from './workflows.mts';

export interface PlaygroundOptions {
  dataFolder: string;
  port: number;
  startSandbox: () => Promise<Sandbox>;
  /** When the trigger polls for new jobs. */
  pollTimes: INodeParameters;
}

/** A real n8n with the package, a connected credential and two workflows, and its sandbox. */
export interface Playground {
  n8n: N8n;
  client: N8nClient;
  sandbox: Sandbox;
  workflows: { search: string; newJobs: string };
  stop(): Promise<void>;
}

/** Sets everything up and keeps what is already in the data folder. Throws a SetupError. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { dataFolder, port } = options;
  const install = await installN8n();
  const sandbox = await options.startSandbox();
  try {
    await installPackage(dataFolder);
    const n8n = await step('Starting n8n', '30 seconds', () =>
      startN8n({ install, dataFolder, port }),
    );
    const stop = async () => {
      await n8n.stop();
      await sandbox.close();
    };
    try {
      const client = new N8nClient(n8n.url);
      const workflows = await step('Connecting it to the sandbox', '5 seconds', () =>
        setUp(client, sandbox, options.pollTimes),
      );
      return { n8n, client, sandbox, workflows, stop };
    } catch (error) {
      await n8n.stop();
      throw error;
    }
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/**
 * Creates the owner, the credential and the workflows. A restarted sandbox doesn't have earlier
 * tokens, so the credential is connected each time; a trigger that is active from an earlier start
 * has failed until then and is restarted.
 */
async function setUp(client: N8nClient, sandbox: Sandbox, pollTimes: INodeParameters) {
  await client.signIn();
  const credentialId = await client.saveCredential(sandboxCredential(sandbox));
  await client.connect(credentialId);
  const search = await ensureWorkflow(client, searchWorkflow(credentialId));
  const newJobs = await ensureWorkflow(client, newJobsWorkflow(credentialId, pollTimes));
  if (newJobs.active) await client.deactivate(newJobs.id);
  if (newJobs.active || newJobs.isNew) await client.activate(newJobs.id);
  return { search: search.id, newJobs: newJobs.id };
}

async function ensureWorkflow(client: N8nClient, workflow: Workflow) {
  const all = await client.workflows();
  const existing = all.find(({ name }) => name === workflow.name);
  if (existing !== undefined) return { ...existing, isNew: false };
  return { id: await client.createWorkflow(workflow), active: false, isNew: true };
}
