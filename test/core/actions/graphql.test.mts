import type { INodeParameters } from 'n8n-workflow';

import { AGENCY } from '../../sandboxClient/ids.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const execute = (parameters: INodeParameters): INodeParameters => ({
  resource: 'graphql',
  operation: 'execute',
  ...parameters,
});

const JOBS = `query Jobs($filter: MarketplaceJobPostingsSearchFilter, $sort: [MarketplaceJobPostingSearchSortAttribute]) {
  marketplaceJobPostingsSearch(marketPlaceJobFilter: $filter, searchType: USER_JOBS_SEARCH, sortAttributes: $sort) {
    totalCount
    pageInfo { endCursor hasNextPage }
    edges { node { id title } }
  }
}`;

const ROOMS = `query Rooms($page: Pagination) {
  roomList(filter: { subscribed_eq: true }, pagination: $page) {
    totalCount
    pageInfo { endCursor hasNextPage }
    edges { node { id roomName readOnly blockDateTime } }
  }
}`;

const SEND = `mutation Send($room: ID!, $text: String!) {
  createRoomStoryV2(input: { roomId: $room, message: $text }) { id message }
}`;

const requests = () => upwork.control.stats().requests.graphql;

describe('graphql: execute', () => {
  it('returns the data of a query', async () => {
    const { items } = await upwork.connected().run(execute({ query: '{ user { name } }' }));
    expect(items).toEqual([{ json: { user: { name: 'Robin Sandbox' } }, pairedItem: { item: 0 } }]);
  });

  it('accepts variables as fields, each with the type that the query declares', async () => {
    const query = `query Contents($ids: [ID!]!, $one: ID!) {
      marketplaceJobPostingsContents(ids: $ids) { id }
      marketplaceJobPosting(id: $one) { id }
    }`;
    const [job] = (await upwork.connected().run({ resource: 'job', operation: 'search', limit: 1 }))
      .items;
    const id = job?.json.id as string;
    const variable = [
      { name: 'ids', value: `["${id}"]` },
      { name: '$one', value: id },
    ];
    const { items } = await upwork
      .connected()
      .run(execute({ query, variableValues: { variable } }));
    expect(items[0]?.json).toEqual({
      marketplaceJobPostingsContents: [{ id }],
      marketplaceJobPosting: { id },
    });
  });

  it('accepts variables as JSON, as text or as an object', async () => {
    const variables = { filter: { pagination_eq: { first: 2, after: '0' } } };
    for (const variablesJson of [JSON.stringify(variables), variables]) {
      const { items } = await upwork
        .connected()
        .run(execute({ query: JOBS, specifyVariables: 'json', variablesJson }));
      expect(items[0]?.json).toHaveProperty('marketplaceJobPostingsSearch.edges.length', 2);
    }
  });

  it('executes the operation that is named', async () => {
    const query = 'query Me { user { name } } query Us { organization { name } }';
    const n8n = upwork.connected();
    const { items } = await n8n.run(execute({ query, operationName: 'Us' }));
    expect(items[0]?.json).toEqual({ organization: { name: 'Robin Sandbox' } });
  });

  it('acts for the organization that is chosen', async () => {
    const { items } = await upwork.connected().run(
      execute({
        query: '{ organization { name } }',
        options: { organizationId: { __rl: true, mode: 'id', value: AGENCY } },
      }),
    );
    expect(items[0]?.json).toEqual({ organization: { name: 'Sandbox Agency' } });
  });

  it.each<[string, INodeParameters, string]>([
    ['nothing', { query: ' ' }, "'Query' is empty [item 0]"],
    [
      'a typo',
      { query: 'query Me {\n  user { name )\n}' },
      `'Query' is not valid GraphQL: Expected Name, found ")" [item 0]`,
    ],
    [
      'a typo after empty lines, which count',
      { query: '\n\n  query Me { user { name ) }' },
      `Expected Name, found ")" [item 0]`,
    ],
    [
      'fragments only',
      { query: 'fragment A on User { id }' },
      "'Query' has no operation, only fragments",
    ],
    [
      'several operations and no name',
      { query: 'query A { user { id } } query B { user { id } }' },
      "'Operation Name' is empty, but the query has several operations",
    ],
    [
      'an unknown name',
      { query: 'query A { user { id } }', operationName: 'C' },
      `'Operation Name' is "C", which the query does not have`,
    ],
    [
      'a subscription',
      { query: 'subscription { user { id } }' },
      'is a subscription, which Upwork does not offer',
    ],
    [
      'a mutation that is not allowed',
      { query: SEND },
      "'Query' is a mutation, and 'Allow Mutations' is off",
    ],
    [
      'JSON with a typo',
      { query: JOBS, specifyVariables: 'json', variablesJson: '{"filter": }' },
      "'Variables' is not valid JSON",
    ],
    [
      'JSON that is not an object',
      { query: JOBS, specifyVariables: 'json', variablesJson: '[1]' },
      "'Variables' must be a JSON object",
    ],
    [
      'a variable that is not declared',
      { query: JOBS, variableValues: { variable: [{ name: 'page', value: '1' }] } },
      `'Variables' has the variable "page", which the query does not declare`,
    ],
    [
      'paging without a path',
      { query: JOBS, pagination: 'zero', cursorVariable: 'after' },
      "'Connection Path' is empty",
    ],
  ])('refuses %s before anything is sent', async (_what, parameters, message) => {
    await expect(upwork.connected().run(execute(parameters))).rejects.toThrow(message);
    expect(requests()).toBe(0);
  });

  it('says what to correct, and where, when Upwork does not accept the query', async () => {
    const run = upwork.connected().run(execute({ query: '{\n  user { shoeSize }\n}' }));
    await expect(run).rejects.toMatchObject({
      message: 'Correct the query: Cannot query field "shoeSize" on type "CurrentUser"',
      description: 'The mistake is in line 2, column 10.',
    });
  });
});

