import type { INodeParameters } from 'n8n-workflow';

import { systemClock } from '../../../nodes/Upwork/api/clock.ts';
import { AGENCY } from '../../sandboxClient/ids.mts';
import { schemaErrors } from '../outputSchema.mts';
import { FIXED_JOB, HOURLY_JOB, search } from '../jobs.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const get = (value: string, mode = 'id', parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'job',
  operation: 'get',
  jobId: { __rl: true, mode, value },
  ...parameters,
});

describe('job: search', () => {
  it('returns the newest jobs first, as the output schema says, in one request', async () => {
    const { items, hints } = await upwork.connected().run(search({ limit: 60 }));
    expect(items).toHaveLength(60);
    expect(items.flatMap(({ json }) => schemaErrors('job', json))).toEqual([]);
    const posted = items.map(({ json }) => json.postedAt as string);
    expect(posted).toEqual([...posted].sort().reverse());
    expect(hints).toEqual([]);
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });

  it('returns what Upwork has on a job', async () => {
    const [added] = upwork.control.addJobs({
      job: {
        ...HOURLY_JOB,
        client: {
          country: 'Norway',
          city: 'Bergen',
          paymentVerified: true,
          rating: 4.8,
          totalReviews: 12,
          totalHires: 20,
          totalPostedJobs: 30,
          totalSpent: 12_345.5,
        },
      },
    });
    const { items } = await upwork.connected().run(search({ limit: 1 }));
    expect(items[0]?.json).toMatchObject({
      id: added?.id,
      url: `https://www.upwork.com/jobs/${added?.ciphertext ?? ''}`,
      title: HOURLY_JOB.title,
      type: 'Hourly',
      budget: null,
      hourlyRateMin: 40,
      hourlyRateMax: 60,
      currency: 'USD',
      experienceLevel: 'Expert',
      workload: 'Part Time',
      proposals: 3,
      screeningQuestions: 'First?\nSecond?',
      clientCountry: 'Norway',
      clientCity: 'Bergen',
      clientRating: 4.8,
      clientReviews: 12,
      clientHires: 20,
      clientPostedJobs: 30,
      clientSpent: 12_345.5,
      clientPaymentVerified: true,
      postedAt: new Date(added?.publishedDateTime ?? '').toISOString(),
    });
  });

  it('returns all, each once, even if new jobs shift the pages', async () => {
    const { items } = await upwork.connected().run(search({ returnAll: true }));
    const ids = items.map(({ json }) => json.id);
    expect(ids.length).toBeGreaterThan(3_000);
    expect(new Set(ids).size).toBe(ids.length);
    expect(upwork.control.stats().requests.graphql).toBe(Math.ceil(ids.length / 100));
  });

  it("keeps Upwork's order for a renewed job, with the time of its publication", async () => {
    const [job] = upwork.control.addJobs({
      job: { title: 'Kudu fence' },
      publishedSecondsAgo: 86_400,
    });
    upwork.control.addJobs({ job: { title: 'Kudu gate' } });
    await systemClock.sleep(60_000);
    upwork.control.renewJob({ id: job?.id ?? '' });
    const { items } = await upwork.connected().run(search({ query: 'kudu' }));
    expect(items.map(({ json }) => json.title)).toEqual(['Kudu fence', 'Kudu gate']);
    expect(items[0]?.json).toMatchObject({
      id: job?.id,
      postedAt: new Date(job?.publishedDateTime ?? '').toISOString(),
    });
  });

  it('returns the raw data if Simplify is off', async () => {
    const { items } = await upwork.connected().run(search({ limit: 1, simplify: false }));
    expect(items[0]?.json).toMatchObject({
      ciphertext: expect.stringMatching(/^~02/) as string,
      job: { contractTerms: expect.any(Object) as object },
    });
  });

  it('runs once for each input item, and pairs the output with it', async () => {
    upwork.control.addJobs({ count: 2, job: { title: 'Narwhal migration' } });
    upwork.control.addJobs({ count: 2, job: { title: 'Wombat dashboard' } });
    const { items } = await upwork
      .connected()
      .run(search({ query: '={{ $json.words }}', limit: 2 }), {
        input: [{ words: 'narwhal' }, { words: 'wombat' }],
      });
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 0 },
      { item: 1 },
      { item: 1 },
    ]);
  });

  it('returns nothing, and no error, if nothing matches', async () => {
    const { items } = await upwork.connected().run(search({ query: 'xylophonequartz' }));
    expect(items).toEqual([]);
  });

  it.each<[string, INodeParameters, string]>([
    ['a limit of 0', { limit: 0 }, "'Limit' must be 1 or more, not 0"],
    ['a limit that is not a number', { limit: 'many' }, "'Limit' must be a number"],
    ['a limit with a fraction', { limit: 1.5 }, "'Limit' must be a whole number, not 1.5"],
    [
      'a reversed budget range',
      { filters: { budgetMin: 500, budgetMax: 100 } },
      "'Budget Minimum' is 500, more than 'Budget Maximum', which is 100",
    ],
    [
      'a reversed rate range',
      { filters: { hourlyRateMin: 50, hourlyRateMax: 10 } },
      "'Hourly Rate Minimum' is 50, more than 'Hourly Rate Maximum', which is 10",
    ],
    [
      'a budget for hourly jobs',
      { filters: { jobType: 'HOURLY', budgetMin: 5 } },
      "'Job Type' is Hourly",
    ],
    [
      'an unknown type',
      { filters: { jobType: 'BARTER' } },
      `'Job Type' must be one of FIXED, HOURLY, not "BARTER"`,
    ],
    ['no days at all', { filters: { postedWithinDays: 0 } }, "'Posted Within Days' must be 1"],
    ['an unknown sort order', { sort: 'ALPHABET' }, "'Sort By' must be one of"],
  ])(
    'refuses %s, naming parameter and item, before anything is sent',
    async (_what, bad, message) => {
      const run = upwork.connected().run(search(bad));
      await expect(run).rejects.toThrow(message);
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
      expect(upwork.control.stats().requests.graphql).toBe(0);
    },
  );

  it('says how long a query can be', async () => {
    const words = (length: number) => 'kudu'.padEnd(length, 'u');
    const n8n = upwork.connected();
    await expect(n8n.run(search({ query: words(340) }))).resolves.toHaveProperty('items');
    await expect(n8n.run(search({ query: words(341) }))).rejects.toMatchObject({
      message:
        'Upwork could not run the search: Underling search failed. A search query can have about 340 characters at most.',
      description: 'If yours is longer, shorten it or split it into several searches.',
      context: { itemIndex: 0 },
    });
  });

  it('processes the other items with "Continue on Fail"', async () => {
    const { items } = await upwork.connected().run(search({ limit: '={{ $json.limit }}' }), {
      input: [{ limit: 1 }, { limit: -1 }, { limit: 1 }],
      continueOnFail: true,
    });
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 1 },
      { item: 2 },
    ]);
    expect(items[1]?.json).toEqual({
      error: "The parameter 'Limit' must be 1 or more, not -1 [item 1]",
    });
  });
});

