import type { JobChanges as Job, SandboxOptions } from '../../index.mts';
import { at, NOON, sandboxForTests } from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const EXCEPTION = {
  status: 200,
  body: {
    errors: [
      { message: 'Exception occurred', extensions: { classification: 'DataFetchingException' } },
    ],
    data: { marketplaceJobPostingsSearch: null },
  },
};

/** An otherwise empty world with these jobs, named by their titles. */
async function startWith(jobs: Record<string, Job>, options: Partial<SandboxOptions> = {}) {
  const { sandbox, client } = await start({ jobs: 0, ...options });
  for (const [title, job] of Object.entries(jobs)) {
    sandbox.control.addJobs({ job: { title, skills: [], ...job } });
  }
  return {
    client,
    titles: async (filter: Record<string, unknown>) =>
      (await client.search(filter)).jobs.map(({ title }) => title).sort(),
  };
}

describe('pages', () => {
  it('are ten jobs when no page is asked for', async () => {
    const { client } = await start();
    const { body } = await client.send(
      '{ marketplaceJobPostingsSearch { totalCount edges { cursor } pageInfo { endCursor hasNextPage } } }',
    );
    expect(body).toMatchObject({
      data: {
        marketplaceJobPostingsSearch: {
          totalCount: 50,
          edges: Array.from({ length: 10 }, (_, index) => ({ cursor: String(index + 1) })),
          pageInfo: { endCursor: '10', hasNextPage: true },
        },
      },
    });
  });

  it.each([
    ['without after', { first: 10 }],
    ['with after: null', { first: 10, after: null }],
    ['with an after that is no cursor', { first: 10, after: 'x' }],
    ['of none', { first: 0, after: '0' }],
    ['of more than 100', { first: 101, after: '0' }],
  ])('%s are an exception', async (_, pagination_eq) => {
    const { client } = await start();
    expect(await client.searchResponse({ pagination_eq })).toMatchObject(EXCEPTION);
  });

  it('follow each other by endCursor until all jobs have been seen once', async () => {
    const { client } = await start();
    const seen: string[] = [];
    for (let after = '0'; seen.length < 50; ) {
      const page = await client.search({}, 20, after);
      seen.push(...page.jobs.map(({ id }) => id));
      after = page.endCursor;
    }
    expect(new Set(seen).size).toBe(50);
    expect((await client.search({}, 20, '50')).jobs).toEqual([]);
  });

  it('shift when jobs appear in between', async () => {
    const { sandbox, client } = await start();
    const first = await client.search({}, 10);
    sandbox.control.addJobs();
    const second = await client.search({}, 10, first.endCursor);
    expect(second.jobs[0]).toEqual(first.jobs[9]);
  });
});

describe('the order', () => {
  it('by recency is newest first, ties by id', async () => {
    const { client } = await start({ jobs: 100 });
    const { jobs } = await client.search({});
    const sorted = [...jobs].sort(
      (one, other) =>
        other.publishedDateTime.localeCompare(one.publishedDateTime) ||
        other.id.localeCompare(one.id),
    );
    expect(jobs).toEqual(sorted);
    expect(new Set(jobs.map((job) => job.publishedDateTime)).size).toBeLessThan(100);
  });

  it.each([
    ['CLIENT_TOTAL_CHARGE', 'Rich'],
    ['CLIENT_RATING', 'Loved'],
  ])('by %s puts %s first', async (field, best) => {
    const { client } = await startWith({
      Rich: { client: { totalSpent: 9_000_000, rating: 3 } },
      Loved: { client: { totalSpent: 10, rating: 5 } },
    });
    const { body } = await client.send(
      `{ marketplaceJobPostingsSearch(sortAttributes: [{ field: ${field} }]) { edges { node { title } } } }`,
    );
    expect(body).toMatchObject({
      data: { marketplaceJobPostingsSearch: { edges: [{ node: { title: best } }, {}] } },
    });
  });
});

