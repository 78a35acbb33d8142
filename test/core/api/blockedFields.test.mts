import type { INodeParameters } from 'n8n-workflow';

import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 3 };

const requests = () => upwork.control.stats().requests.graphql;

const CLIENT = 'MarketplaceJobPostingSearchClientInfo';

describe("fields that the key can't read", () => {
  it('are left out of a read, with a hint, and requested only once', async () => {
    upwork.control.blockFields({ fields: [`${CLIENT}.totalSpent`, `${CLIENT}.totalHires`] });
    const n8n = upwork.connected();
    const first = await n8n.run(search);
    expect(requests()).toBe(2);
    expect(first.items).toHaveLength(3);
    expect(first.items.flatMap(({ json }) => schemaErrors('job', json))).toEqual([]);
    expect(first.items[0]?.json).toMatchObject({ clientSpent: null, clientHires: null });
    expect(first.items[0]?.json).toHaveProperty('clientCountry', expect.any(String));
    expect(first.hints).toHaveLength(1);
    expect(first.hints[0]).toContain(`${CLIENT}.totalHires`);
    expect(first.hints[0]).toContain(`${CLIENT}.totalSpent`);

    upwork.control.resetStats();
    const second = await n8n.run(search);
    expect(requests()).toBe(1);
    expect(second.hints).toEqual(first.hints);
  });

  it('are named with the permission that unlocks them', async () => {
    upwork.control.blockFields({ fields: ['Money.rawValue', 'Money.currency'] });
    const { items, hints } = await upwork.connected().run(search);
    expect(items[0]?.json).toMatchObject({ budget: null, currency: null });
    expect(hints[0]).toContain('Tick "Common Entities – Read-Only"');
  });

  it('are requested again after the credential was reconnected', async () => {
    upwork.control.blockFields({ fields: [`${CLIENT}.totalSpent`] });
    expect((await upwork.connected().run(search)).hints).toHaveLength(1);
    upwork.control.blockFields({ fields: [] });
    expect((await upwork.connected().run(search)).hints).toEqual([]);
  });

  it('make the node fail if the user chooses so', async () => {
    upwork.control.blockFields({ fields: [`${CLIENT}.totalSpent`] });
    const strict = { ...search, options: { failOnBlockedFields: true } };
    const run = upwork.connected().run(strict);
    await expect(run).rejects.toThrow('The API key lacks the permission');
    await expect(run).rejects.toMatchObject({
      messages: [expect.stringContaining(`${CLIENT}.totalSpent`)],
    });
    expect(requests()).toBe(1);
  });

  it.each([
    ['the records themselves', 'Query.marketplaceJobPostingsSearch'],
    ['their ids', 'MarketplaceJobPostingSearchResult.id'],
    ['needed for the next page', 'PageInfo.hasNextPage'],
    ['all of them', 'MarketplaceJobPostingSearchConnection.edges'],
  ])('make the node fail if they are %s', async (_what, field) => {
    upwork.control.blockFields({ fields: [field] });
    await expect(upwork.connected().run(search)).rejects.toThrow('lacks the permission');
  });

  it('are left out of batches too, with one hint', async () => {
    const n8n = upwork.connected();
    const { items } = await n8n.run({ ...search, limit: 25 });
    const input = items.map(({ json }) => ({ id: json.id }));
    upwork.control.blockFields({ fields: ['Money.rawValue'] });
    upwork.control.resetStats();
    const get = { resource: 'job', operation: 'get', jobId: '={{ $json.id }}' };
    const read = await n8n.run(get, { input });
    expect(read.items).toHaveLength(25);
    expect(read.hints).toHaveLength(1);
    // Three batches run into it at the same time; the next run knows about it.
    expect(requests()).toBeLessThanOrEqual(6);
    upwork.control.resetStats();
    await n8n.run(get, { input });
    expect(requests()).toBe(3);
  });

  it('do not stop the trigger from firing', async () => {
    const n8n = upwork.connected();
    const trigger: INodeParameters = { event: 'newJob', query: 'Walrus' };
    await n8n.activate(trigger);
    upwork.control.blockFields({ fields: [`${CLIENT}.totalSpent`, 'Money.displayValue'] });
    upwork.control.addJobs({ job: { title: 'Walrus whisperer' } });
    expect(await n8n.poll()).toMatchObject([{ title: 'Walrus whisperer' }]);
  });

  it("in a user's own query are an error that names them", async () => {
    upwork.control.blockFields({ fields: ['CurrentUser.email'] });
    const run = upwork
      .connected()
      .run({ resource: 'graphql', operation: 'execute', query: '{ user { id email } }' });
    await expect(run).rejects.toMatchObject({
      messages: [expect.stringContaining('CurrentUser.email')],
    });
  });
});