describe('job: get', () => {
  it.each([
    ['an ID', 'id', (id: string) => id],
    ['a ciphertext', 'id', (id: string) => `~02${id}`],
    ['a short URL', 'url', (id: string) => `https://www.upwork.com/jobs/~02${id}`],
    [
      'a URL with a title and a query string',
      'url',
      (id: string) => `https://www.upwork.com/jobs/Zebrawood-shelf_~02${id}/?source=rss`,
    ],
    ['a choice from the list', 'list', (id: string) => id],
  ])('finds a job by %s', async (_what, mode, entered) => {
    const [{ id } = { id: '' }] = upwork.control.addJobs({ job: HOURLY_JOB });
    const { items } = await upwork.connected().run(get(entered(id), mode));
    expect(items.map(({ json }) => json.id)).toEqual([id]);
  });

  it('returns the same shape as the search, with what this query has', async () => {
    const [added] = upwork.control.addJobs({ job: FIXED_JOB });
    const { items } = await upwork.connected().run(get(added?.id ?? ''));
    expect(items.flatMap(({ json }) => schemaErrors('job', json))).toEqual([]);
    expect(items[0]?.json).toMatchObject({
      url: `https://www.upwork.com/jobs/${added?.ciphertext ?? ''}`,
      title: FIXED_JOB.title,
      type: 'Fixed Price',
      budget: 700,
      currency: 'USD',
      proposals: null,
      postedAt: new Date(added?.publishedDateTime ?? '').toISOString(),
    });
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });

  it.each([
    ['nothing', '', "'Job' is empty"],
    ['words', 'the zebra job', `'Job' is not a job's ID or URL: "the zebra job"`],
    [
      'a URL of something else',
      'https://www.upwork.com/freelancers/~01abc',
      "'Job' is not a job's ID or URL",
    ],
  ])('refuses %s, naming parameter and item', async (_what, entered, message) => {
    const run = upwork.connected().run(get(entered, 'url'));
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
  });

  it('says that a job does not exist', async () => {
    await expect(upwork.connected().run(get('1111111111111111111'))).rejects.toThrow(
      'Opening not found for uid=1111111111111111111',
    );
  });
});

describe('the list of jobs', () => {
  it('shows the newest, then the next ones', async () => {
    const first = await upwork.connected().listSearch('searchJobs');
    expect(first.results).toHaveLength(50);
    const second = await upwork
      .connected()
      .listSearch('searchJobs', undefined, first.paginationToken);
    const values = [...first.results, ...second.results].map(({ value }) => value);
    expect(new Set(values).size).toBe(100);
  });

  it('finds what was typed', async () => {
    const [added] = upwork.control.addJobs({ job: { title: 'Okapi ledger' } });
    const { results, paginationToken } = await upwork.connected().listSearch('searchJobs', 'okapi');
    expect(results).toEqual([
      {
        name: 'Okapi ledger',
        value: added?.id,
        url: `https://www.upwork.com/jobs/${added?.ciphertext ?? ''}`,
      },
    ]);
    expect(paginationToken).toBeUndefined();
  });

  it('is requested for the organization that is chosen in the node', async () => {
    const n8n = upwork.connected({ organizationId: '999' });
    const organizationId = { __rl: true, mode: 'id', value: AGENCY };
    const { results } = await n8n.listSearch('searchJobs', '', undefined, { organizationId });
    expect(results).toHaveLength(50);
  });
});
