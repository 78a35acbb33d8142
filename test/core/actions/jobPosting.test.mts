import type { INodeParameters } from 'n8n-workflow';

import { jobPosting, openPostings, records } from '../clientSide.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const requests = () => upwork.control.stats().requests.graphql;

const list = async (filters: INodeParameters = {}) =>
  await records(upwork.connected(), jobPosting('getAll', { filters, returnAll: true }));

describe('job posting: get many', () => {
  it('returns them as the output schema says', async () => {
    const { items, hints } = await upwork.connected().run(jobPosting('getAll'));
    expect(items).toHaveLength(8);
    expect(items.flatMap(({ json }) => schemaErrors('jobPosting', json))).toEqual([]);
    expect(hints).toEqual([]);
    // One page, and one that shows that the list has ended.
    expect(requests()).toBe(2);
  });

  it('returns all, each once, over several pages', async () => {
    const n8n = upwork.connected();
    const input = Array.from({ length: 60 }, (_, index) => ({ title: `Fill a page ${index}` }));
    const parameters = { title: '={{ $json.title }}', description: 'Nothing', status: 'DRAFT' };
    await n8n.run(jobPosting('create', parameters), { input });
    upwork.control.resetStats();
    const found = await list();
    expect(found).toHaveLength(68);
    expect(new Set(found.map(({ id }) => id)).size).toBe(68);
    expect(requests()).toBe(3);
    expect(await records(n8n, jobPosting('getAll', { limit: 55 }))).toHaveLength(55);
  });

  it('filters', async () => {
    const all = await list();
    const filled = await list({ statuses: ['FILLED', 'CANCELLED'] });
    expect(filled.map(({ status }) => status).sort()).toEqual(['Cancelled', 'Filled', 'Filled']);
    const invited = await list({ visibilities: ['ACCESS_PRIVATE'] });
    expect(invited.map(({ visibility }) => visibility)).toEqual(['Invite-Only']);
    const fixed = await list({ jobType: 'FIXED' });
    expect(fixed).toEqual(all.filter(({ type }) => type === 'Fixed Price'));
    const [newest] = await list({ statuses: ['REQUESTED'] });
    const createdAt = newest?.createdAt as string;
    expect(await list({ statuses: ['REQUESTED'], createdAfter: createdAt })).toEqual([newest]);
    const older = await list({ statuses: ['REQUESTED'], createdBefore: createdAt });
    expect(older).toHaveLength(4);
    const title = newest?.title as string;
    expect((await list({ title })).map(({ id }) => id)).toContain(newest?.id);
    const [category] = (await upwork.connected().listSearch('searchCategories')).results;
    const ofCategory = await list({
      categoryId: { __rl: true, mode: 'list', value: category?.value ?? '' },
    });
    expect(ofCategory.length).toBeLessThan(all.length);
    expect(ofCategory.every((posting) => posting.category === category?.name)).toBe(true);
  });

  it('returns nothing, and no error, if nothing matches', async () => {
    expect(await list({ title: 'xylophonequartz' })).toEqual([]);
  });

  it('returns the raw data if Simplify is off', async () => {
    const [raw] = await records(upwork.connected(), jobPosting('getAll', { simplify: false }));
    expect(raw).toHaveProperty('info.auditTime.createdDateTime');
  });

  it.each<[string, INodeParameters, string]>([
    ['a limit of 0', { limit: 0 }, "'Limit' must be 1 or more, not 0 [item 0]"],
    ['an unknown status', { filters: { statuses: ['LOST'] } }, "'Statuses' must be one of"],
    ['an invalid date', { filters: { createdAfter: 'soon' } }, "'Created After' must be"],
    [
      'a reversed period',
      { filters: { createdAfter: '2026-05-01', createdBefore: '2026-04-01' } },
      "'Created After' is later than 'Created Before' [item 0]",
    ],
  ])('refuses %s before anything is sent', async (_what, bad, words) => {
    await expect(upwork.connected().run(jobPosting('getAll', bad))).rejects.toThrow(words);
    expect(requests()).toBe(0);
  });

  it('names the box to tick if the permission is missing', async () => {
    const permissions = upwork.sandbox.permissions.filter((name) => !name.startsWith('Job Post'));
    upwork.control.setPermissions({ permissions });
    await expect(upwork.connected().run(jobPosting('getAll'))).rejects.toMatchObject({
      message: expect.stringContaining(
        'The Upwork API key lacks a permission. Tick "Job Postings – Read-Only" on the key',
      ) as string,
    });
  });

  it('is an error for an organization that is not a client', async () => {
    const run = upwork.connected().run({ ...jobPosting('getAll'), organizationId: '' });
    await expect(run).rejects.toThrow('Upwork did not authorize this for the organization in use');
  });
});

describe('job posting: get', () => {
  const get = (value: string, mode = 'id') =>
    jobPosting('get', { jobPostingId: { __rl: true, mode, value } });

  it('returns what the list returns, and ten of them share a request', async () => {
    const listed = (await list()).slice(0, 12);
    upwork.control.resetStats();
    const input = listed.map(({ id }) => ({ id }));
    expect(await records(upwork.connected(), get('={{ $json.id }}'), input)).toEqual(listed);
    expect(requests()).toBe(2);
  });

  it('finds a posting by its URL', async () => {
    const [id = ''] = await openPostings(upwork.connected());
    const url = `https://www.upwork.com/jobs/~02${id}`;
    expect(await records(upwork.connected(), get(url, 'url'))).toMatchObject([{ id, url }]);
  });

  it('says that a posting does not exist', async () => {
    await expect(upwork.connected().run(get('1'))).rejects.toThrow(
      "Upwork can't find this job: Opening not found for uid=1",
    );
  });

  it.each([
    ['nothing', '', "'Job Posting' is empty [item 0]"],
    ['words', 'my posting', `'Job Posting' is not a job's ID or URL: "my posting"`],
  ])('refuses %s', async (_what, entered, words) => {
    await expect(upwork.connected().run(get(entered))).rejects.toThrow(words);
    expect(requests()).toBe(0);
  });
});
