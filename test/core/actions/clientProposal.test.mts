import type { INodeParameters } from 'n8n-workflow';

import { clientProposal, openPostings, records } from '../clientSide.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const requests = () => upwork.control.stats().requests.graphql;

/** A posting, by its position in the list. */
async function postingAt(position: number): Promise<string> {
  const id = (await openPostings(upwork.connected()))[position] ?? '';
  upwork.control.resetStats();
  return id;
}

const getAll = (jobPostingId: string, parameters: INodeParameters = {}) =>
  clientProposal('getAll', { jobPostingId, ...parameters });

describe('client proposal: get many', () => {
  it('returns the newest first, as the output schema says, in one request', async () => {
    const posting = await postingAt(0);
    const { items, hints } = await upwork.connected().run(getAll(posting, { limit: 20 }));
    expect(items).toHaveLength(20);
    expect(items.flatMap(({ json }) => schemaErrors('clientProposal', json))).toEqual([]);
    const received = items.map(({ json }) => json.createdAt as string);
    expect(received).toEqual([...received].sort().reverse());
    expect(hints).toEqual([]);
    expect(requests()).toBe(1);
  });

  it('returns all, each once, even if new ones shift the pages', async () => {
    const posting = await postingAt(0);
    const found = await records(upwork.connected(), getAll(posting, { returnAll: true }));
    expect(found).toHaveLength(60);
    expect(new Set(found.map(({ id }) => id)).size).toBe(60);
    // Two pages, and one that shows that the list has ended.
    expect(requests()).toBe(3);
  });

  it('returns what the freelancer has entered', async () => {
    const posting = await postingAt(2);
    const added = upwork.control.addReceivedProposal({
      jobPostingId: posting,
      proposal: {
        coverLetter: 'I build such shelves.',
        chargedAmount: 42.5,
        freelancer: { name: 'Ada Example', title: 'Shelf engineer', country: 'Norway' },
      },
    });
    const [found] = await records(upwork.connected(), getAll(posting, { limit: 1 }));
    expect(found).toMatchObject({
      id: added.id,
      jobPostingId: posting,
      status: 'Created',
      reason: null,
      isShortlisted: false,
      isHidden: false,
      isRead: false,
      coverLetter: 'I build such shelves.',
      bid: 42.5,
      currency: 'USD',
      freelancerName: 'Ada Example',
      freelancerTitle: 'Shelf engineer',
      freelancerCountry: 'Norway',
      createdAt: expect.stringContaining(added.createdDateTime.slice(0, 19)) as string,
      modifiedAt: null,
    });
  });

  it('filters by fields of the output, and by what only Upwork knows', async () => {
    const posting = await postingAt(0);
    const found = async (filters: INodeParameters) =>
      await records(upwork.connected(), getAll(posting, { returnAll: true, filters }));
    const declined = await found({ status: 'Declined' });
    expect(declined.length).toBeGreaterThan(0);
    expect(new Set(declined.map(({ status }) => status))).toEqual(new Set(['Declined']));
    expect(declined.map(({ reason }) => reason)).not.toContain(null);
    const read = await found({ annotation: 'Read' });
    expect(read.length).toBeGreaterThan(0);
    expect(new Set(read.map(({ isRead }) => isRead))).toEqual(new Set([true]));
    const someCountry = await found({ countries: ['Norway', 'India'] });
    expect(someCountry.length).toBeLessThan(60);
    for (const { freelancerCountry } of someCountry) {
      expect(['Norway', 'India']).toContain(freelancerCountry);
    }
  });

  it('sorts', async () => {
    const posting = await postingAt(1);
    const found = await records(
      upwork.connected(),
      getAll(posting, { returnAll: true, sort: 'rateAscending' }),
    );
    const bids = found.map(({ bid }) => Number(bid));
    expect(bids).toEqual([...bids].sort((one, other) => one - other));
    expect(bids[0]).toBeLessThan(bids.at(-1) ?? 0);
  });

  it('returns nothing, and no error, if nobody has applied', async () => {
    const posting = await postingAt(3);
    expect(await records(upwork.connected(), getAll(posting))).toEqual([]);
  });

  it('returns the raw data if Simplify is off', async () => {
    const posting = await postingAt(0);
    const [found] = await records(upwork.connected(), getAll(posting, { simplify: false }));
    expect(found).toHaveProperty('terms.chargeRate.rawValue');
    expect(found).toHaveProperty('auditDetails.createdDateTime.rawValue');
  });

  it.each<[string, INodeParameters, string]>([
    ['no posting', { jobPostingId: '' }, "The parameter 'Job Posting' is empty [item 0]"],
    ['words', { jobPostingId: 'mine' }, `'Job Posting' is not a job's ID or URL`],
    ['an unknown status', { filters: { status: 'Lost' } }, "'Status' must be one of"],
    ['an unknown sort order', { sort: 'ALPHABET' }, "'Sort By' must be one of"],
    ['a limit of 0', { limit: 0 }, "'Limit' must be 1 or more, not 0"],
  ])(
    'refuses %s, naming parameter and item, before anything is sent',
    async (_what, bad, words) => {
      const run = upwork.connected().run(getAll('1234567890', bad));
      await expect(run).rejects.toThrow(words);
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
      expect(requests()).toBe(0);
    },
  );

  it('names the box to tick if the permission is missing', async () => {
    const posting = await postingAt(0);
    const permissions = upwork.sandbox.permissions.filter((name) => !name.startsWith('Client P'));
    upwork.control.setPermissions({ permissions });
    await expect(upwork.connected().run(getAll(posting))).rejects.toMatchObject({
      message: expect.stringContaining(
        'The Upwork API key lacks a permission. Tick "Client Proposals – Read and Write" on the key',
      ) as string,
    });
  });
});

describe('client proposal: get', () => {
  const get = (proposalId: string) => clientProposal('get', { proposalId });

  it('returns what the list returns, and ten of them share a request', async () => {
    const posting = await postingAt(0);
    const n8n = upwork.connected();
    const listed = await records(n8n, getAll(posting, { limit: 15 }));
    upwork.control.resetStats();
    const input = listed.map(({ id }) => ({ id }));
    expect(await records(n8n, get('={{ $json.id }}'), input)).toEqual(listed);
    expect(requests()).toBe(2);
  });

  it("leaves out what the key can't read", async () => {
    const [listed] = await records(upwork.connected(), getAll(await postingAt(0), { limit: 1 }));
    upwork.control.blockFields({ fields: ['GenericUser.freelancerProfile', 'ClientProposal.job'] });
    const { items, hints } = await upwork.connected().run(get(listed?.id as string));
    expect(items.flatMap(({ json }) => schemaErrors('clientProposal', json))).toEqual([]);
    expect(items[0]?.json).toMatchObject({ jobPostingId: null, freelancerTitle: null });
    expect(hints[0]).toContain('GenericUser.freelancerProfile');
  });

  it.each([
    ['nothing', '', "'Proposal' is empty [item 0]"],
    ['words', 'the best one', `'Proposal' is not a proposal's ID: "the best one" [item 0]`],
    ['an unknown ID', '1', "'Proposal' names the proposal 1, which Upwork can't find [item 0]"],
  ])('refuses %s', async (_what, entered, words) => {
    await expect(upwork.connected().run(get(entered))).rejects.toThrow(words);
  });
});
