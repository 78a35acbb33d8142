import fc from 'fast-check';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  typeFromAST,
  parseType,
} from 'graphql';
import type { GraphQLType } from 'graphql';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { DocumentField } from '../../../nodes/Upwork/api/graphql/compiledDocument.ts';
import { systemClock } from '../../../nodes/Upwork/api/clock.ts';
import { attempt } from '../../../nodes/Upwork/attempt.ts';
import { compile, operationOf } from '../../codegen/compile.mts';
import { packageDocuments } from '../../codegen/documents.mts';
import { schemaText } from '../../schema/index.mts';

import { clientProposal, jobPosting, openPostings } from '../clientSide.mts';
import { isOpenInterview, message, records, room, roomIdThat } from '../messaging.mts';
import { proposal } from '../proposals.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 300 });

const requests = () => upwork.control.stats().requests.graphql;

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 3 };

const SEARCH = 'Query.marketplaceJobPostingsSearch';
const SPELLINGS = ['older', 'newer'] as const;
const EITHER = SPELLINGS.map((spelling) => [spelling] as const);

describe("an input that Upwork's API no longer has", () => {
  it.each(
    SPELLINGS.flatMap((spelling) =>
      [`${SEARCH}(searchType:)`, 'MarketplaceJobPostingSearchType.USER_JOBS_SEARCH'].map(
        (input) => [input, spelling] as const,
      ),
    ),
  )(
    'is left out if the package itself adds it, and requested only once: %s (%s)',
    async (input, spelling) => {
      const whole = await upwork.connected().run(search);
      upwork.control.removeInputs({ inputs: [input], spelling });
      upwork.control.resetStats();
      const n8n = upwork.connected();
      const first = await n8n.run(search);
      expect(requests()).toBe(2);
      expect(first.items).toEqual(whole.items);
      expect(first.hints).toEqual([
        "Left out, because Upwork's API no longer has it: marketplaceJobPostingsSearch(searchType: USER_JOBS_SEARCH). A newer version of this package may help.",
      ]);

      upwork.control.resetStats();
      const second = await n8n.run(search);
      expect(requests()).toBe(1);
      expect(second).toEqual(first);
    },
  );

  it('is left out together with removed fields', async () => {
    upwork.control.removeInputs({ inputs: [`${SEARCH}(searchType:)`] });
    upwork.control.removeFields({ fields: ['MarketplaceJobPostingSearchResult.category'] });
    const { items, hints } = await upwork.connected().run(search);
    expect(items).toHaveLength(3);
    expect(requests()).toBe(2);
    expect(hints.join()).toContain('MarketplaceJobPostingSearchResult.category, marketplace');
  });

  it.each(EITHER)('is left out of a filter that the user did not set (%s)', async (spelling) => {
    const getAll = room('getAll', { returnAll: true, filters: { includeHidden: false } });
    const whole = await upwork.connected().run(getAll);
    const inputs = ['roomType_eq', 'roomPrivacy_eq', 'unreadRoomsOnly_eq', 'includeHidden_eq'].map(
      (field) => `RoomFilter.${field}`,
    );
    upwork.control.removeInputs({ inputs, spelling });
    const { items, hints } = await upwork.connected().run(getAll);
    expect(items).toEqual(whole.items);
    for (const input of inputs) expect(hints.join()).toContain(input);
  });

  it.each(EITHER)('is an error that names it if it selects records (%s)', async (spelling) => {
    upwork.control.removeInputs({ inputs: ['RoomFilter.roomType_eq'], spelling });
    const n8n = upwork.connected();
    const run = n8n.run(room('getAll', { filters: { roomType: 'GROUP' } }));
    await expect(run).rejects.toThrow(
      "Upwork's API no longer has the field 'roomType_eq' of 'RoomFilter'",
    );
    await expect(run).rejects.toMatchObject({
      description: expect.stringContaining('a filter or an option that you set') as string,
    });
  });

  it.each([
    [
      "the argument 'sortAttributes' of 'marketplaceJobPostingsSearch'",
      `${SEARCH}(sortAttributes:)`,
    ],
    ["the value 'RECENCY' of", 'MarketplaceJobPostingSearchSortField.RECENCY'],
    ["the field 'pagination_eq' of", 'MarketplaceJobPostingsSearchFilter.pagination_eq'],
    ["the argument 'marketPlaceJobFilter' of", `${SEARCH}(marketPlaceJobFilter:)`],
  ])('is never left out if it sets the order or the page: %s', async (words, input) => {
    for (const spelling of SPELLINGS) {
      upwork.control.removeInputs({ inputs: [input], spelling });
      await expect(upwork.connected().run(search)).rejects.toThrow(words);
    }
  });

  it.each(EITHER)('is only an error of the items that set it (%s)', async (spelling) => {
    upwork.control.removeInputs({ inputs: ['RoomPrivacyFilter.PUBLIC'], spelling });
    const getAll = room('getAll', { limit: 2, filters: { privacy: '={{ $json.privacy }}' } });
    const input = [{ privacy: 'PRIVATE' }, { privacy: 'PUBLIC' }, { privacy: 'PRIVATE' }];
    const { items } = await upwork.connected().run(getAll, { input, continueOnFail: true });
    const failed = items.filter(({ json }) => json.error !== undefined);
    expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
    expect(failed[0]?.json.error).toContain("the value 'PUBLIC' of 'RoomPrivacyFilter'");
    expect(items).toHaveLength(5);
  });

  it.each(
    SPELLINGS.flatMap((spelling) =>
      [
        ["the argument 'input' of 'createRoomStoryV2'", 'Mutation.createRoomStoryV2(input:)'],
        ["the field 'message' of", 'RoomStoryCreateInputV2.message'],
      ].map(([words = '', input = '']) => [words, input, spelling] as const),
    ),
  )('is never left out of a change, which fails: %s (%s, %s)', async (words, input, spelling) => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    upwork.control.removeInputs({ inputs: [input], spelling });
    upwork.control.resetStats();
    const send = n8n.run(message('send', { roomId, message: 'Hello' }));
    await expect(send).rejects.toThrow(words);
    await expect(send).rejects.toThrow('Nothing was changed on Upwork.');
    expect(upwork.control.stats()).toMatchObject({ executed: {}, requests: { graphql: 1 } });
  });

  it.each(EITHER)("is an error in the user's own query (%s)", async (spelling) => {
    upwork.control.removeInputs({ inputs: ['RoomTypeFilter.GROUP'], spelling });
    const run = upwork.connected().run({
      resource: 'graphql',
      operation: 'execute',
      query: 'query Q($filter: RoomFilter) { roomList(filter: $filter) { totalCount } }',
      specifyVariables: 'json',
      variablesJson: '{ "filter": { "roomType_eq": "GROUP" } }',
    });
    await expect(run).rejects.toThrow("Correct the query: Variable 'filter' has an invalid value");
  });

  it('is left out by the trigger, unless jobs would then be missed', async () => {
    const n8n = upwork.connected();
    const trigger: INodeParameters = { event: 'newJob', query: 'axolotl' };
    await n8n.activate(trigger);
    const [first] = upwork.control.addJobs({ job: { title: 'Axolotl pond' } });
    upwork.control.removeInputs({ inputs: [`${SEARCH}(searchType:)`] });
    expect(await n8n.poll()).toMatchObject([{ id: first?.id }]);

    const [second] = upwork.control.addJobs({ job: { title: 'Axolotl pond' } });
    upwork.control.removeInputs({ inputs: ['MarketplaceJobPostingSearchSortField.RECENCY'] });
    await expect(n8n.poll()).rejects.toThrow("no longer has the value 'RECENCY'");
    upwork.control.removeInputs({ inputs: [] });
    await systemClock.sleep(3_600_000);
    expect(await n8n.poll()).toMatchObject([{ id: second?.id }]);
  });

  it('is left out of the list of jobs in the editor, even if that changes the order', async () => {
    const inputs = [`${SEARCH}(sortAttributes:)`, `${SEARCH}(searchType:)`];
    upwork.control.removeInputs({ inputs });
    const { results } = await upwork.connected().listSearch('searchJobs');
    expect(results.length).toBeGreaterThan(0);
  });
});