describe('a filter', () => {
  it.each([
    ['jobType_eq', 'FIXED', { contractType: 'FIXED' }, { contractType: 'HOURLY' }],
    [
      'experienceLevel_eq',
      'EXPERT',
      { experienceLevel: 'EXPERT' },
      { experienceLevel: 'ENTRY_LEVEL' },
    ],
    ['duration_any', ['WEEK', 'MONTH'], { duration: 'WEEK' }, { duration: 'ONGOING' }],
    [
      'verifiedPaymentOnly_eq',
      true,
      { client: { paymentVerified: true } },
      { client: { paymentVerified: false } },
    ],
    ['previousClients_eq', true, { previousClient: true }, { previousClient: false }],
    [
      'enterpriseOnly_eq',
      true,
      { client: { enterprise: true } },
      { client: { enterprise: false } },
    ],
    [
      'clientHiresRange_eq',
      { rangeStart: 1, rangeEnd: 9 },
      { client: { totalHires: 9 } },
      { client: { totalHires: 10 } },
    ],
    ['proposalRange_eq', { rangeEnd: 4 }, { proposals: 4 }, { proposals: 5 }],
    [
      'locations_any',
      ['germany'],
      { client: { country: 'Germany' } },
      { client: { country: 'France' } },
    ],
    [
      'timezone_eq',
      'Asia/Kolkata',
      { client: { timezone: 'Asia/Kolkata' } },
      { client: { timezone: 'UTC' } },
    ],
    ['searchTerm_eq', { andTerms_all: ['right'], excludeTerms_any: ['wrong'] }, {}, {}],
  ] satisfies [string, unknown, Job, Job][])('%s: %j', async (name, value, fits, doesNot) => {
    const { titles } = await startWith({ right: fits, wrong: doesNot });
    expect(await titles({ [name]: value })).toEqual(['right']);
  });

  it('by budget lets hourly jobs through, if it has an effect', async () => {
    const { titles } = await startWith(
      {
        cheap: { contractType: 'FIXED', budget: 99 },
        fitting: { contractType: 'FIXED', budget: 100 },
        dear: { contractType: 'FIXED', budget: 201 },
        hourly: { contractType: 'HOURLY' },
      },
      { documentedFilters: true },
    );
    const range = { rangeStart: 100, rangeEnd: 200 };
    expect(await titles({ budgetRange_eq: range })).toEqual(['fitting', 'hourly']);
    expect(await titles({ budgetRange_eq: range, jobType_eq: 'FIXED' })).toEqual(['fitting']);
  });

  it('by budget or rate has no effect, and one by workload finds nothing', async () => {
    const { titles } = await startWith({
      cheap: { contractType: 'FIXED', budget: 99 },
      low: { contractType: 'HOURLY', hourlyMin: 5, hourlyMax: 19, workload: 'PART_TIME' },
    });
    expect(await titles({ budgetRange_eq: { rangeStart: 500 } })).toEqual(['cheap', 'low']);
    expect(await titles({ hourlyRate_eq: { rangeStart: 50 } })).toEqual(['cheap', 'low']);
    expect(await titles({ workload_eq: 'PART_TIME' })).toEqual([]);
  });

  it('by rate and by workload lets fixed-price jobs through, if it has an effect', async () => {
    const { titles } = await startWith(
      {
        low: { contractType: 'HOURLY', hourlyMin: 5, hourlyMax: 19, workload: 'PART_TIME' },
        touching: { contractType: 'HOURLY', hourlyMin: 10, hourlyMax: 20, workload: 'FULL_TIME' },
        open: { contractType: 'HOURLY', hourlyMin: null, hourlyMax: null, workload: 'PART_TIME' },
        fixed: { contractType: 'FIXED' },
      },
      { documentedFilters: true },
    );
    expect(await titles({ hourlyRate_eq: { rangeStart: 20, rangeEnd: 50 } })).toEqual([
      'fixed',
      'touching',
    ]);
    expect(await titles({ workload_eq: 'FULL_TIME' })).toEqual(['fixed', 'touching']);
  });

  it('by ontology accepts IDs, and finds nothing by name', async () => {
    const { client, titles } = await startWith({
      right: {
        category: 'Cooking',
        subcategory: 'Soup',
        occupation: 'Cook',
        skills: ['Salt', 'Pepper'],
      },
      wrong: { category: 'Sailing', subcategory: 'Sea', occupation: 'Captain', skills: ['Salt'] },
    });
    const { body } = await client.send(`{
      marketplaceJobPostingsSearch(marketPlaceJobFilter: { titleExpression_eq: "right" }) {
        edges { node {
          skills { id }
          occupations { category { id } subCategories { id } occupationService { id } }
        } }
      }
    }`);
    const ids = [...JSON.stringify(body).matchAll(/"id":"(\d+)"/g)].map(([, id]) => id);
    const [salt, pepper, category, subcategory, occupation] = ids;
    expect(await titles({ categoryIds_any: [category] })).toEqual(['right']);
    expect(await titles({ subcategoryIds_any: [subcategory] })).toEqual(['right']);
    expect(await titles({ occupationIds_any: [occupation] })).toEqual(['right']);
    expect(await titles({ ontologySkillIds_all: [salt] })).toEqual(['right', 'wrong']);
    expect(await titles({ ontologySkillIds_all: [salt, pepper] })).toEqual(['right']);
    expect(await titles({ categoryIds_any: ['Cooking'] })).toEqual([]);
    expect(await titles({ subcategoryIds_any: ['Soup'] })).toEqual([]);
    expect(await titles({ occupationIds_any: ['Cook'] })).toEqual([]);
    expect(await titles({ ontologySkillIds_all: ['Salt'] })).toEqual([]);
  });

  it('by days counts from now', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    sandbox.control.addJobs({ job: { title: 'today' }, publishedSecondsAgo: 86_400 });
    sandbox.control.addJobs({ job: { title: 'before' }, publishedSecondsAgo: 86_401 });
    const { jobs } = await client.search({ daysPosted_eq: 1 });
    expect(jobs.map(({ title }) => title)).toEqual(['today']);
    expect(jobs[0]?.publishedDateTime).toBe('2026-11-19T12:00:00+0000');
  });
});

