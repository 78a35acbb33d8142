import {
  buildSchema,
  getNamedType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isLeafType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
} from 'graphql';
import { isObject } from '../guards.mts';
import { schemaText } from '../../schema/index.mts';
import { postings } from '../../sandboxClient/clientProposals.mts';
import { ME } from '../../sandboxClient/ids.mts';
import { bucket } from '../../sandboxClient/ownProposals.mts';
import { AS_CLIENT, NOON, sandboxForTests } from '../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();
const DAY = 86_400_000;

type Selectable = GraphQLObjectType | GraphQLInterfaceType;

const hasFields = (type: GraphQLNamedType): type is Selectable =>
  isObjectType(type) || isInterfaceType(type);

/** All fields of a type, recursively, but without cycles. */
function selectionOf(type: Selectable, above: Selectable[] = []): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return field.name;
    if (!hasFields(inner)) throw new Error(`${type.name}.${field.name}: an unexpected type`);
    if ([type, ...above].includes(inner)) return '';
    return `${field.name}${argumentsOf(field.args)} ${selectionOf(inner, [type, ...above])}`;
  });
  return `{ ${fields.join(' ')} }`;
}

/** The arguments of a field below the root, each with a minimal value. */
function argumentsOf(args: readonly GraphQLArgument[]): string {
  const required = args
    .filter(isRequiredArgument)
    .map(({ name, type }) => `${name}: ${isLeafType(getNamedType(type)) ? '""' : '{}'}`);
  return required.length > 0 ? `(${required.join(' ')})` : '';
}

describe('the sample data', () => {
  it('is the same for the same seed, and different for another', async () => {
    const [one, same, other] = await Promise.all([
      start({ seed: 7 }),
      start({ seed: 7 }),
      start({ seed: 8 }),
    ]);
    const jobs = await one.client.search({});
    expect(await same.client.search({})).toEqual(jobs);
    expect(await other.client.search({})).not.toEqual(jobs);
  });

  it('has thousands of different jobs from the last thirty days, some in the same second', async () => {
    const { client } = await start({ jobs: 3000 });
    const seen = new Map<string, number>();
    for (let offset = 0; offset < 3000; offset += 100) {
      const { jobs } = await client.search({}, 100, String(offset));
      for (const { id, publishedDateTime } of jobs) seen.set(id, Date.parse(publishedDateTime));
    }
    expect(seen.size).toBe(3000);
    expect([...seen.keys()].every((id) => /^\d{19}$/.test(id))).toBe(true);
    const times = [...seen.values()];
    expect(Math.min(...times)).toBeGreaterThan(NOON - 31 * DAY);
    expect(Math.min(...times)).toBeLessThan(NOON - 28 * DAY);
    expect(Math.max(...times)).toBeLessThanOrEqual(NOON);
    expect(new Set(times).size).toBeLessThan(2800);
  });

  it('has enough of every kind for filters to work', async () => {
    const { client } = await start({ jobs: 3000 });
    const filters = [
      { jobType_eq: 'HOURLY' },
      { jobType_eq: 'FIXED' },
      { experienceLevel_eq: 'ENTRY_LEVEL' },
      { verifiedPaymentOnly_eq: true },
      { searchExpression_eq: 'automation' },
      { searchExpression_eq: 'n8n' },
      { locations_any: ['Germany'] },
      { daysPosted_eq: 1 },
    ];
    for (const filter of filters) {
      const { totalCount } = await client.search(filter, 1);
      expect(totalCount).toBeGreaterThan(50);
      expect(totalCount).toBeLessThan(2900);
    }
  });

  it('resolves every field of every query without an error', async () => {
    const schema = buildSchema(schemaText());
    const { sandbox, client } = await start({ jobs: 300 });
    await client.becomeEnterprise();
    sandbox.control.addJobs({ count: 30, job: { applied: true } });
    const [job] = (await client.search({})).jobs;
    const [own] = await bucket(client, 'Accepted');
    const proposalId = own?.id ?? '';
    const [posting] = await postings(client);
    const jobPostingId = posting?.id ?? '';
    const { id: receivedId } = sandbox.control.addReceivedProposal({ jobPostingId });
    const [message] = sandbox.control.addMessages({ proposalId, attachments: ['a.pdf'] });
    const values: Record<string, string> = {
      id: `"${job?.id ?? ''}"`,
      ids: `["${job?.id ?? ''}"]`,
      marketPlaceJobFilter: '{ pagination_eq: { first: 100, after: "200" } }',
      searchType: 'USER_JOBS_SEARCH',
      sortAttributes: '[{ field: RELEVANCE }]',
      jobPostingId: `"${jobPostingId}"`,
      reasonType: 'PROPOSAL_REJECT',
      'vendorProposal.id': `"${proposalId}"`,
      'vendorProposals.filter': '{ status_eq: Accepted }',
      'vendorProposals.sortAttribute': '{ field: CREATEDDATETIME, sortOrder: DESC }',
      'vendorProposals.pagination': '{ first: 40 }',
      'clientProposal.id': `"${receivedId}"`,
      'room.id': `"${message?.roomId ?? ''}"`,
      'roomStories.filter': `{ roomId_eq: "${message?.roomId ?? ''}" }`,
      'ontologyElementsSearchByPrefLabel.filter': '{ preferredLabel_any: "n8n" }',
      roomId: `"${message?.roomId ?? ''}"`,
      storyId: `"${message?.storyId ?? ''}"`,
      vendorProposalId: `"${proposalId}"`,
      contractId: '"1"',
      offerId: '"1"',
      userId: '"1"',
      organizationId: '"1"',
      profileKey: `"~0${ME}"`,
    };
    const ofClients = ['organization', 'jobPosting', 'clientProposal', 'clientProposals'];
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    expect(queries.length).toBeGreaterThan(5);
    for (const { name, args, type } of queries) {
      const inner = getNamedType(type);
      if (!hasFields(inner)) throw new Error(`${name}: an unexpected type`);
      const given = args
        .map((arg) => `${arg.name}: ${values[`${name}.${arg.name}`] ?? values[arg.name] ?? 'null'}`)
        .join(' ');
      const query = `{ ${name}${given && `(${given})`} ${selectionOf(inner)} }`;
      const response = await client.send(query, {}, ofClients.includes(name) ? AS_CLIENT : {});
      const { data, errors } = isObject(response.body) ? response.body : {};
      expect(errors).toBeUndefined();
      expect(data).toHaveProperty(name);
    }
  });
});

