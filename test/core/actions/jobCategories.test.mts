import type { INodeParameters } from 'n8n-workflow';

import { Upwork } from '../upwork.mts';

const LABELS = { category: 'Sales & Marketing', subcategory: 'Digital Marketing' };

describe.each([
  ['slugs', true],
  ['labels', false],
])('the category of a job, if Upwork returns %s in search results', (_what, categorySlugs) => {
  const upwork = new Upwork({ categorySlugs, jobs: 0 });

  const addJob = (): string => {
    const [{ id } = { id: '' }] = upwork.control.addJobs({
      job: { title: 'Wombat ads', ...LABELS },
    });
    return id;
  };

  it.each<[string, (id: string) => INodeParameters]>([
    ['Search', () => ({ resource: 'job', operation: 'search', limit: 1 })],
    ['Get', (jobId) => ({ resource: 'job', operation: 'get', jobId })],
  ])('is a label for Job: %s', async (_operation, parameters) => {
    const { items } = await upwork.connected().run(parameters(addJob()));
    expect(items[0]?.json).toMatchObject(LABELS);
  });

  it('is a label for the trigger', async () => {
    const n8n = upwork.connected();
    const trigger = { event: 'newJob', query: 'wombat' };
    await n8n.activate(trigger);
    const id = addJob();
    expect(await n8n.poll()).toMatchObject([{ id, ...LABELS }]);
  });

  it("is that of the search result, if the key can't read the labels", async () => {
    upwork.control.blockFields({ fields: ['MarketplaceJobPosting.classification'] });
    addJob();
    const { items } = await upwork
      .connected()
      .run({ resource: 'job', operation: 'search', limit: 1 });
    expect(items[0]?.json).toMatchObject(
      categorySlugs ? { category: 'sales_marketing', subcategory: 'digital_marketing' } : LABELS,
    );
  });
});
