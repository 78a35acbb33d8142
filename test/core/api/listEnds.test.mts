import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isObject } from '../../sandbox/guards.mts';
import { CLIENT } from '../../sandboxClient/ids.mts';
import { openPostings } from '../clientSide.mts';
import {
  isOpenInterview,
  message,
  quietProposals,
  room,
  roomIdThat,
  rooms,
} from '../messaging.mts';
import { postJobs, proposal, text } from '../proposals.mts';
import { Upwork } from '../upwork.mts';

const AS_CLIENT: INodeParameters = { organizationId: { __rl: true, mode: 'id', value: CLIENT } };

/** The messages of a room, in a user's own query. */
const MESSAGES = `query Messages($room: ID!, $page: Pagination) {
  roomStories(filter: { roomId_eq: $room, storyFilter: { pagination: $page } }) {
    pageInfo { endCursor hasNextPage }
    edges { node { id message user { name } } }
  }
}`;

describe.each([
  ['is false although more follow', false],
  ['is correct', true],
])('a list whose hasNextPage %s', (_what, reliableHasNextPage) => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, reliableHasNextPage });

  /** The records of an operation, with the number of requests and the hints. */
  async function read(parameters: INodeParameters) {
    const n8n = upwork.connected();
    upwork.control.resetStats();
    const { items, hints } = await n8n.run(parameters);
    const records = items.map(({ json }) => json);
    const { graphql: requests } = upwork.control.stats().requests;
    const ids = records.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    return { records, count: records.length, requests, hints };
  }

  const aRoom = async (): Promise<string> => await roomIdThat(upwork.connected(), isOpenInterview);

  it('returns all rooms, reading four lists in one request', async () => {
    for (const proposalId of await quietProposals(upwork, 120)) {
      upwork.control.addMessages({ proposalId });
    }
    const all = await read(room('getAll', { returnAll: true }));
    expect(all.count).toBeGreaterThan(140);
    expect(all.requests).toBe(3);
    const few = await read(room('getAll', { limit: 5 }));
    expect(few.records).toEqual(all.records.slice(0, 5));
    expect(few.requests).toBeLessThanOrEqual(2);
  });

  it('returns all messages of a room, and sends no more requests once the limit is reached', async () => {
    const roomId = await aRoom();
    const { count: before } = await read(message('getAll', { roomId, returnAll: true }));
    upwork.control.addMessages({ roomId, count: 260 });
    const all = await read(message('getAll', { roomId, returnAll: true }));
    expect(all.count).toBe(before + 260);
    expect(all.requests).toBe(Math.ceil(all.count / 100) + 1);
    const limited = await read(message('getAll', { roomId, limit: 200 }));
    expect(limited).toMatchObject({ count: 200, requests: 2 });
  });

  it('continues after a page of system messages, which it skips without a hint', async () => {
    const roomId = await aRoom();
    upwork.control.addMessages({ roomId, count: 164, message: 'Before' });
    upwork.control.addMessages({ roomId, count: 130, message: 'Ada joined', system: true });
    const all = await read(message('getAll', { roomId, returnAll: true }));
    expect(all.records.filter(({ text }) => text === 'Before')).toHaveLength(164);
    expect(all.records.filter(({ text }) => text === 'Ada joined')).toEqual([]);
    expect(all.hints).toEqual([]);
  });

  it("returns a room whose latest message is one of Upwork's own, sorted by its time", async () => {
    const roomId = await aRoom();
    const [added] = upwork.control.addMessages({ roomId, message: 'Ada joined', system: true });
    const filters = { activeSince: added?.createdDateTime };
    const { records, hints } = await read(room('getAll', { returnAll: true, filters }));
    expect(records.find(({ id }) => id === roomId)).toMatchObject({ latestMessageId: null });
    expect(hints).toEqual([]);
  });

  it("returns all of a freelancer's proposals", async () => {
    const jobIds = postJobs(upwork, { applied: true }, 120).join();
    const parameters = { returnAll: true, filters: { jobIds } };
    const everything = await read(proposal('getAll', parameters));
    // Some of them are the agency's.
    expect(everything.count).toBeGreaterThan(90);
    for (const { id } of everything.records) {
      upwork.control.setProposalStatus({ proposalId: text(id), status: 'Accepted' });
    }
    const all = await read(proposal('getAll', parameters));
    expect(all.count).toBe(everything.count);
    expect(all.requests).toBeLessThanOrEqual(Math.ceil(all.count / 20) + 1);
    const limited = await read(proposal('getAll', { ...parameters, limit: 40, returnAll: false }));
    expect(limited).toMatchObject({ count: 40, requests: 2 });
  });

  it('returns all proposals for a posting', async () => {
    const [jobPostingId = ''] = await openPostings(upwork.connected());
    for (let index = 0; index < 15; index += 1) {
      upwork.control.addReceivedProposal({ jobPostingId });
    }
    const getAll = { ...AS_CLIENT, resource: 'clientProposal', operation: 'getAll', jobPostingId };
    expect(await read({ ...getAll, returnAll: true })).toMatchObject({ count: 75, requests: 3 });
    expect(await read({ ...getAll, limit: 40 })).toMatchObject({ count: 40, requests: 1 });
  });

  it('returns all job postings', async () => {
    const input = Array.from({ length: 60 }, (_, index) => ({ title: `Posting ${index}` }));
    const create: INodeParameters = {
      ...AS_CLIENT,
      resource: 'jobPosting',
      operation: 'create',
      title: '={{ $json.title }}',
      description: 'Nothing',
      status: 'DRAFT',
    };
    await upwork.connected().run(create, { input });
    const getAll = { ...AS_CLIENT, resource: 'jobPosting', operation: 'getAll' };
    expect(await read({ ...getAll, returnAll: true })).toMatchObject({ count: 68, requests: 3 });
    expect(await read({ ...getAll, limit: 50 })).toMatchObject({ count: 50, requests: 1 });
  });

  it('is read to the end by GraphQL: Execute, too', async () => {
    const roomId = await aRoom();
    upwork.control.addMessages({ roomId, count: 40, message: 'Ours' });
    upwork.control.addMessages({ roomId, count: 25, message: 'Ada joined', system: true });
    const { records, hints } = await read({
      resource: 'graphql',
      operation: 'execute',
      query: MESSAGES,
      specifyVariables: 'json',
      variablesJson: { room: roomId, page: { first: 20 } },
      pagination: 'cursor',
      connectionPath: 'roomStories',
      cursorVariable: 'page.after',
      returnAll: true,
    });
    const isOurs = (record: IDataObject): boolean =>
      record.message === 'Ours' && isObject(record.user);
    expect(records.filter(isOurs)).toHaveLength(40);
    expect(records.some((record) => 'node' in record)).toBe(false);
    expect(hints).toEqual([]);
  });

  it('takes no extra request in the job search', async () => {
    upwork.control.addJobs({ count: 150, job: { title: 'Lemur loom' } });
    const search = { resource: 'job', operation: 'search', query: 'lemur', returnAll: true };
    expect(await read(search)).toMatchObject({ count: 150, requests: 2 });
    const { count, requests } = await read({
      resource: 'graphql',
      operation: 'execute',
      query: `query Jobs($filter: MarketplaceJobPostingsSearchFilter) {
        marketplaceJobPostingsSearch(marketPlaceJobFilter: $filter, searchType: USER_JOBS_SEARCH) {
          pageInfo { endCursor hasNextPage }
          edges { node { id } }
        }
      }`,
      specifyVariables: 'json',
      variablesJson: { filter: { searchExpression_eq: 'lemur', pagination_eq: { first: 75 } } },
      pagination: 'zero',
      connectionPath: 'marketplaceJobPostingsSearch',
      cursorVariable: 'filter.pagination_eq.after',
      returnAll: true,
    });
    expect({ count, requests }).toEqual({ count: 150, requests: 2 });
  });
});

describe.each([
  ['along with the others', false],
  ['separately', true],
])('hidden rooms that Upwork lists %s', (_how, hiddenRoomsAlone) => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, hiddenRoomsAlone });

  it('are returned with all others, each once', async () => {
    const all = await rooms(upwork.connected());
    const shown = await rooms(upwork.connected(), { includeHidden: false });
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ isHidden }) => !isHidden)).toEqual(shown);
    expect(all.length).toBeGreaterThan(shown.length);
  });
});
