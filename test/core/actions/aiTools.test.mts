import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../../nodes/Upwork/resources.ts';
import { send } from '../../../nodes/Upwork/actions/message/send.operation.ts';
import { simplifyField } from '../../../nodes/Upwork/fields/simplify.ts';
import { Upwork as UpworkNode } from '../../../nodes/Upwork/Upwork.node.ts';
import { isOpenInterview, message, roomIdThat, textOf } from '../messaging.mts';
import { recordFields, schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const REFUSAL = /AI agents can't|an AI agent must not/i;

const all = resources.flatMap(({ value: resource, operations }) =>
  operations.map((operation) => ({ resource, operation: operation.value, declared: operation })),
);

const byOwnSwitch = all.filter(({ resource }) => resource === 'graphql');
const forPeopleOnly = all.filter(({ operation }) => ['checkApi', 'submit'].includes(operation));
const others = all.filter((one) => !forPeopleOnly.includes(one) && !byOwnSwitch.includes(one));
const reads = others.filter(({ operation }) => /^(get|search|check)/.test(operation));
const changes = others.filter((one) => !reads.includes(one));

/** The error of a tool, or "done" if it succeeded. */
async function resultOf(parameters: INodeParameters, input?: INodeParameters): Promise<string> {
  const run = upwork.connected().runAsTool(parameters, input && { input: [input] });
  return await run.then(
    () => 'done',
    (error: unknown) => String(error),
  );
}

const nothingWasSent = () => {
  expect(upwork.control.stats().requests).toMatchObject({ graphql: 0, token: 0 });
};

describe('as a tool of an AI agent', () => {
  it.each(changes)(
    '$resource: $operation is refused before anything is sent',
    async ({ resource, operation, declared }) => {
      expect(declared.changes).toBeDefined();
      expect(await resultOf({ resource, operation })).toMatch(REFUSAL);
      nothingWasSent();
    },
  );

  it.each(forPeopleOnly)(
    '$resource: $operation is always refused',
    async ({ resource, operation }) => {
      const allowed = { allowChangesByAi: true, decidedByPerson: true };
      expect(await resultOf({ resource, operation, ...allowed })).toMatch(REFUSAL);
      nothingWasSent();
    },
  );

  it.each(reads)(
    '$resource: $operation is not refused',
    async ({ resource, operation, declared }) => {
      expect(declared.changes).toBeUndefined();
      expect(await resultOf({ resource, operation })).not.toMatch(REFUSAL);
    },
  );

  it('reads with what the agent fills in, an ID for a resource locator included', async () => {
    const search = { resource: 'job', operation: 'search', query: '={{ $json.words }}', limit: 1 };
    const n8n = upwork.connected();
    const found = await n8n.runAsTool(search, { input: [{ words: 'n8n' }] });
    const id = textOf(found.items[0]?.json, 'id');
    const jobId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
    const get = { resource: 'job', operation: 'get', jobId };
    const { items } = await n8n.runAsTool(get, { input: [{ id }] });
    expect(items).toMatchObject([{ json: { id } }]);
  });
});

describe('the output of a tool', () => {
  const search = { resource: 'job', operation: 'search', limit: 2 };
  const recordsOf = async (parameters: INodeParameters, input: INodeParameters = {}) => {
    const { items } = await upwork.connected().runAsTool(parameters, { input: [input] });
    return items.map(({ json }) => json);
  };

  it('is simplified by default', async () => {
    const found = await recordsOf(search);
    expect(found).toHaveLength(2);
    expect(found.flatMap((record) => schemaErrors('job', record))).toEqual([]);
    expect(await recordsOf({ ...search, simplify: false })).toEqual(found);
  });

  it('can be what Upwork returned', async () => {
    const [found] = await recordsOf({ ...search, output: 'raw' });
    expect(found).toHaveProperty('ciphertext');
  });

  it('can be some of the fields, in the order of the record', async () => {
    const fields = ['budget', 'url', 'Client Country', 'ID'];
    const simplified = await recordsOf(search);
    const expected = simplified.map(({ url, budget, clientCountry, id }) => ({
      url,
      budget,
      clientCountry,
      id,
    }));
    const selected = { ...search, output: 'selectedFields' };
    expect(JSON.stringify(await recordsOf({ ...selected, fields }))).toBe(JSON.stringify(expected));
    const fromAgent = { ...selected, fields: '={{ $json.fields }}' };
    expect(await recordsOf(fromAgent, { fields: 'url, budget, clientCountry, id' })).toEqual(
      expected,
    );
  });

  it.each([
    ['none', [], "'Fields' is empty"],
    ['an unknown one', ['title', 'salary'], "'Fields' must be one of title, url, type,"],
  ])('needs fields of the record, not %s', async (_what, fields, words) => {
    const run = recordsOf({ ...search, output: 'selectedFields', fields });
    await expect(run).rejects.toThrow(words);
  });

  it('is chosen by Simplify if the node is not a tool', async () => {
    const raw = { ...search, output: 'selectedFields', fields: ['url'], simplify: false };
    const { items } = await upwork.connected().run(raw);
    expect(items[0]?.json).toHaveProperty('ciphertext');
  });

  it.each(all.filter(({ declared }) => declared.fields.includes(simplifyField)))(
    'offers the fields of the record in their order: $resource: $operation',
    ({ resource, operation, declared }) => {
      const shown = new UpworkNode().description.properties.filter(
        ({ displayOptions }) =>
          displayOptions?.show?.resource?.includes(resource) &&
          displayOptions.show.operation?.includes(operation),
      );
      const choices = shown.find(({ name }) => name === 'fields')?.options ?? [];
      expect(choices.map((choice) => 'value' in choice && choice.value)).toEqual(
        recordFields(declared.output),
      );
    },
  );
});

describe('the switch "Allow Changes by AI"', () => {
  /** A message to a room that accepts messages. */
  async function aMessage(): Promise<INodeParameters> {
    const value = await roomIdThat(upwork.connected(), isOpenInterview);
    upwork.control.resetStats();
    return message('send', { message: 'Good morning', roomId: { __rl: true, mode: 'id', value } });
  }

  const executed = () => upwork.control.stats().executed['Mutation.createRoomStoryV2'] ?? 0;

  it('lets the agent send it, once', async () => {
    expect(await resultOf({ ...(await aMessage()), allowChangesByAi: true })).toBe('done');
    expect(executed()).toBe(1);
  });

  it.each(['={{ true }}', "={{ $fromAI('allowChangesByAi', '', 'boolean') }}", '={{ $json.on }}'])(
    "can't be turned on by the agent: %s",
    async (allowChangesByAi) => {
      expect(await resultOf({ ...(await aMessage()), allowChangesByAi }, { on: true })).toMatch(
        REFUSAL,
      );
      nothingWasSent();
    },
  );

  it("does not matter if the node isn't a tool", async () => {
    await upwork.connected().run({ ...(await aMessage()), allowChangesByAi: false });
    expect(executed()).toBe(1);
  });

  it('does not let the agent submit a proposal', async () => {
    const submit = { resource: 'proposal', operation: 'submit', jobId: '1', decidedByPerson: true };
    expect(await resultOf({ ...submit, allowChangesByAi: true })).toMatch(REFUSAL);
    nothingWasSent();
  });

  it("has its counterpart in GraphQL: Execute, which the agent can't turn on either", async () => {
    const query = 'mutation { createRoomStoryV2(input: { roomId: "1", message: "Hi" }) { id } }';
    const execute = { resource: 'graphql', operation: 'execute', query };
    for (const allowMutations of [false, '={{ true }}']) {
      const result = await resultOf({ ...execute, allowMutations, allowChangesByAi: true });
      expect(result).toContain("is a mutation, and 'Allow Mutations' is off");
    }
    nothingWasSent();
  });
});

it("an operation that does not declare its changes can't send a mutation", async () => {
  const undeclared = jest.replaceProperty(send, 'changes', undefined);
  const roomId = { __rl: true, mode: 'id', value: 'room_1' };
  const run = upwork.connected().run(message('send', { message: 'Good morning', roomId }));
  await expect(run).rejects.toThrow(
    'The mutation MessageSend is not allowed in an operation that reads',
  );
  nothingWasSent();
  undeclared.restore();
});
