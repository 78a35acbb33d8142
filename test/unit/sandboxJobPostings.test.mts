import { postings, received } from './clientProposals.mts';
import {
  AS_AGENCY,
  AS_CLIENT,
  at,
  NOON,
  type SandboxClient,
  sandboxForTests,
} from './sandboxClient.mts';

const start = sandboxForTests();

const CLIENT = AS_CLIENT['X-Upwork-API-TenantId'];

const LIST = /* GraphQL */ `
  query Postings($filter: JobPostingsFilter!, $sort: SortAttribute) {
    organization {
      jobPosting(jobPostingFilter: $filter, sortAttribute: $sort) {
        totalCount
        edges {
          node {
            id
            visibility
            info {
              status
              groupId
              auditTime {
                createdDateTime
              }
            }
            content {
              title
            }
            contractTerms {
              contractType
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`;

interface Listed {
  id: string;
  access: string;
  status: string;
  groupId: string;
  created: string;
  title: string;
  contractType: string;
}

async function list(client: SandboxClient, filter: object, sort?: object): Promise<Listed[]> {
  const data = await client.data(LIST, { filter, sort }, AS_CLIENT);
  const edges = at(data, 'organization', 'jobPosting', 'edges');
  if (!Array.isArray(edges)) throw new Error('No list of job postings');
  return edges.map((edge: unknown) => ({
    id: String(at(edge, 'node', 'id')),
    access: String(at(edge, 'node', 'visibility')),
    status: String(at(edge, 'node', 'info', 'status')),
    groupId: String(at(edge, 'node', 'info', 'groupId')),
    created: String(at(edge, 'node', 'info', 'auditTime', 'createdDateTime')),
    title: String(at(edge, 'node', 'content', 'title')),
    contractType: String(at(edge, 'node', 'contractTerms', 'contractType')),
  }));
}

const ONE = /* GraphQL */ `
  query One($id: ID!) {
    jobPosting(jobPostingId: $id) {
      version
      visibility
      info {
        status
        categoryId
        groupId
        filledDateTime
        auditTime {
          modifiedDateTime
        }
      }
      content {
        title
        description
      }
      classification {
        category {
          name
        }
        subCategory {
          name
        }
        skills {
          preferredLabel
        }
      }
      contractTerms {
        contractType
        personsToHire
        experienceLevel
        fixedPriceContractTerms {
          amount {
            rawValue
          }
        }
        hourlyContractTerms {
          engagementType
          hourlyBudgetMin
          hourlyBudgetMax
          engagementDuration {
            label
          }
        }
      }
      contractorSelection {
        proposalRequirement {
          screeningQuestions {
            question
          }
        }
        qualification {
          englishProficiency
        }
        location {
          countries
        }
      }
      proposalsStatistics {
        totalInvitesSent
      }
    }
  }
`;

async function one(client: SandboxClient, id: unknown): Promise<unknown> {
  return at(await client.data(ONE, { id }, AS_CLIENT), 'jobPosting');
}

