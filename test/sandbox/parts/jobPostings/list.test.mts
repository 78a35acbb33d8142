import { postings } from '../../../sandboxClient/clientProposals.mts';
import { LIST, list, lookUp, ONE } from '../../../sandboxClient/jobPostings.mts';
import {
  AS_AGENCY,
  AS_CLIENT,
  at,
  sandboxForTests,
} from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

describe("a client's job postings", () => {
  it('are eight, of every kind, newest first', async () => {
    const { client } = await start();
    const all = await list(client, {});
    expect(all).toHaveLength(8);
    expect(new Set(all.map(({ id }) => id)).size).toBe(8);
    expect(new Set(all.map(({ status }) => status))).toEqual(
      new Set(['REQUESTED', 'FILLED', 'CANCELLED', 'DRAFT']),
    );
    const newestFirst = [...all].sort((first, second) =>
      second.created.localeCompare(first.created),
    );
    expect(all).toEqual(newestFirst);
    expect(await list(client, {}, { field: 'CREATED', sortOrder: 'ASC' })).toEqual(
      newestFirst.reverse(),
    );
  });

  it.each(['0', null])('come in pages, the first one after %j', async (first) => {
    const { client } = await start();
    const all = await list(client, {});
    expect(await list(client, { pagination_eq: { first: 5, after: first } })).toEqual(
      all.slice(0, 5),
    );
    expect(await list(client, { pagination_eq: { first: 5, after: '5' } })).toEqual(all.slice(5));
  });

  it('are filtered', async () => {
    const { client } = await start();
    const all = await list(client, {});
    const [, second] = all;
    const statusAndAccess_any = [
      { statuses_any: ['FILLED'] },
      { statuses_any: ['REQUESTED'], accesses_any: ['ACCESS_PRIVATE'] },
    ];
    expect(await list(client, { statusAndAccess_any })).toEqual(
      all.filter(
        ({ status, access }) =>
          status === 'FILLED' || (status === 'REQUESTED' && access === 'ACCESS_PRIVATE'),
      ),
    );
    const title_eq = second?.title.toUpperCase();
    expect(await list(client, { title_eq })).toContainEqual(second);
    expect(await list(client, { title_eq: 'No such title' })).toEqual([]);
    expect(await list(client, { categoryGroupIds_any: [second?.groupId] })).toEqual(
      all.filter(({ groupId }) => groupId === second?.groupId),
    );
    expect(await list(client, { contractType_eq: 'FIXED' })).toEqual(
      all.filter(({ contractType }) => contractType === 'FIXED'),
    );
    expect(await list(client, { createdDateTimeFrom_eq: second?.created })).toEqual(
      all.slice(0, 2),
    );
    expect(await list(client, { postByTeamIds_any: ['1'] })).toEqual([]);
  });

  it.each([
    ['themselves', {}],
    ['an agency', AS_AGENCY],
  ])('are refused to freelancers who act for %s', async (_, headers) => {
    const { client } = await start();
    const { body } = await client.send(LIST, { filter: {} }, headers);
    expect(body).toMatchObject({
      errors: [{ message: 'Authorization failed', path: ['organization', 'jobPosting'] }],
      data: { organization: { jobPosting: null } },
    });
    const [posting] = await postings(client);
    const single = await client.send(ONE, { id: posting?.id }, headers);
    expect(at(single.body, 'errors', 0, 'message')).toBe('Authorization failed');
  });

  it('need their permission', async () => {
    const { sandbox, client } = await start();
    sandbox.control.setPermissions({ permissions: ['Common Entities – Read-Only'] });
    const { body } = await client.send(LIST, { filter: {} }, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toContain('CurrentOrganization.jobPosting');
  });

  it.each(['Job Postings – Read-Only', 'Job Postings - Read and Write Access'])(
    'can be read with %s',
    async (permission) => {
      const { sandbox, client } = await start();
      const permissions = ['Common Entities – Read-Only', permission];
      sandbox.control.setPermissions({ permissions });
      const data = await client.data(
        '{ organization { jobPosting(jobPostingFilter: {}) { totalCount } } }',
        {},
        AS_CLIENT,
      );
      expect(at(data, 'organization', 'jobPosting', 'totalCount')).toBe(8);
    },
  );

  it('that do not exist are an error', async () => {
    const { client } = await start();
    const { body } = await client.send(ONE, { id: '1' }, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toBe('Opening not found for uid=1');
  });
});

describe('the ontology', () => {
  it('has categories with subcategories and services, each once', async () => {
    const { client } = await start();
    const data = await client.data(
      '{ ontologyCategories { id preferredLabel slug subcategories { id preferredLabel services { preferredLabel } } services { id } } }',
    );
    const categories = at(data, 'ontologyCategories');
    const labels = Array.isArray(categories)
      ? categories.map((category: unknown) => at(category, 'preferredLabel'))
      : [];
    expect(labels).toContain('Writing');
    expect(new Set(labels).size).toBe(labels.length);
    expect(at(categories, 0)).toMatchObject({
      preferredLabel: 'Web, Mobile & Software Dev',
      slug: 'web-mobile-software-dev',
      subcategories: [
        {
          preferredLabel: 'Scripts & Utilities',
          services: [{ preferredLabel: 'Automation Engineering' }],
        },
        { preferredLabel: 'Web Development' },
        { preferredLabel: 'Mobile Development' },
      ],
    });
  });

  it('finds terms by a part of their name, ten by default', async () => {
    const { client } = await start();
    const search = async (filter: object) => {
      const query = `query Search($filter: OntologyElementsSearchByPrefLabelFilter) {
        ontologyElementsSearchByPrefLabel(filter: $filter) { __typename preferredLabel }
      }`;
      return at(await client.data(query, { filter }), 'ontologyElementsSearchByPrefLabel');
    };
    expect(await search({ preferredLabel_any: 'N8N' })).toEqual([
      { __typename: 'Skill', preferredLabel: 'n8n' },
    ]);
    expect(await search({ preferredLabel_any: 'content w', type: 'OCCUPATION' })).toEqual([
      { __typename: 'Occupation', preferredLabel: 'Content Writing' },
    ]);
    expect(await search({ preferredLabel_any: 'e' })).toHaveLength(10);
    expect(await search({ preferredLabel_any: 'script', type: 'SKILL' })).toEqual([
      { __typename: 'Skill', preferredLabel: 'JavaScript' },
      { __typename: 'Skill', preferredLabel: 'TypeScript' },
    ]);
  });

  it('refuses a search text of more than 100 characters', async () => {
    const { client } = await start();
    const { body } = await client.send(
      `{ ontologyElementsSearchByPrefLabel(filter: { preferredLabel_any: "${'e'.repeat(101)}" }) { id } }`,
    );
    expect(at(body, 'errors', 0, 'message')).toContain('VJCA-6');
  });

  it('has the IDs that the job search accepts', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    const { subcategory } = await lookUp(client);
    sandbox.control.addJobs({ job: { subcategory: String(at(subcategory, 'preferredLabel')) } });
    sandbox.control.addJobs({ job: { subcategory: 'Another' } });
    const { jobs } = await client.search({ subcategoryIds_any: [at(subcategory, 'id')] });
    expect(jobs).toHaveLength(1);
  });
});
