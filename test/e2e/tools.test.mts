import type { INode, INodeParameters } from 'n8n-workflow';

import { jsonObject, jsonString } from '../n8n/json.mts';
import { idLocator, jobSearch } from '../n8n/workflows.mts';
import { Agent } from './agent.mts';
import { errorIn, fromAi, ids, openRoom, records } from './aiData.mts';
import { idsOfNewestJobs } from './sandboxJobs.mts';
import { SETUP_LIMIT_MS, startWorld, type World } from './world.mts';

let world: World;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld();
  agent = await Agent.of(world);
}, SETUP_LIMIT_MS);

afterEach(() => {
  world.sandbox.control.setPermissions({ permissions: world.sandbox.permissions });
  world.sandbox.control.resetStats();
});

afterAll(async () => {
  await agent.model.close();
  await world.stop();
});

const tool = (
  name: string,
  resource: string,
  operation: string,
  parameters: INodeParameters = {},
): INode => agent.tool(name, { resource, operation, ...parameters });

const searchTool = () =>
  agent.tool('Search jobs', {
    ...jobSearch(fromAi('query', 'words to search for'), 5),
    limit: fromAi('limit', 'how many jobs', 'number'),
  });

const jobTool = () =>
  tool('Get job', 'job', 'get', { jobId: idLocator(fromAi('id', 'the ID of the job')) });

const roomsTool = () => tool('List rooms', 'room', 'getAll', { returnAll: true });

const ROOM_ID = idLocator(fromAi('room', 'the ID of the room'));

const messagesTool = () =>
  tool('Read room', 'message', 'getAll', { roomId: ROOM_ID, limit: 3, simplify: true });

const sendTool = (parameters: INodeParameters = {}) =>
  tool('Write', 'message', 'send', {
    roomId: ROOM_ID,
    message: fromAi('text', 'what to write'),
    ...parameters,
  });

const callSearch = { tool: 'Search_jobs', arguments: { query: 'n8n', limit: 3 } };
const callRooms = { tool: 'List_rooms', arguments: {} };

test.each([
  ['current agents', 3],
  ['older agents, which run their tools themselves', 2.2],
])("a search returns the sandbox's jobs to the model: %s", async (_which, version) => {
  const { answer, offered, results } = await agent.run(
    [searchTool()],
    [callSearch, 'Three jobs'],
    version,
  );
  expect(offered).toMatchObject([
    {
      name: 'Search_jobs',
      description: 'Search jobs in Upwork',
      parameters: {
        properties: {
          query: { type: 'string', description: 'words to search for' },
          limit: { type: 'number', description: 'how many jobs' },
        },
        required: ['query', 'limit'],
      },
    },
  ]);
  expect(ids(results[0])).toEqual(await idsOfNewestJobs(world.sandbox, 'n8n', 3));
  expect(answer).toBe('Three jobs');
});

test('the model gets the first result of its search by its ID', async () => {
  const { answer, results } = await agent.run(
    [searchTool(), jobTool()],
    [
      callSearch,
      ([found]) => ({ tool: 'Get_job', arguments: { id: ids(found)[0] } }),
      ([, job]) => jsonString(records(job)[0]?.title),
    ],
  );
  const [found, job] = results;
  expect(ids(job)).toEqual([ids(found)[0]]);
  expect(answer).toBe(records(found)[0]?.title);
});

test('the model finds a room and reads its latest messages', async () => {
  const { results } = await agent.run(
    [roomsTool(), messagesTool()],
    [
      callRooms,
      ([rooms]) => {
        const roomId = openRoom(rooms);
        world.sandbox.control.addMessages({ roomId, message: 'Can you start on Monday?' });
        return { tool: 'Read_room', arguments: { room: roomId } };
      },
      'Read',
    ],
  );
  expect(records(results[1])).toHaveLength(3);
  expect(records(results[1])[0]).toMatchObject({ text: 'Can you start on Monday?' });
});

test("the model can read the user's proposals and account", async () => {
  const { offered, results } = await agent.run(
    [
      tool('My proposals', 'proposal', 'getAll', { limit: fromAi('count', 'how many', 'number') }),
      tool('Who am I', 'account', 'get'),
    ],
    [
      { tool: 'My_proposals', arguments: { count: 2 } },
      { tool: 'Who_am_I', arguments: {} },
      'Robin Sandbox',
    ],
  );
  expect(offered.map(({ description }) => description).sort()).toEqual([
    'Get many proposals in Upwork',
    'Get the connected account in Upwork',
  ]);
  expect(records(results[0])).toHaveLength(2);
  expect(JSON.stringify(records(results[1]))).toContain('Robin Sandbox');
});

