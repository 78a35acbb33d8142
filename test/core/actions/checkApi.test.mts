import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ASSUMPTIONS } from '../../../nodes/Upwork/actions/account/apiCheck/assumptions/index.ts';
import type { ApiCheck } from '../../../nodes/Upwork/records/apiCheck.ts';
import { AGENCY, CLIENT, FREELANCER } from '../../sandboxClient/ids.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const checkApi = (parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'account',
  operation: 'checkApi',
  ...parameters,
});

const AS_CLIENT = { options: { organizationId: { __rl: true, mode: 'id', value: CLIENT } } };

type Row = ApiCheck & IDataObject;

async function check(upwork: Upwork, parameters?: INodeParameters): Promise<Row[]> {
  const { items, hints } = await upwork.connected().run(checkApi(parameters));
  expect(hints).toEqual([]);
  expect(items.flatMap(({ json }) => schemaErrors('apiCheck', json))).toEqual([]);
  return items.map(({ json }) => json as Row);
}

/** The results by name. */
const resultsOf = (rows: readonly Row[]) =>
  Object.fromEntries(rows.map(({ name, result }) => [name, result]));

const rowOf = (rows: readonly Row[], name: string | RegExp) =>
  rows.find((row) => (typeof name === 'string' ? row.name === name : name.test(row.name)));

describe('account: check API', () => {
  const upwork = new Upwork();

  it('tries each query once, in few requests, and changes nothing', async () => {
    const rows = await check(upwork);
    const { requests, operations, executed } = upwork.control.stats();
    expect(requests.graphql).toBeLessThanOrEqual(75);
    expect(new Set(Object.values(operations))).toEqual(new Set([1]));
    expect(Object.keys(executed).filter((field) => !field.startsWith('Query.'))).toEqual([]);
    expect(resultsOf(rows)).toMatchObject({
      AccountGet: 'Works',
      JobSearch: 'Works',
      JobGet: 'Works',
      MessageList: 'Works',
      ProposalGet: 'Works',
      RoomOfContract: 'Works',
      // The organization in use is a freelancer's.
      JobPostingList: 'Failed',
      JobPostingGet: 'Not Tried',
    });
  });

  it('tries the queries of clients for a client organization', async () => {
    expect(resultsOf(await check(upwork, AS_CLIENT))).toMatchObject({
      ClientProposalGet: 'Works',
      ClientProposalList: 'Works',
      ClientProposalNames: 'Works',
      JobPostingGet: 'Works',
      JobPostingList: 'Works',
      JobPostingTitles: 'Works',
    });
  });

  it('has a row for each assumption', async () => {
    const rows = await check(upwork);
    const assumptions = rows.filter(({ kind }) => kind === 'Assumption');
    expect(assumptions.map(({ name }) => name)).toEqual(ASSUMPTIONS.map(({ fact }) => fact));
  });

  it("names what Upwork removed and what the key can't read", async () => {
    const missing = ['Messaging – Read-Only', 'Messaging – Read and Write', 'Ontology – Read-Only'];
    upwork.control.setPermissions({
      permissions: upwork.sandbox.permissions.filter((name) => !missing.includes(name)),
    });
    upwork.control.removeFields({
      fields: [
        'MarketplaceJobPostingSearchResult.totalApplicants',
        'VendorProposal.proposalCoverLetter',
        'Query.proposalMetadata',
      ],
    });
    const rows = await check(upwork);
    expect(upwork.control.stats().requests.graphql).toBeLessThanOrEqual(75);
    expect(rowOf(rows, 'JobSearch')).toMatchObject({
      result: 'Changed',
      fields: 'MarketplaceJobPostingSearchResult.totalApplicants',
    });
    expect(rowOf(rows, 'ProposalList')).toMatchObject({
      result: 'Changed',
      fields: 'VendorProposal.proposalCoverLetter',
    });
    expect(rowOf(rows, 'Durations')).toMatchObject({
      result: 'Changed',
      fields: 'Query.proposalMetadata',
    });
    expect(rowOf(rows, 'RoomList')).toMatchObject({
      result: 'Blocked',
      details: expect.stringContaining('Tick "Messaging – Read-Only" on the key') as string,
    });
    expect(rowOf(rows, 'Categories')).toMatchObject({ result: 'Blocked' });
    // Half of this one could be seen.
    expect(rowOf(rows, /^Dates look like/)).toMatchObject({ result: 'Not Seen' });
    expect(rowOf(rows, /Room IDs? begins/i)).toMatchObject({ result: 'Not Seen' });
  });

  it('returns a report without personal data', async () => {
    const { items } = await upwork.connected().run(checkApi({ returnReport: true }));
    const text = JSON.stringify(items);
    expect(items).toHaveLength(1);
    expect(text).toContain('| JobSearch | Works |');
    for (const personal of [
      FREELANCER,
      AGENCY,
      CLIENT,
      'Robin',
      'robinsandbox',
      'room_',
      '~02',
      '@',
    ]) {
      expect(text.replaceAll('`room_`', '').replaceAll('`~02`', '')).not.toContain(personal);
    }
    expect(text).not.toMatch(/\d{12}/);
  });

  it('hashes the IDs in messages of Upwork, and gives equal IDs equal hashes', async () => {
    const id = '1234567890123456789';
    upwork.control.addFault({
      at: 'graphql',
      kind: 'errors',
      operation: 'JobGet',
      times: 1,
      errors: [{ message: `Opening not found for uid=${id}, job ~02${id}, again ${id}` }],
    });
    const { items } = await upwork.connected().run(checkApi({ returnReport: true }));
    const [, first, other, again] =
      /uid=(#\w{8}), job (#\w{8}), again (#\w{8})/.exec(JSON.stringify(items)) ?? [];
    expect(first).toBeDefined();
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('stops at 75 requests, and says that Upwork is not available', async () => {
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 503, times: 1_000 });
    await expect(upwork.connected().run(checkApi())).rejects.toThrow('Upwork is not available');
    expect(upwork.control.stats().requests.graphql).toBeLessThanOrEqual(75);
  });

  it('fails if Upwork is unreachable', async () => {
    upwork.control.addFault({ at: 'graphql', kind: 'reset', times: 1_000 });
    await expect(upwork.connected().run(checkApi())).rejects.toThrow(
      /^The sandbox at http:\S+ could not be reached$/,
    );
  });

  it('reports the rate limit headers of a 429', async () => {
    upwork.control.addFault({
      at: 'graphql',
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '2', 'X-RateLimit-Limit': '300', 'Set-Cookie': 'secret=1' },
      times: 1,
    });
    expect(rowOf(await check(upwork), /^Whether a 429/)).toMatchObject({
      result: 'Held',
      details: 'The latest 429 had retry-after: 2, x-ratelimit-limit: 300.',
    });
  });

  it('is refused for AI agents', async () => {
    await expect(upwork.connected().runAsTool(checkApi())).rejects.toThrow(
      "AI agents can't run this operation",
    );
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe('account: check API, if Upwork differs from the assumptions', () => {
  const upwork = new Upwork({ reliableHasNextPage: true, errorPaths: false });

  it('reports the assumptions that did not hold', async () => {
    const rows = await check(upwork);
    expect(rowOf(rows, /^`hasNextPage` isn't reliable/)).toMatchObject({
      result: 'Not Held',
      details: expect.stringContaining('Rooms: true') as string,
    });
    expect(rowOf(rows, /^If one alias fails/)).toMatchObject({
      details: expect.stringContaining('no path') as string,
    });
  });
});