describe('new jobs', () => {
  it('appear over time', async () => {
    const { sandbox, client } = await start({ jobInterval: 20 });
    expect((await client.search({})).totalCount).toBe(50);
    sandbox.control.advanceTime({ seconds: 19 });
    expect((await client.search({})).totalCount).toBe(50);
    sandbox.control.advanceTime({ seconds: 41 });
    const { jobs, totalCount } = await client.search({});
    expect(totalCount).toBe(53);
    expect(jobs.slice(0, 3).map((job) => job.publishedDateTime)).toEqual([
      '2026-11-20T12:01:00+0000',
      '2026-11-20T12:00:40+0000',
      '2026-11-20T12:00:20+0000',
    ]);
  });

  it('are the same whether they appear one by one or all at once', async () => {
    const [slow, fast] = await Promise.all([start({ jobInterval: 5 }), start({ jobInterval: 5 })]);
    for (let step = 0; step < 10; step += 1) {
      slow.sandbox.control.advanceTime({ seconds: 5 });
      await slow.client.search({});
    }
    fast.sandbox.control.advanceTime({ seconds: 50 });
    expect(await slow.client.search({})).toEqual(await fast.client.search({}));
  });

  it('can be posted by a test, also with a date in the past', async () => {
    const { sandbox, client } = await start();
    const added = sandbox.control.addJobs({ count: 3, job: { title: 'Special' } });
    const [late] = sandbox.control.addJobs({
      job: { title: 'Special late' },
      publishedSecondsAgo: 3600,
    });
    const { jobs } = await client.search({ titleExpression_eq: 'special' });
    expect(jobs).toHaveLength(4);
    expect(new Set(jobs.map(({ id }) => id))).toEqual(
      new Set([...added, late].map((job) => job?.id)),
    );
    expect(jobs.at(-1)).toEqual({
      id: late?.id,
      title: 'Special late',
      publishedDateTime: '2026-11-20T11:00:00+0000',
    });
  });

  it('are refused with an invalid count', async () => {
    const { sandbox } = await start();
    expect(() => sandbox.control.addJobs({ count: 0 })).toThrow('count must be a whole number');
    expect(() => {
      sandbox.control.advanceTime({ seconds: -1 });
    }).toThrow('must not be negative');
  });
});