test('an error reaches the model, names the parameter, and the agent continues', async () => {
  const { answer, results } = await agent.run(
    [searchTool(), jobTool()],
    [
      { tool: 'Search_jobs', arguments: { query: 'n8n', limit: 'many' } },
      { tool: 'Get_job', arguments: { id: 'the first' } },
      { tool: 'Get_job', arguments: { id: '12' } },
      callSearch,
      'Found in the end',
    ],
  );
  expect(errorIn(results[0])).toBe('\'Limit\' must be a number (it is "many") [item 0]');
  expect(errorIn(results[1])).toMatch(/^'Job' .*"the first"/);
  expect(errorIn(results[2])).toContain('Upwork has no job with the ID');
  expect(records(results[3])).toHaveLength(3);
  expect(answer).toBe('Found in the end');
});

test('a missing permission reaches the model', async () => {
  world.sandbox.control.setPermissions({ permissions: [] });
  const { answer, results } = await agent.run([roomsTool()], [callRooms, 'I may not']);
  expect(errorIn(results[0])).toContain('The API key lacks the permission');
  expect(answer).toBe('I may not');
});

describe('an operation that changes something on Upwork', () => {
  const sentTexts = () => world.sandbox.control.sentMessages().map(({ message }) => message);
  const executed = () => world.sandbox.control.stats().executed;

  const write = (text: string) => [
    callRooms,
    ([rooms]: string[]) => ({ tool: 'Write', arguments: { room: openRoom(rooms), text } }),
    'Tried',
  ];

  test.each<[string, INodeParameters]>([
    ['by default', {}],
    ['with a switch that the model fills in', { allowChangesByAi: fromAi('on', 'on?', 'boolean') }],
  ])('is refused %s, and the model gets the reason', async (_when, parameters) => {
    const { results, answer } = await agent.run(
      [roomsTool(), sendTool(parameters)],
      write('Never sent'),
    );
    expect(errorIn(results[1])).toBe(
      "'Allow Changes by AI' is off, so an AI agent must not do this [item 0]",
    );
    expect(answer).toBe('Tried');
    expect(sentTexts()).not.toContain('Never sent');
    expect(executed()).not.toHaveProperty('Mutation.createRoomStoryV2');
  });

  test('is refused in older agents; they pass the reason on with On Error: Continue', async () => {
    const sending: INode = { ...sendTool(), onError: 'continueRegularOutput' };
    const { results, answer } = await agent.run([roomsTool(), sending], write('Never sent'), 2.2);
    expect(errorIn(results[1])).toContain('an AI agent must not do this');
    expect(answer).toBe('Tried');
    expect(sentTexts()).not.toContain('Never sent');
  });

  test('is executed once if the user has allowed it', async () => {
    const { results } = await agent.run(
      [roomsTool(), sendTool({ allowChangesByAi: true })],
      write('Yes, on Monday at nine'),
    );
    expect(records(results[1])).toMatchObject([{ text: 'Yes, on Monday at nine' }]);
    expect(sentTexts().filter((text) => text === 'Yes, on Monday at nine')).toHaveLength(1);
    expect(executed()).toMatchObject({ 'Mutation.createRoomStoryV2': 1 });
  });

  test('never submits a proposal, whatever is switched on', async () => {
    const before = world.sandbox.control.submittedProposals().count;
    const submit = tool('Apply', 'proposal', 'submit', {
      jobId: idLocator(fromAi('id', 'the ID of the job')),
      decidedByPerson: true,
      allowChangesByAi: true,
      coverLetter: 'I would like to help.',
      bid: 45,
    });
    const { results } = await agent.run(
      [searchTool(), submit],
      [callSearch, ([found]) => ({ tool: 'Apply', arguments: { id: ids(found)[0] } }), 'Tried'],
    );
    expect(errorIn(results[1])).toContain("AI agents can't run this operation");
    expect(world.sandbox.control.submittedProposals().count).toBe(before);
  });

  test('is refused as a mutation in GraphQL: Execute', async () => {
    const graphql = tool('Query Upwork', 'graphql', 'execute', {
      query: fromAi('query', 'a GraphQL query'),
      allowChangesByAi: true,
    });
    const ask = (query: string) => ({ tool: 'Query_Upwork', arguments: { query } });
    const { results } = await agent.run(
      [graphql],
      [
        ask('mutation { createRoomStoryV2(input: { roomId: "room_1", message: "Hi" }) { id } }'),
        ask('{ user { name } }'),
        'Only the query',
      ],
    );
    expect(errorIn(results[0])).toContain("is a mutation, and 'Allow Mutations' is off");
    expect(jsonObject(records(results[1])[0])).toEqual({ user: { name: 'Robin Sandbox' } });
    expect(executed()).not.toHaveProperty('Mutation.createRoomStoryV2');
  });
});

test('no token or secret ever reached the model', () => {
  expect(agent.model.received).toContain('Search_jobs');
  expect(agent.model.received).not.toMatch(/sandbox-(access|refresh)-/);
  expect(agent.model.received).not.toContain(world.sandbox.key.clientSecret);
});
