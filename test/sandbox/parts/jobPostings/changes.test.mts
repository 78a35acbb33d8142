import { postings, received } from '../../../sandboxClient/clientProposals.mts';
import { list, lookUp, one } from '../../../sandboxClient/jobPostings.mts';
import {
  AS_CLIENT,
  at,
  NOON,
  type SandboxClient,
  sandboxForTests,
} from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const CLIENT = AS_CLIENT['X-Upwork-API-TenantId'];

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

describe('creating a job posting', () => {
  it('needs a title and a description; the rest has defaults', async () => {
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

  it('saves all that was sent', async () => {
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

  it('is not allowed to freelancers, nor for another organization', async () => {
    const { client } = await start();
    const request = { organizationId: CLIENT, jobPostingInfo: INFO };
    for (const [headers, organizationId] of [
      [{}, CLIENT],
      [AS_CLIENT, '1'],
    ] as const) {
      const response = await client.send(
        CREATE,
        { request: { ...request, organizationId } },
        headers,
      );
      expect(at(response.body, 'errors', 0, 'message')).toBe('Authorization failed');
    }
    expect(await list(client, {})).toHaveLength(8);
  });

  it('needs more than the permission to read', async () => {
    const { sandbox, client } = await start();
    const permissions = sandbox.permissions.filter(
      (name) => name !== 'Job Postings - Read and Write Access',
    );
    expect(permissions).toContain('Job Postings – Read-Only');
    sandbox.control.setPermissions({ permissions });
    const request = { organizationId: CLIENT, jobPostingInfo: INFO };
    const { body } = await client.send(CREATE, { request }, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toContain('[Mutation.createJobPosting]');
  });
});

describe('updating a job posting', () => {
  it('changes what is sent, leaves the rest, and increments the version', async () => {
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

  it('is counted in the posting, and works once per freelancer', async () => {
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