describe('the category of a result', () => {
  it.each([
    ['a slug', true, 'web_mobile_software_dev', 'web_development'],
    ['a label', false, 'Web, Mobile & Software Dev', 'Web Development'],
  ])('is %s', async (_, categorySlugs, category, subcategory) => {
    const { sandbox, client } = await start({ jobs: 0, categorySlugs });
    const labels = { category: 'Web, Mobile & Software Dev', subcategory: 'Web Development' };
    sandbox.control.addJobs({ job: labels });
    const { body } = await client.send(`{ marketplaceJobPostingsSearch { edges { node {
      category subcategory
      job { classification { category { preferredLabel } subCategory { preferredLabel } } }
    } } } }`);
    expect(at(body, 'data', 'marketplaceJobPostingsSearch', 'edges', 0, 'node')).toEqual({
      category,
      subcategory,
      job: {
        classification: {
          category: { preferredLabel: labels.category },
          subCategory: { preferredLabel: labels.subcategory },
        },
      },
    });
  });
});

describe('a search expression', () => {
  const JOBS: Record<string, Job> = {
    'n8n expert': { description: 'Connect our CRM.', skills: ['Automation'] },
    'Zapier expert': { description: 'Connect the CRM to Node.js.', skills: ['Automation'] },
    'Cook wanted': { description: 'An expert of n8n soup (C++).', skills: ['Cooking'] },
  };
  const [N8N, ZAPIER, COOK] = ['n8n expert', 'Zapier expert', 'Cook wanted'];

  it.each([
    ['N8N', [COOK, N8N]],
    ['expert automation', [ZAPIER, N8N]],
    ['"expert of n8n"', [COOK]],
    ['"n8n expert"', [N8N]],
    ['zapier OR soup', [COOK, ZAPIER]],
    ['expert NOT zapier', [COOK, N8N]],
    ['expert AND NOT (zapier OR soup)', [N8N]],
    ['title:(n8n OR zapier)', [ZAPIER, N8N]],
    ['title:n8n', [N8N]],
    ['skills:(cooking)', [COOK]],
    ['c++', [COOK]],
    ['node.js', [ZAPIER]],
    ['auto', []],
    ['', [COOK, ZAPIER, N8N]],
    ['((n8n', [COOK, N8N]],
    [') "soup', [COOK]],
  ])('%s', async (expression, found) => {
    const { titles } = await startWith(JOBS);
    expect(await titles({ searchExpression_eq: expression })).toEqual(found);
  });

  it.each([
    [340, 340, true],
    [340, 341, false],
    [0, 2_000, true],
  ])(
    'with a limit of %d and a length of %d: found is %s',
    async (longestExpression, length, isFound) => {
      const { client } = await startWith(JOBS, { longestExpression });
      const { status, body } = await client.searchResponse({
        searchExpression_eq: 'soup'.padEnd(length, ' OR soup'),
        pagination_eq: { first: 10, after: '0' },
      });
      expect(status).toBe(200);
      expect(at(body, 'errors', 0)).toEqual(
        isFound
          ? undefined
          : expect.objectContaining({
              message: 'Underling search failed',
              extensions: { classification: 'DataFetchingException' },
            }),
      );
    },
  );

  it('of title or skills looks there only', async () => {
    const { titles } = await startWith(JOBS);
    expect(await titles({ titleExpression_eq: 'n8n' })).toEqual([N8N]);
    expect(await titles({ skillExpression_eq: 'automation' })).toEqual([ZAPIER, N8N]);
  });
});

