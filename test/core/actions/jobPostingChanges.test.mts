import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { clientProposal, jobPosting, openPostings, records } from '../clientSide.mts';
import { textOf } from '../messaging.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject> =>
  (await records(upwork.connected(), jobPosting(operation, parameters)))[0] ?? {};

const read = async (id: unknown, parameters: INodeParameters = {}) =>
  await run('get', { jobPostingId: String(id), ...parameters });

/** Upwork's own name of the status. */
async function statusOf(id: unknown): Promise<unknown> {
  const { info } = await read(id, { simplify: false });
  return (info as IDataObject).status;
}

const executed = (field: string) => upwork.control.stats().executed[`Mutation.${field}`] ?? 0;

const TEXTS = { title: 'Automate our invoices', description: 'From the mailbox to the ledger.' };

async function openPosting(): Promise<string> {
  const [id = ''] = await openPostings(upwork.connected());
  upwork.control.resetStats();
  return id;
}

describe('job posting: update', () => {
  it('changes what is entered and nothing else', async () => {
    const id = await openPosting();
    const before = await read(id);
    const saved = await run('update', {
      jobPostingId: id,
      updateFields: {
        title: 'A better title',
        keepOpenOnHire: true,
        questions: 'First?\nSecond?',
      },
    });
    expect(saved).toMatchObject({
      title: 'A better title',
      status: null,
      version: 2,
      notSaved: '',
      id,
    });
    expect(await read(id)).toEqual({
      ...before,
      version: 2,
      title: 'A better title',
      screeningQuestions: 'First?\nSecond?',
      modifiedAt: expect.any(String) as string,
    });
  });

  it.each<[string, INodeParameters, string]>([
    ['no change', {}, "'Update Fields' is empty [item 0]"],
    [
      'a budget for hourly work',
      { updateFields: { jobType: 'HOURLY', budget: 5 } },
      "'Budget' only works with fixed-price jobs [item 0]",
    ],
    [
      'a rate for a fixed price',
      { updateFields: { jobType: 'FIXED', hourlyRateMax: 5 } },
      "'Hourly Rate Maximum' only works with hourly jobs",
    ],
    ['an unknown status', { updateFields: { status: 'PAUSED' } }, "'Status' has no choice"],
    ['closing', { updateFields: { status: 'FILLED' } }, "'Status' has no choice"],
  ])('refuses %s before anything is sent', async (_what, bad, words) => {
    const jobPostingId = await openPosting();
    await expect(run('update', { jobPostingId, ...bad })).rejects.toThrow(words);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('fails for a posting that does not exist', async () => {
    const unknown = { jobPostingId: '1', updateFields: { hideBudget: true } };
    await expect(run('update', unknown)).rejects.toThrow(
      'Upwork has no job posting with the ID 1 [item 0]. Nothing was changed on Upwork.',
    );
  });
});

describe('job posting: close', () => {
  it.each([
    ['cancelled', {}, 'CANCELLED'],
    ['filled', { closeAs: 'FILLED' }, 'FILLED'],
  ])('closes a posting as %s, and its proposals are archived', async (_what, closeAs, status) => {
    const { id } = await run('create', TEXTS);
    const jobPostingId = id as string;
    upwork.control.addReceivedProposal({ jobPostingId });
    const { results } = await upwork.connected().listSearch('searchCloseReasons', 'mistake');
    const reason = { __rl: true, mode: 'list', value: results[0]?.value ?? '' };
    const closed = await run('close', { jobPostingId, ...closeAs, reason });
    expect(schemaErrors('savedJobPosting', closed)).toEqual([]);
    expect(closed).toMatchObject({ id, version: 2 });
    expect(await statusOf(jobPostingId)).toBe(status);
    const proposals = await records(upwork.connected(), clientProposal('getAll', { jobPostingId }));
    expect(proposals.map((proposal) => proposal.status)).toEqual(['Archived']);
  });

  it('needs no reason, and leaves the rest of the posting as it is', async () => {
    const { id } = await run('create', TEXTS);
    await run('close', { jobPostingId: id as string });
    expect(await read(id)).toMatchObject(TEXTS);
    expect(await statusOf(id)).toBe('CANCELLED');
  });

  it.each<[string, INodeParameters, string]>([
    ['no posting', {}, "'Job Posting' is empty [item 0]"],
    ['another end', { jobPostingId: '1', closeAs: 'DRAFT' }, "'Close As' has no choice"],
    ['a text as reason', { jobPostingId: '1', reason: 'a mistake' }, "'Reason' is not an ID"],
  ])('refuses %s before anything is sent', async (_what, bad, words) => {
    await expect(run('close', bad)).rejects.toThrow(words);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe('job posting: invite freelancer', () => {
  it('invites, with a letter', async () => {
    const jobPostingId = await openPosting();
    const { invited } = await read(jobPostingId);
    const invitation = { jobPostingId, freelancerId: '77', invitationLetter: 'Have a look?' };
    const record = await run('inviteFreelancer', invitation);
    expect(schemaErrors('invitation', record)).toEqual([]);
    expect(record).toMatchObject({ jobPostingId, freelancerId: '77' });
    expect(await read(jobPostingId)).toMatchObject({ invited: Number(invited) + 1 });
  });

  /** A freelancer whose profile is on Upwork: the ID, and the key in the address of the profile. */
  async function aFreelancer() {
    const posting = await run('create', { ...TEXTS, status: 'REQUESTED' });
    const jobPostingId = posting.id as string;
    upwork.control.addReceivedProposal({ jobPostingId });
    const proposals = clientProposal('getAll', { jobPostingId, simplify: false });
    const [proposal] = await records(upwork.connected(), proposals);
    const id = textOf(proposal?.user as IDataObject, 'id');
    upwork.control.resetStats();
    return { id, key: `~0${id}`, jobPostingId };
  }

  it.each([
    [
      "the URL of the freelancer's profile",
      'url',
      (key: string) => `https://www.upwork.com/freelancers/${key}?s=1`,
    ],
    ['the key in it', 'id', (key: string) => key],
  ])('finds the ID by %s', async (_what, mode, entered) => {
    const { id, key, jobPostingId } = await aFreelancer();
    const freelancerId = { __rl: true, mode, value: entered(key) };
    expect(await run('inviteFreelancer', { jobPostingId, freelancerId })).toMatchObject({
      jobPostingId,
      freelancerId: id,
    });
  });

  it('invites nobody if there is no such profile', async () => {
    const { jobPostingId } = await aFreelancer();
    const invite = run('inviteFreelancer', { jobPostingId, freelancerId: '~01f00' });
    await expect(invite).rejects.toThrow(
      "'Freelancer' names the profile ~01f00, which Upwork can't find",
    );
    expect(executed('createClientJobInvitation')).toBe(0);
  });

  it('names the box to tick if the key can read no profiles, and still accepts an ID', async () => {
    const { id, key, jobPostingId } = await aFreelancer();
    const permissions = upwork.sandbox.permissions.filter((name) => !name.startsWith('Talent'));
    expect(permissions).not.toEqual(upwork.sandbox.permissions);
    upwork.control.setPermissions({ permissions });
    await expect(
      run('inviteFreelancer', { jobPostingId, freelancerId: key }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('"Talent Profile – Read and Write Public"') as string,
    });
    expect(executed('createClientJobInvitation')).toBe(0);
    await run('inviteFreelancer', { jobPostingId, freelancerId: id });
    expect(executed('createClientJobInvitation')).toBe(1);
  });

  it.each([
    ['nobody', '', "'Freelancer' is empty [item 0]"],
    [
      'a name',
      'Ada Example',
      `'Freelancer' is not a freelancer's ID or profile URL: "Ada Example"`,
    ],
    [
      'a profile without its key',
      'https://www.upwork.com/freelancers/adaexample',
      "'Freelancer' is not a freelancer's ID or profile URL",
    ],
    ['two profiles', '~0123 ~0145', "'Freelancer' names more than one"],
  ])('refuses %s before anything is sent', async (_what, freelancerId, words) => {
    const jobPostingId = await openPosting();
    await expect(run('inviteFreelancer', { jobPostingId, freelancerId })).rejects.toThrow(words);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe.each<[string, string, INodeParameters]>([
  ['create', 'createJobPosting', TEXTS],
  ['update', 'updateJobPosting', { updateFields: { title: 'Another title' } }],
  ['close', 'updateJobPosting', {}],
  ['inviteFreelancer', 'createClientJobInvitation', { freelancerId: '88' }],
])('job posting: %s', (operation, field, parameters) => {
  it('names the box to tick if the permission is missing', async () => {
    const jobPostingId = await openPosting();
    const permissions = upwork.sandbox.permissions.filter(
      (name) => name !== 'Job Postings - Read and Write Access',
    );
    upwork.control.setPermissions({ permissions });
    await expect(run(operation, { jobPostingId, ...parameters })).rejects.toMatchObject({
      message: expect.stringContaining('"Job Postings - Read and Write Access"') as string,
    });
    expect(executed(field)).toBe(0);
  });

  it('is executed once if the response is lost, and the error says that it may have been', async () => {
    const jobPostingId = await openPosting();
    upwork.control.addFault({ at: 'graphql', kind: 'reset', when: 'after', times: 1 });
    await expect(run(operation, { jobPostingId, ...parameters })).rejects.toThrow(
      'may have been made. Check on Upwork before you run this again.',
    );
    expect(executed(field)).toBe(1);
  });
});