const schema = buildSchema(schemaText());

/** All inputs that a document can have: arguments, input fields and enum values. */
function inputsOf(name: string): string[] {
  const [document] = packageDocuments().filter((one) => one.name === name);
  const { fields, variables } = compile(operationOf(document?.text ?? '').operation);
  const types = new Set<string>();
  const found = new Set<string>();
  const add = (type: GraphQLType | null | undefined) => {
    const named = type && getNamedType(type);
    if (!named || types.has(named.name)) return;
    types.add(named.name);
    if (isEnumType(named)) {
      for (const { name: value } of named.getValues()) found.add(`${named.name}.${value}`);
    }
    if (!isInputObjectType(named)) return;
    for (const field of Object.values(named.getFields())) {
      found.add(`${named.name}.${field.name}`);
      add(field.type);
    }
  };
  const walk = ({ on, name: field, arguments: list = [], fields: inner = [] }: DocumentField) => {
    const type = schema.getType(on);
    for (const argument of list) {
      found.add(`${on}.${field}(${argument.name}:)`);
      const { args = [] } = (isObjectType(type) && type.getFields()[field]) || {};
      add(args.find((one) => one.name === argument.name)?.type);
    }
    inner.forEach(walk);
  };
  fields.forEach(walk);
  for (const { type } of variables) add(typeFromAST(schema, parseType(type)));
  return [...found];
}