describe('one job', () => {
  const ONE = 'query One($id: ID!) { marketplaceJobPosting(id: $id) { id content { title } } }';

  it('is found by its number, not by its ciphertext', async () => {
    const { sandbox, client } = await start();
    const [job] = sandbox.control.addJobs({ job: { title: 'Found' } });
    expect((await client.send(ONE, { id: job?.id })).body).toEqual({
      data: { marketplaceJobPosting: { id: job?.id, content: { title: 'Found' } } },
    });
    expect(job?.ciphertext).toBe(`~02${job?.id ?? ''}`);
    expect((await client.send(ONE, { id: job?.ciphertext })).body).toMatchObject({
      errors: [
        {
          message: `Opening not found for uid=${job?.ciphertext ?? ''}`,
          path: ['marketplaceJobPosting'],
          extensions: { classification: 'DataFetchingException' },
        },
      ],
      data: { marketplaceJobPosting: null },
    });
  });

  it('comes in a list of several', async () => {
    const { sandbox, client } = await start();
    const ids = sandbox.control.addJobs({ count: 3 }).map(({ id }) => id);
    const { body } = await client.send(
      'query Some($ids: [ID!]!) { marketplaceJobPostingsContents(ids: $ids) { id } }',
      { ids: [...ids, '1'] },
    );
    expect(body).toEqual({
      data: { marketplaceJobPostingsContents: ids.map((id) => ({ id })) },
    });
  });

  it('with a hole in its data is null beside an error that says where', async () => {
    const { sandbox, client } = await start();
    sandbox.control.addJobs({ job: { title: 'whole' } });
    sandbox.control.addJobs({
      job: { title: 'hole', experienceLevel: null },
      publishedSecondsAgo: 1,
    });
    const { status, body } = await client.send(`{
      marketplaceJobPostingsSearch(
        marketPlaceJobFilter: { titleExpression_eq: "hole OR whole" }
        sortAttributes: [{ field: RECENCY }]
      ) { edges { node { title experienceLevel } } }
    }`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      errors: [
        {
          message:
            "Cannot return null for non-nullable type: 'FreelancerProfileExperienceLevel' within parent " +
            "'MarketplaceJobPostingSearchResult' (/marketplaceJobPostingsSearch/edges/1/node/experienceLevel)",
          extensions: { classification: 'NullValueInNonNullableField' },
        },
      ],
      data: { marketplaceJobPostingsSearch: { edges: [{ node: { title: 'whole' } }, null] } },
    });
  });

  it('shows money, dates and terms as Upwork writes them', async () => {
    const { sandbox, client } = await start();
    const [job] = sandbox.control.addJobs({
      job: { contractType: 'FIXED', budget: 1500, screeningQuestions: ['Why?'] },
    });
    const { body } = await client.send(
      `query Full($id: ID!) { marketplaceJobPosting(id: $id) {
        contractTerms { contractType fixedPriceContractTerms { amount { rawValue currency displayValue } } }
        contractorSelection { proposalRequirement { screeningQuestions { question sequenceNumber } } }
      } }`,
      { id: job?.id },
    );
    expect(body).toEqual({
      data: {
        marketplaceJobPosting: {
          contractTerms: {
            contractType: 'FIXED',
            fixedPriceContractTerms: {
              amount: { rawValue: '1500.0', currency: 'USD', displayValue: '$1,500.00' },
            },
          },
          contractorSelection: {
            proposalRequirement: { screeningQuestions: [{ question: 'Why?', sequenceNumber: 1 }] },
          },
        },
      },
    });
    expect(job?.publishedDateTime).toBe(new Date(NOON).toISOString().replace('.000Z', '+0000'));
  });
});
