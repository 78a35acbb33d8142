import type { INodeParameters } from 'n8n-workflow';
import { until } from '../n8n/until.mts';
import { chain, everySeconds, node, upworkNode } from '../n8n/workflows.mts';
import { SETUP_LIMIT_MS, startWorld, type World } from './world.mts';

// n8n publishes a workflow first, and then tries up to five times to activate its triggers.

const TRIGGER = 'New jobs';
const SECONDS_BETWEEN_POLLS = 2;
const EMITTED_LIMIT_S = 120;
/** Longer than the first try to activate, with its retries. */
const OUTAGE_MS = 8_000;

let world: World;

beforeAll(async () => {
  world = await startWorld();
}, SETUP_LIMIT_MS);

afterAll(async () => {
  await world.stop();
});

/** Publishes a workflow that new jobs start; returns its ID. */
async function publish(parameters: INodeParameters = {}): Promise<string> {
  const { client, credentialId } = world;
  const trigger = upworkNode(TRIGGER, 'upworkTrigger', credentialId, {
    event: 'newJob',
    query: 'automation',
    ...parameters,
    pollTimes: everySeconds(SECONDS_BETWEEN_POLLS),
  });
  const next = node('Do something', 'n8n-nodes-base.noOp', 1, {});
  const workflowId = await client.createWorkflow(chain(TRIGGER, [trigger, next]));
  await client.activate(workflowId);
  return workflowId;
}

function jobAppears(): string[] {
  const job = { title: 'Automation of a test' };
  return world.sandbox.control.addJobs({ job }).map(({ id }) => id);
}

/** Waits for jobs of the trigger. */
async function emitted(workflowId: string, count: number): Promise<unknown[]> {
  return await until(`${count} jobs`, EMITTED_LIMIT_S, async () => {
    const executions = await world.client.executions(workflowId);
    const ids = executions.flatMap((execution) => execution.output(TRIGGER).map(({ id }) => id));
    return ids.length >= count ? ids : undefined;
  });
}

test('fails with parameters that can not be used', async () => {
  const workflowId = await publish({ query: '' });
  expect(await world.client.activationErrors(workflowId)).toEqual([
    expect.stringContaining("'Search Query' is empty, and no filter narrows the search"),
  ]);
});

test('fails without a permission that the event needs', async () => {
  const { control, permissions } = world.sandbox;
  control.setPermissions({ permissions: [] });
  const workflowId = await publish();
  expect(await world.client.activationErrors(workflowId)).toEqual([
    expect.stringContaining('"Read marketplace Job Postings"'),
  ]);
  control.setPermissions({ permissions });
});

test('fails with a dead connection, and after reconnecting nothing is missing', async () => {
  world.sandbox.control.revokeTokens();
  const workflowId = await publish();
  expect(await world.client.activationErrors(workflowId)).toEqual([
    expect.stringContaining('needs to be reconnected'),
  ]);

  await world.client.connect(world.credentialId);
  await world.client.deactivate(workflowId);
  await world.client.activate(workflowId);
  expect(await world.client.activationErrors(workflowId)).toEqual([]);
  const jobs = jobAppears();
  expect(await emitted(workflowId, 1)).toEqual(jobs);
});

test('succeeds while Upwork is down for a moment, and loses nothing of it', async () => {
  const { control } = world.sandbox;
  control.addFault({ at: 'graphql', kind: 'status', status: 503, times: Infinity });
  const up = setTimeout(() => {
    control.clearFaults();
  }, OUTAGE_MS);
  const workflowId = await publish();
  const errors = await world.client.activationErrors(workflowId);
  const jobs = jobAppears();
  expect(errors).toEqual([]);
  expect(await emitted(workflowId, 1)).toEqual(jobs);
  clearTimeout(up);
});
