import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n, type N8nInstall } from '../n8n/install.mts';
import { type Credential, N8nClient } from '../n8n/client.mts';
import { type N8n, startN8n } from '../n8n/launch.mts';
import { layOutPackage } from '../n8n/package.mts';
import { freePort } from '../n8n/ports.mts';
import { until } from '../n8n/until.mts';
import {
  chain,
  everySeconds,
  httpRequestNode,
  idLocator,
  jobSearch,
  MANUAL_TRIGGER,
  manualTrigger,
  NEW_JOBS_NODE,
  newJobsWorkflow,
  sandboxCredential,
  searchWorkflow,
  SEARCH_NODE,
  upworkNode,
} from '../n8n/workflows.mts';
import { type Sandbox, startSandbox } from '../sandbox/index.mts';
import { idsOfNewestJobs } from './sandboxJobs.mts';

/** On a new machine, n8n is installed first. */
const SETUP_LIMIT_MS = 40 * 60_000;
const SECONDS_BETWEEN_POLLS = 2;
const POLL_LIMIT_S = 60;

let install: N8nInstall;
let dataFolder: string;
let sandbox: Sandbox;
let n8n: N8n;
let client: N8nClient;
let credentialId: string;
/** What has been set up so far and has to end, the last one first. */
const cleanUps: (() => Promise<void>)[] = [];

/** Starts n8n on the data folder, for the first time or again. */
async function start(): Promise<void> {
  n8n = await startN8n({ install, dataFolder, port: await freePort() });
  cleanUps.unshift(n8n.stop);
  client = new N8nClient(n8n.url);
  await client.signIn();
}

beforeAll(async () => {
  install = await installN8n();
  dataFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-e2e-'));
  cleanUps.unshift(() => rm(dataFolder, { recursive: true, force: true }));
  sandbox = await startSandbox();
  cleanUps.unshift(() => sandbox.close());
  await layOutPackage(dataFolder);
  await start();
  credentialId = await client.saveCredential(sandboxCredential(sandbox));
  await client.connect(credentialId);
}, SETUP_LIMIT_MS);

afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

test('the package loads with both nodes and the credential', async () => {
  const nodes = await client.typeNames('nodes');
  expect(nodes).toContain('n8n-nodes-upwork.upwork');
  expect(nodes).toContain('n8n-nodes-upwork.upworkTrigger');
  expect(await client.typeNames('credentials')).toContain('upworkOAuth2Api');
});

test('the credential is connected through the consent page, with one token call', () => {
  expect(sandbox.control.stats()).toMatchObject({ requests: { token: 1 }, refreshes: 0 });
});

test('the editor finds the output schema of each operation', async () => {
  for (const operation of ['search', 'get']) {
    const schema = await client.outputSchema('n8n-nodes-upwork.upwork', 'job', operation);
    expect(schema).toMatchObject({ type: 'object', properties: { id: { type: 'string' } } });
  }
});

describe('the credential', () => {
  const changed = (name: string, data: Record<string, string>): Credential => {
    const credential = sandboxCredential(sandbox);
    return { ...credential, name, data: { ...credential.data, ...data } };
  };

  test('refuses a sandbox that is not on the own machine or network', async () => {
    const id = await client.saveCredential(
      changed('Elsewhere', { sandboxUrl: 'https://sandbox.example.com' }),
    );
    await expect(client.connect(id)).rejects.toThrow(
      'the-sandbox-url-must-be-a-loopback-or-private-address',
    );
  });

  test('is tested with client credentials, and names a missing permission', async () => {
    const enterprise = changed('Enterprise', {
      ...sandbox.enterpriseKey,
      grantType: 'clientCredentials',
    });
    const id = await client.saveCredential(enterprise);
    expect(await client.testCredential(id, enterprise)).toBe('OK');
    sandbox.control.setPermissions({ permissions: [] });
    expect(await client.testCredential(id, enterprise)).toContain(
      'tick "Common Entities – Read-Only"',
    );
    sandbox.control.setPermissions({ permissions: sandbox.permissions });
  });

  test("does not go elsewhere from n8n's HTTP Request node", async () => {
    const workflowId = await client.createWorkflow(
      chain('Elsewhere', [
        manualTrigger(),
        httpRequestNode('Elsewhere', `${sandbox.url}/graphql`, credentialId),
      ]),
    );
    sandbox.control.resetStats();
    const execution = await client.run(workflowId, MANUAL_TRIGGER);
    expect(execution.error).toContain('Domain not allowed');
    expect(sandbox.control.stats().requests.graphql).toBe(0);
  });
});

test("a search returns the sandbox's jobs, the newest first", async () => {
  const workflowId = await client.createWorkflow(searchWorkflow(credentialId));
  const execution = await client.run(workflowId, MANUAL_TRIGGER);
  expect(execution.error).toBeUndefined();
  const ids = execution.output(SEARCH_NODE).map(({ id }) => id);
  expect(ids).toHaveLength(50);
  expect(ids).toEqual(await idsOfNewestJobs(sandbox, 'n8n', 50));
});