/** What an error or a hint must contain: the name of the argument, field or value. */
const nameIn = (input: string): string => /(\w+)(:\))?$/.exec(input)?.[1] ?? input;

interface Read {
  parameters(): Promise<INodeParameters>;
}

const fixed = (parameters: INodeParameters): Read => ({
  parameters: async () => await Promise.resolve(parameters),
});

const READS: [string, Read][] = [
  ['JobSearch', fixed(search)],
  [
    'JobSearch',
    fixed({
      ...search,
      limit: 20,
      filters: { jobType: 'HOURLY', experienceLevels: ['EXPERT'], paymentVerified: true },
    }),
  ],
  ['RoomList', fixed(room('getAll', { returnAll: true }))],
  [
    'RoomList',
    fixed(
      room('getAll', {
        returnAll: true,
        sort: 'activityAscending',
        filters: { roomType: 'INTERVIEW', privacy: 'PRIVATE', unreadOnly: true },
      }),
    ),
  ],
  [
    'RoomList',
    fixed(room('getAll', { limit: 3, filters: { category: 'GROUP', includeHidden: false } })),
  ],
  ['ProposalList', fixed(proposal('getAll', { limit: 5, statuses: ['Accepted', 'Activated'] }))],
  ['ProposalList', fixed(proposal('getAll', { limit: 5, sort: 'modifiedAscending' }))],
  ['ReasonList', fixed(proposal('getReasons'))],
  [
    'JobPostingList',
    fixed(jobPosting('getAll', { filters: { statuses: ['REQUESTED'], jobType: 'FIXED' } })),
  ],
  [
    'ClientProposalList',
    {
      parameters: async () => {
        const [jobPostingId = ''] = await openPostings(upwork.connected());
        return clientProposal('getAll', { jobPostingId, limit: 5, filters: { status: 'Created' } });
      },
    },
  ],
  [
    'MessageList',
    {
      parameters: async () => {
        const roomId = await roomIdThat(upwork.connected(), isOpenInterview);
        return message('getAll', { roomId, filters: { sentAfter: '2020-01-01' } });
      },
    },
  ],
  [
    'RoomGet',
    {
      parameters: async () =>
        room('get', { roomId: await roomIdThat(upwork.connected(), isOpenInterview) }),
    },
  ],
];

describe("whichever inputs Upwork's API no longer has", () => {
  it.each(READS)(
    '%s returns the same records with a hint, or an error that names them',
    async (name, read) => {
      const parameters = await read.parameters();
      const whole: IDataObject[] = await records(upwork.connected(), parameters);
      expect(whole.length).toBeGreaterThan(0);
      const inputs = inputsOf(name);
      await fc.assert(
        fc.asyncProperty(
          fc.subarray(inputs, { minLength: 1, maxLength: Math.min(3, inputs.length) }),
          fc.constantFrom(...SPELLINGS),
          async (removed, spelling) => {
            upwork.control.removeInputs({ inputs: removed, spelling });
            upwork.control.resetStats();
            const run = await attempt(upwork.connected().run(parameters));
            const names = (text: string) => removed.some((input) => text.includes(nameIn(input)));
            if (run.status === 'rejected') {
              expect(run.reason).toMatchObject({
                description: expect.stringContaining('Update this package') as string,
              });
              expect(names(String((run.reason as Error).message))).toBe(true);
              return;
            }
            const { items, hints } = run.value;
            expect(items.map(({ json }) => json)).toEqual(whole);
            for (const hint of hints) expect(names(hint)).toBe(true);
          },
        ),
        { numRuns: 12 },
      );
    },
  );
});