describe("a client's job postings", () => {
  it('are eight, of every kind, the newest first', async () => {
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
    expect(await list(client, { title_eq: 'Nothing is called so' })).toEqual([]);
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
  ])('are none of freelancers who act for %s', async (_, headers) => {
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

  it('that are not there are told', async () => {
    const { client } = await start();
    const { body } = await client.send(ONE, { id: '1' }, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toBe('Opening not found for uid=1');
  });
});

const CREATE = /* GraphQL */ `
  mutation Create($request: JobPostingCreateRequest!) {
    createJobPosting(jobPostingRequest: $request) {
      id
      version
      questionsSaved
      qualificationsSaved
      skillsSaved
    }
  }
`;

const UPDATE = /* GraphQL */ `
  mutation Update($id: ID!, $request: JobPostingUpdateRequest!) {
    updateJobPosting(id: $id, jobPostingRequest: $request) {
      id
      version
    }
  }
`;

const INFO = { title: 'Keep our bees', description: 'Twelve hives on a roof.' };

async function create(client: SandboxClient, request: object): Promise<unknown> {
  const variables = { request: { organizationId: CLIENT, ...request } };
  return at(await client.data(CREATE, variables, AS_CLIENT), 'createJobPosting');
}

async function update(client: SandboxClient, id: unknown, request: object): Promise<unknown> {
  const variables = { id, request: { organizationId: CLIENT, ...request } };
  return at(await client.data(UPDATE, variables, AS_CLIENT), 'updateJobPosting');
}

/** A category, one of its subcategories, and a duration, as a client looks them up. */
async function lookUp(client: SandboxClient) {
  const data = await client.data(`{
    ontologyCategories { id preferredLabel subcategories { id preferredLabel services { id } } }
    proposalMetadata { engagementDurationValues { id label } }
  }`);
  const category = at(data, 'ontologyCategories', 1);
  return {
    category,
    subcategory: at(category, 'subcategories', 0),
    duration: at(data, 'proposalMetadata', 'engagementDurationValues', 2),
  };
}

describe('creating a job posting', () => {
  it('needs a title and a description; the rest gets values', async () => {
    const { client } = await start();
    const created = await create(client, { jobPostingInfo: INFO });
    expect(created).toMatchObject({ version: 1, questionsSaved: false });
    expect(await one(client, at(created, 'id'))).toMatchObject({
      content: INFO,
      visibility: 'PUBLIC_INDEX',
      info: { status: 'REQUESTED' },
      contractTerms: { contractType: 'HOURLY' },
    });
    const [newest] = await list(client, {});
    expect(newest?.id).toBe(at(created, 'id'));
    expect(await received(client, newest?.id)).toEqual([]);
  });

  it('keeps all that was said', async () => {
    const { client } = await start();
    const { category, subcategory, duration } = await lookUp(client);
    const created = await create(client, {
      jobPostingInfo: {
        ...INFO,
        type: 'HOURLY',
        hourlyBudgetMin: '20',
        hourlyBudgetMax: '35.5',
        engagementType: 'FULL_TIME',
        durationId: at(duration, 'id'),
        groupId: at(category, 'id'),
        categoryId: at(subcategory, 'id'),
        freelancersToHire: 2,
        experienceLevel: 'EXPERT',
        access: 'ACCESS_PRIVATE',
        status: 'DRAFT',
      },
      qualifications: { englishProficiency: 'FLUENT', countries: ['Kenya'] },
      questions: [{ question: 'Do bees like you?' }],
    });
    expect(created).toMatchObject({
      questionsSaved: true,
      qualificationsSaved: true,
      skillsSaved: false,
    });
    expect(await one(client, at(created, 'id'))).toMatchObject({
      visibility: 'ACCESS_PRIVATE',
      info: {
        status: 'DRAFT',
        groupId: at(category, 'id'),
        categoryId: at(subcategory, 'id'),
      },
      classification: {
        category: { name: at(category, 'preferredLabel') },
        subCategory: { name: at(subcategory, 'preferredLabel') },
      },
      contractTerms: {
        contractType: 'HOURLY',
        personsToHire: 2,
        experienceLevel: 'EXPERT',
        hourlyContractTerms: {
          engagementType: 'FULL_TIME',
          hourlyBudgetMin: 20,
          hourlyBudgetMax: 35.5,
          engagementDuration: { label: at(duration, 'label') },
        },
      },
      contractorSelection: {
        proposalRequirement: { screeningQuestions: [{ question: 'Do bees like you?' }] },
        qualification: { englishProficiency: 'FLUENT' },
        location: { countries: ['Kenya'] },
      },
    });
  });

  it.each<[string, object]>([
    ['no description', { title: 'Only this' }],
    ['an amount in words', { ...INFO, type: 'FIXED_PRICE', amount: 'much' }],
    ['a name for a category', { ...INFO, groupId: 'Writing' }],
    ['an unknown duration', { ...INFO, durationId: '99' }],
  ])('with %s is refused', async (_, jobPostingInfo) => {
    const { client } = await start();
    const { body } = await client.send(
      CREATE,
      { request: { organizationId: CLIENT, jobPostingInfo } },
      AS_CLIENT,
    );
    expect(at(body, 'errors', 0, 'message')).toContain('VJCA-6');
    expect(await list(client, {})).toHaveLength(8);
  });

  it('is not for freelancers, nor for another organisation', async () => {
    const { client } = await start();
    const request = { organizationId: CLIENT, jobPostingInfo: INFO };
    for (const [headers, organizationId] of [
      [{}, CLIENT],
      [AS_CLIENT, '1'],
    ] as const) {
      const answer = await client.send(
        CREATE,
        { request: { ...request, organizationId } },
        headers,
      );
      expect(at(answer.body, 'errors', 0, 'message')).toBe('Authorization failed');
    }
    expect(await list(client, {})).toHaveLength(8);
  });

  it('needs more than the permission to read', async () => {
    const { sandbox, client } = await start();
    const permissions = sandbox.permissions.filter(
      (name) => name !== 'Job Postings – Read and Write',
    );
    expect(permissions).toContain('Job Postings – Read-Only');
    sandbox.control.setPermissions({ permissions });
    const request = { organizationId: CLIENT, jobPostingInfo: INFO };
    const { body } = await client.send(CREATE, { request }, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toContain('[Mutation.createJobPosting]');
  });
});

describe('updating a job posting', () => {
  it('changes what is said, leaves the rest, and counts the version up', async () => {
    const { sandbox, client } = await start();
    const created = await create(client, {
      jobPostingInfo: { ...INFO, type: 'HOURLY', hourlyBudgetMin: '20' },
      questions: [{ question: 'Do bees like you?' }],
    });
    const id = at(created, 'id');
    sandbox.control.advanceTime({ seconds: 60 });
    const fixed = { title: 'Keep our wasps', type: 'FIXED_PRICE', amount: '450.00' };
    expect(await update(client, id, { jobPostingInfo: fixed })).toEqual({ id, version: 2 });
    expect(await one(client, id)).toMatchObject({
      version: 2,
      info: { auditTime: { modifiedDateTime: '2026-11-20T12:01:00+0000' } },
      content: { title: 'Keep our wasps', description: INFO.description },
      contractTerms: {
        contractType: 'FIXED',
        fixedPriceContractTerms: { amount: { rawValue: '450.0' } },
        hourlyContractTerms: null,
      },
      contractorSelection: {
        proposalRequirement: { screeningQuestions: [{ question: 'Do bees like you?' }] },
      },
    });
  });

  it.each(['FILLED', 'CANCELLED'])('to %s archives the proposals that are open', async (status) => {
    const { client } = await start();
    const [posting] = await postings(client);
    const before = await received(client, posting?.id);
    await update(client, posting?.id, { jobPostingInfo: { status } });
    const after = await received(client, posting?.id);
    const statuses = (proposals: typeof before) =>
      new Set(proposals.map((proposal) => proposal.status));
    expect(statuses(before)).toContain('Created');
    expect(statuses(after)).toEqual(new Set(['Archived', 'Declined', 'Withdrawn']));
    expect(at(await one(client, posting?.id), 'info', 'filledDateTime')).toBe(
      status === 'FILLED' ? new Date(NOON).toISOString().replace('.000Z', '+0000') : null,
    );
  });
});

describe('inviting a freelancer', () => {
  const INVITE = /* GraphQL */ `
    mutation Invite($request: ClientJobInvitationCreateRequestInput!) {
      createClientJobInvitation(clientJobInvitationCreateRequest: $request)
    }
  `;

  it('is counted at the posting, and done once for each', async () => {
    const { client } = await start();
    const [posting] = await postings(client);
    const request = { jobPostingId: posting?.id, freelancerId: '1424000000000000001' };
    const data = await client.data(INVITE, { request }, AS_CLIENT);
    expect(at(data, 'createClientJobInvitation')).toMatch(/^\d{19}$/);
    expect(at(await one(client, posting?.id), 'proposalsStatistics', 'totalInvitesSent')).toBe(1);
    const again = await client.send(INVITE, { request }, AS_CLIENT);
    expect(at(again.body, 'errors', 0, 'message')).toContain('VJCA-6');
  });

  it('to a posting that is closed is refused', async () => {
    const { client } = await start();
    const closed = (await postings(client)).find(({ status }) => status === 'FILLED');
    const request = { jobPostingId: closed?.id, freelancerId: '1424000000000000001' };
    const { body } = await client.send(INVITE, { request }, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toContain('VJCA-6');
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

  it('has the ids by which jobs are found', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    const { subcategory } = await lookUp(client);
    sandbox.control.addJobs({ job: { subcategory: String(at(subcategory, 'preferredLabel')) } });
    sandbox.control.addJobs({ job: { subcategory: 'Another' } });
    const { jobs } = await client.search({ subcategoryIds_any: [at(subcategory, 'id')] });
    expect(jobs).toHaveLength(1);
  });
});
