import type { Credential } from '../n8n/client.mts';
import type { JsonObject } from '../n8n/json.mts';
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
  node,
  sandboxCredential,
  searchWorkflow,
  SEARCH_NODE,
  upworkNode,
} from '../n8n/workflows.mts';
import { idsOfNewestJobs } from './sandboxJobs.mts';
import { SETUP_LIMIT_MS, startWorld, type World } from './world.mts';

const SECONDS_BETWEEN_POLLS = 2;
const POLL_LIMIT_S = 60;

let world: World;

beforeAll(async () => {
  world = await startWorld();
}, SETUP_LIMIT_MS);

afterAll(async () => {
  await world.stop();
});

test('the package loads with both nodes and the credential', async () => {
  const nodes = await world.client.typeNames('nodes');
  expect(nodes).toContain('n8n-nodes-upwork.upwork');
  expect(nodes).toContain('n8n-nodes-upwork.upworkTrigger');
  expect(await world.client.typeNames('credentials')).toContain('upworkOAuth2Api');
});

test('the credential is connected through the consent page, with one token request', () => {
  expect(world.sandbox.control.stats()).toMatchObject({ requests: { token: 1 }, refreshes: 0 });
});

test('the editor finds the output schema of each operation', async () => {
  for (const operation of ['search', 'get']) {
    const schema = await world.client.outputSchema('n8n-nodes-upwork.upwork', 'job', operation);
    expect(schema).toMatchObject({ type: 'object', properties: { id: { type: 'string' } } });
  }
});

describe('the credential', () => {
  const changed = (name: string, data: JsonObject): Credential => {
    const credential = sandboxCredential(world.sandbox);
    return { ...credential, name, data: { ...credential.data, ...data } };
  };

  test("refuses a sandbox that is not on the user's own machine or network", async () => {
    const id = await world.client.saveCredential(
      changed('Elsewhere', { sandboxUrl: 'https://sandbox.example.com' }),
    );
    await expect(world.client.connect(id)).rejects.toThrow(
      'the-sandbox-url-must-be-a-loopback-or-private-address',
    );
  });

  test('is tested with client credentials, and names a missing permission', async () => {
    const enterprise = changed('Enterprise', {
      ...world.sandbox.enterpriseKey,
      serviceAccount: true,
      grantType: 'clientCredentials',
    });
    const id = await world.client.saveCredential(enterprise);
    expect(await world.client.testCredential(id, enterprise)).toBe('OK');
    world.sandbox.control.setPermissions({ permissions: [] });
    expect(await world.client.testCredential(id, enterprise)).toContain(
      'tick "Common Entities – Read-Only"',
    );
    world.sandbox.control.setPermissions({ permissions: world.sandbox.permissions });
  });

  test("can't be sent to other domains by n8n's HTTP Request node", async () => {
    const workflowId = await world.client.createWorkflow(
      chain('Elsewhere', [
        manualTrigger(),
        httpRequestNode('Elsewhere', `${world.sandbox.url}/graphql`, world.credentialId),
      ]),
    );
    world.sandbox.control.resetStats();
    const execution = await world.client.run(workflowId, MANUAL_TRIGGER);
    expect(execution.error).toContain('Domain not allowed');
    expect(world.sandbox.control.stats().requests.graphql).toBe(0);
  });
});

test("a search returns the sandbox's jobs, newest first", async () => {
  const workflowId = await world.client.createWorkflow(searchWorkflow(world.credentialId));
  const execution = await world.client.run(workflowId, MANUAL_TRIGGER);
  expect(execution.error).toBeUndefined();
  const ids = execution.output(SEARCH_NODE).map(({ id }) => id);
  expect(ids).toHaveLength(50);
  expect(ids).toEqual(await idsOfNewestJobs(world.sandbox, 'n8n', 50));
});

test('fifty jobs that a search found are read by ID in five requests', async () => {
  const get = { resource: 'job', operation: 'get', jobId: idLocator('={{ $json.id }}') };
  const workflowId = await world.client.createWorkflow(
    chain('Search, then get', [
      manualTrigger(),
      upworkNode('Found', 'upwork', world.credentialId, jobSearch('n8n', 50)),
      upworkNode('Read', 'upwork', world.credentialId, get),
    ]),
  );
  world.sandbox.control.resetStats();
  const execution = await world.client.run(workflowId, MANUAL_TRIGGER);
  expect(execution.error).toBeUndefined();
  const ids = (node: string) => execution.output(node).map(({ id }) => id);
  expect(ids('Read')).toHaveLength(50);
  expect(ids('Read')).toEqual(ids('Found'));
  expect(world.sandbox.control.stats().operations).toMatchObject({ JobSearch: 1, JobGet: 5 });
});