describe('graphql: execute, page after page', () => {
  const zero = {
    query: JOBS,
    specifyVariables: 'json',
    variablesJson: { filter: { pagination_eq: { first: 100 } }, sort: [{ field: 'RECENCY' }] },
    pagination: 'zero',
    connectionPath: 'marketplaceJobPostingsSearch',
    cursorVariable: 'filter.pagination_eq.after',
  };

  it('from "0": returns the records up to the limit', async () => {
    const { items } = await upwork.connected().run(execute({ ...zero, limit: 250 }));
    expect(items).toHaveLength(250);
    expect(new Set(items.map(({ json }) => json.id)).size).toBe(250);
    expect(items[0]?.json).toEqual({
      id: expect.any(String) as string,
      title: expect.any(String) as string,
    });
    expect(requests()).toBe(3);
  });

  it('by cursor: returns all records', async () => {
    const { items } = await upwork.connected().run(
      execute({
        query: ROOMS,
        specifyVariables: 'json',
        variablesJson: { page: { first: 7 } },
        pagination: 'cursor',
        connectionPath: 'roomList',
        cursorVariable: 'page.after',
        returnAll: true,
      }),
    );
    expect(items.length).toBeGreaterThan(7);
    expect(new Set(items.map(({ json }) => json.id)).size).toBe(items.length);
  });

  it.each<[string, INodeParameters, string]>([
    [
      'a path that leads nowhere',
      { connectionPath: 'jobs' },
      `'Connection Path' does not lead to a connection with a pageInfo: "jobs"`,
    ],
    [
      'a query without edges',
      { query: JOBS.replace('edges { node { id title } }', '') },
      "'Connection Path' does not lead to a list of edges",
    ],
  ])('says what is wrong with %s', async (_what, parameters, message) => {
    await expect(upwork.connected().run(execute({ ...zero, ...parameters }))).rejects.toThrow(
      message,
    );
  });

  it('is an error, not an empty result, when the list is null and there are errors', async () => {
    upwork.control.addFault({
      at: 'graphql',
      kind: 'partial',
      times: 1,
      errors: [{ message: 'No list today', path: ['marketplaceJobPostingsSearch', 'edges'] }],
    });
    await expect(upwork.connected().run(execute(zero))).rejects.toThrow('No list today');
  });
});

describe('graphql: execute, mutations', () => {
  interface Room {
    id: string;
    readOnly: boolean;
    blockDateTime: string | null;
  }

  /** One that accepts messages. */
  async function aRoom(): Promise<string> {
    const { items } = await upwork.connected().run(execute({ query: ROOMS, pagination: 'none' }));
    const rooms = items[0]?.json.roomList as { edges: { node: Room }[] };
    const open = rooms.edges.find(({ node }) => !node.readOnly && node.blockDateTime === null);
    return open?.node.id ?? '';
  }

  it('are executed once', async () => {
    const variablesJson = { room: await aRoom(), text: 'Good morning' };
    const { items } = await upwork
      .connected()
      .run(execute({ query: SEND, allowMutations: true, specifyVariables: 'json', variablesJson }));
    expect(items[0]?.json).toMatchObject({ createRoomStoryV2: { message: 'Good morning' } });
    expect(upwork.control.stats().executed).toMatchObject({ 'Mutation.createRoomStoryV2': 1 });
  });

  it('never submit a proposal for an AI agent', async () => {
    const query = 'mutation { createJobProposal(input: {}) { newProposalId } }';
    const n8n = upwork.connected();
    await expect(n8n.runAsTool(execute({ query, allowMutations: true }))).rejects.toThrow(
      'submits a proposal, which an AI agent must not do',
    );
    expect(requests()).toBe(0);
  });
});