test('fifty jobs that a search found are read by ID in five requests', async () => {
  const get = { resource: 'job', operation: 'get', jobId: idLocator('={{ $json.id }}') };
  const workflowId = await client.createWorkflow(
    chain('Search, then get', [
      manualTrigger(),
      upworkNode('Found', 'upwork', credentialId, jobSearch('n8n', 50)),
      upworkNode('Read', 'upwork', credentialId, get),
    ]),
  );
  sandbox.control.resetStats();
  const execution = await client.run(workflowId, MANUAL_TRIGGER);
  expect(execution.error).toBeUndefined();
  const ids = (node: string) => execution.output(node).map(({ id }) => id);
  expect(ids('Read')).toHaveLength(50);
  expect(ids('Read')).toEqual(ids('Found'));
  expect(sandbox.control.stats().operations).toMatchObject({ JobSearch: 1, JobGet: 5 });
});

test("a query of one's own runs, and one with a slip is refused before it is sent", async () => {
  const run = async (query: string) => {
    const parameters = { resource: 'graphql', operation: 'execute', query };
    const workflowId = await client.createWorkflow(
      chain('Own query', [manualTrigger(), upworkNode('Own', 'upwork', credentialId, parameters)]),
    );
    return await client.run(workflowId, MANUAL_TRIGGER);
  };
  const good = await run('{ user { name } }');
  expect(good.output('Own')).toEqual([{ user: { name: 'Robin Sandbox' } }]);
  sandbox.control.resetStats();
  const bad = await run('{ user { name }');
  expect(bad.error).toContain('Syntax Error: Expected Name, found <EOF>. (line 1, column 16)');
  expect(sandbox.control.stats().requests.graphql).toBe(0);
});

test('an access token that expires in the middle of a workflow is renewed', async () => {
  const workflowId = await client.createWorkflow(
    chain('Expiring', [
      manualTrigger(),
      upworkNode('Before', 'upwork', credentialId, jobSearch('n8n', 1)),
      httpRequestNode('Expire', `${sandbox.url}/sandbox/expireAccessTokens`),
      upworkNode('After', 'upwork', credentialId, jobSearch('n8n', 1)),
    ]),
  );
  sandbox.control.resetStats();
  const execution = await client.run(workflowId, MANUAL_TRIGGER);
  expect(execution.error).toBeUndefined();
  expect(execution.output('After')).toEqual(execution.output('Before'));
  expect(execution.output('After')).toHaveLength(1);
  expect(sandbox.control.stats()).toMatchObject({ refreshes: 1, unauthorized401: 1 });
});

describe('the active trigger', () => {
  const expected: string[] = [];
  let workflowId: string;

  /** Jobs that the trigger's search finds appear now; the trigger is to emit them after the others. */
  function jobsAppear(count: number): void {
    for (let secondsAgo = count; secondsAgo > 0; secondsAgo--) {
      const jobs = sandbox.control.addJobs({
        job: { title: 'Automation of a test' },
        publishedSecondsAgo: secondsAgo,
      });
      expected.push(...jobs.map(({ id }) => id));
    }
  }

  async function emitted(): Promise<unknown[]> {
    const executions = await client.executions(workflowId);
    return executions.flatMap((execution) => execution.output(NEW_JOBS_NODE).map(({ id }) => id));
  }

  async function allEmitted(): Promise<void> {
    await until(`${expected.length} jobs from the trigger`, POLL_LIMIT_S, async () =>
      (await emitted()).length >= expected.length ? true : undefined,
    );
  }

  /** Waits until the trigger has looked again, so that anything it emits wrongly is there to be seen. */
  async function polledAgain(times: number): Promise<void> {
    sandbox.control.resetStats();
    await until(`${times} more polls`, POLL_LIMIT_S, () =>
      Promise.resolve(sandbox.control.stats().requests.graphql >= times ? true : undefined),
    );
  }

  test('emits exactly the jobs that appear', async () => {
    workflowId = await client.createWorkflow(
      newJobsWorkflow(credentialId, everySeconds(SECONDS_BETWEEN_POLLS)),
    );
    await client.activate(workflowId);
    await polledAgain(1);
    expect(await emitted()).toEqual([]);

    jobsAppear(3);
    await allEmitted();
    jobsAppear(2);
    await allEmitted();
    await polledAgain(2);
    expect(await emitted()).toEqual(expected);
  });

  test('loses nothing and repeats nothing when n8n crashes and starts again', async () => {
    await n8n.kill();
    jobsAppear(2);
    await start();
    await allEmitted();
    jobsAppear(1);
    await allEmitted();
    await polledAgain(2);
    expect(await emitted()).toEqual(expected);
  });
});