test("a user's own query runs, and one with a syntax error is refused before it is sent", async () => {
  const run = async (query: string) => {
    const parameters = { resource: 'graphql', operation: 'execute', query };
    const workflowId = await world.client.createWorkflow(
      chain('Own query', [
        manualTrigger(),
        upworkNode('Own', 'upwork', world.credentialId, parameters),
      ]),
    );
    return await world.client.run(workflowId, MANUAL_TRIGGER);
  };
  const valid = await run('{ user { name } }');
  expect(valid.output('Own')).toEqual([{ user: { name: 'Robin Sandbox' } }]);
  world.sandbox.control.resetStats();
  const invalid = await run('{ user { name }');
  expect(invalid.error).toContain('Expected Name, found <EOF>');
  expect(world.sandbox.control.stats().requests.graphql).toBe(0);
});

test('an access token that expires in the middle of a workflow is renewed', async () => {
  const workflowId = await world.client.createWorkflow(
    chain('Expiring', [
      manualTrigger(),
      upworkNode('Before', 'upwork', world.credentialId, jobSearch('n8n', 1)),
      httpRequestNode('Expire', `${world.sandbox.url}/sandbox/expireAccessTokens`),
      upworkNode('After', 'upwork', world.credentialId, jobSearch('n8n', 1)),
    ]),
  );
  world.sandbox.control.resetStats();
  const execution = await world.client.run(workflowId, MANUAL_TRIGGER);
  expect(execution.error).toBeUndefined();
  expect(execution.output('After')).toEqual(execution.output('Before'));
  expect(execution.output('After')).toHaveLength(1);
  expect(world.sandbox.control.stats()).toMatchObject({ refreshes: 1, unauthorized401: 1 });
});

describe('the active trigger', () => {
  const expected: string[] = [];
  let workflowId: string;

  /** Adds jobs that match the trigger's search; the trigger should emit them after the others. */
  function jobsAppear(count: number): void {
    for (let secondsAgo = count; secondsAgo > 0; secondsAgo--) {
      const jobs = world.sandbox.control.addJobs({
        job: { title: 'Automation of a test' },
        publishedSecondsAgo: secondsAgo,
      });
      expected.push(...jobs.map(({ id }) => id));
    }
  }

  async function emitted(): Promise<unknown[]> {
    const executions = await world.client.executions(workflowId);
    return executions.flatMap((execution) => execution.output(NEW_JOBS_NODE).map(({ id }) => id));
  }

  async function allEmitted(): Promise<void> {
    await until(`${expected.length} jobs from the trigger`, POLL_LIMIT_S, async () =>
      (await emitted()).length >= expected.length ? true : undefined,
    );
  }

  /**
   * Waits until the trigger has polled again, so that anything emitted by mistake would be visible.
   */
  async function polledAgain(times: number): Promise<void> {
    world.sandbox.control.resetStats();
    await until(`${times} more polls`, POLL_LIMIT_S, () =>
      Promise.resolve(world.sandbox.control.stats().requests.graphql >= times ? true : undefined),
    );
  }

  test('emits exactly the jobs that appear', async () => {
    workflowId = await world.client.createWorkflow(
      newJobsWorkflow(world.credentialId, everySeconds(SECONDS_BETWEEN_POLLS)),
    );
    await world.client.activate(workflowId);
    await polledAgain(1);
    expect(await emitted()).toEqual([]);

    jobsAppear(3);
    await allEmitted();
    jobsAppear(2);
    await allEmitted();
    await polledAgain(2);
    expect(await emitted()).toEqual(expected);
  });

  test('loses and repeats nothing when n8n crashes and starts again', async () => {
    await world.n8n.kill();
    jobsAppear(2);
    await world.restart();
    await allEmitted();
    jobsAppear(1);
    await allEmitted();
    await polledAgain(2);
    expect(await emitted()).toEqual(expected);
  });
});

test('a file of another node goes with a proposal', async () => {
  const { client, sandbox, credentialId } = world;
  const [job] = sandbox.control.addJobs({
    job: { applied: false, contractType: 'FIXED', budget: 500, screeningQuestions: [] },
  });
  const workflowId = await client.createWorkflow(
    chain('Apply', [
      manualTrigger(),
      node('Write', 'n8n-nodes-base.set', 3.4, {
        mode: 'raw',
        jsonOutput: JSON.stringify({ text: 'Ten years of automation' }),
      }),
      node('To a file', 'n8n-nodes-base.convertToFile', 1.1, {
        operation: 'toText',
        sourceProperty: 'text',
        options: { fileName: 'Résumé "2026".txt' },
      }),
      upworkNode('Apply', 'upwork', credentialId, {
        resource: 'proposal',
        operation: 'submit',
        decidedByPerson: true,
        jobId: idLocator(job?.id ?? ''),
        coverLetter: 'My résumé is attached.',
        bid: 500,
        additionalFields: { binaryPropertyName: 'data' },
      }),
    ]),
  );
  const execution = await client.run(workflowId, MANUAL_TRIGGER);
  expect(execution.error).toBeUndefined();
  const [file] = sandbox.control.uploadedFiles();
  expect(file).toMatchObject({ fileName: 'Résumé "2026".txt', isConfirmed: true });
  expect(Buffer.from(file?.base64 ?? '', 'base64').toString()).toBe('Ten years of automation');
  expect(sandbox.control.submittedProposals().proposals.at(-1)).toMatchObject({
    jobId: job?.id,
    attachments: [file?.id],
  });
});
