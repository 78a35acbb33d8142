import type { INode, INodeParameters } from 'n8n-workflow';
import type { Execution } from '../n8n/execution.mts';
import { jsonObject, type JsonObject, jsonObjects } from '../n8n/json.mts';
import { chain, MANUAL_TRIGGER, manualTrigger, upworkNode } from '../n8n/workflows.mts';
import { allCases } from './cases/index.mts';
import { fromItem, itemsFor } from './cases/inputItems.mts';
import { type Entry, listCases } from './cases/list.mts';
import { SETUP_LIMIT_MS, startWorld, type World } from './world.mts';

const NODE = 'Upwork';
const NODE_TYPE = 'n8n-nodes-upwork.upwork';

let world: World;

beforeAll(async () => {
  world = await startWorld({ perSecond: 0, perMinute: 0 });
}, SETUP_LIMIT_MS);

afterAll(async () => {
  await world.stop();
});

/**
 * Runs the node in a new workflow, for one item or for the items that are pinned to the trigger.
 */
async function run(
  parameters: INodeParameters,
  input: INodeParameters[] = [{}],
  settings: Partial<INode> = {},
): Promise<Execution> {
  const node = upworkNode(NODE, 'upwork', world.credentialId, parameters);
  const workflowId = await world.client.createWorkflow({
    ...chain('Operation', [manualTrigger(), { ...node, ...settings }]),
    pinData: { [MANUAL_TRIGGER]: input.map((json) => ({ json })) },
  });
  return await world.client.run(workflowId, MANUAL_TRIGGER);
}

/** The label of a parameter in the editor. */
async function labelOf(resource: string, operation: string, parameter: string): Promise<string> {
  const properties = await world.client.nodeProperties(NODE_TYPE);
  const [outer, inner] = parameter.split('.');
  const shown = properties.find(({ name, displayOptions }) => {
    const { show } = jsonObject(displayOptions ?? {});
    const { resource: resources, operation: operations } = jsonObject(show ?? {});
    const isFor = (values: unknown, value: string) =>
      values === undefined || (Array.isArray(values) && values.includes(value));
    return name === outer && isFor(resources, resource) && isFor(operations, operation);
  });
  const label = inner === undefined ? shown : childOf(shown, inner);
  return String(label?.displayName);
}

const childOf = (collection: JsonObject | undefined, child: string): JsonObject | undefined =>
  jsonObjects(collection?.options).find(({ name }) => name === child);

test('there is a case for every operation that the editor offers', async () => {
  const properties = await world.client.nodeProperties(NODE_TYPE);
  const offered = properties
    .filter(({ name }) => name === 'operation')
    .flatMap(({ displayOptions, options }) => {
      const { resource } = jsonObject(jsonObject(displayOptions).show);
      const operations = jsonObjects(options).map(({ value }) => value);
      // n8n adds an operation of its own to each resource.
      return operations
        .filter((operation) => operation !== '__CUSTOM_API_CALL__')
        .map((operation) => `${String(resource)}: ${String(operation)}`);
    });
  const cases = allCases.flatMap(({ resource, cases }) =>
    cases.map(({ operation }) => `${resource}: ${operation}`),
  );
  expect(cases.sort()).toEqual(offered.sort());
});

describe.each(allCases)('$resource', ({ resource, cases }) => {
  test.each(cases)('$operation does what it says', async ({ operation, prepare }) => {
    const { parameters, check } = await prepare(world.sandbox);
    const execution = await run({ resource, operation, ...parameters });
    expect(execution.error).toBeUndefined();
    await check(execution.output(NODE));
  });

  test.each(cases)(
    '$operation refuses the second item, and says what is wrong with it',
    async ({ operation, prepare, refused }) => {
      const { parameters } = await prepare(world.sandbox);
      const execution = await run(
        { resource, operation, ...fromItem(parameters, refused) },
        itemsFor(parameters, refused),
      );
      const error = refused.error(await labelOf(resource, operation, refused.parameter));
      expect(execution).toMatchObject({ status: 'error', error, errorItem: 1 });
      expect(execution.output(NODE)).toEqual([]);
    },
  );

  // The handling of items doesn't depend on the operation: one per resource is enough.
  test.each(cases.slice(0, 1))(
    '$operation continues if On Error says so',
    async ({ operation, prepare, refused }) => {
      const { parameters, check } = await prepare(world.sandbox);
      const execution = await run(
        { resource, operation, ...fromItem(parameters, refused) },
        itemsFor(parameters, refused),
        { onError: 'continueRegularOutput' },
      );
      expect(execution.error).toBeUndefined();
      const output = execution.output(NODE);
      const error = refused.error(await labelOf(resource, operation, refused.parameter));
      expect(output.at(-1)).toEqual({ error });
      await check(output.slice(0, -1));
    },
  );
});

describe('the lists in the editor', () => {
  test('each have a case', async () => {
    const offered = listMethods(await world.client.nodeProperties(NODE_TYPE));
    expect(listCases.map(({ method }) => method).sort()).toEqual([...new Set(offered)].sort());
  });

  test.each(listCases)('$method shows all entries', async ({ method, prepare }) => {
    const { parameters = {}, typed, entries } = await prepare(world.sandbox);
    const node = upworkNode(NODE, 'upwork', world.credentialId, parameters);
    const listed = await world.client.listSearch({ node, method, ...(typed && { typed }) });
    expect(entries).not.toEqual([]);
    expect(byValue(listed.map(({ name, value }) => ({ name, value })))).toEqual(byValue(entries));
  });
});

const byValue = (entries: Entry[]): Entry[] =>
  [...entries].sort((one, other) => String(one.value).localeCompare(String(other.value)));

/** The methods that fill the lists, wherever they occur in the description of the node. */
function listMethods(description: unknown): string[] {
  if (typeof description !== 'object' || description === null) return [];
  return Object.entries(description).flatMap(([name, value]) =>
    name === 'searchListMethod' ? [String(value)] : listMethods(value),
  );
}
