import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { clientProposal, jobPosting, openPostings, records } from '../clientSide.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject> =>
  (await records(upwork.connected(), jobPosting(operation, parameters)))[0] ?? {};

const read = async (id: unknown, parameters: INodeParameters = {}) =>
  await run('get', { jobPostingId: String(id), ...parameters });

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
      updateFields: { title: 'A better title', keepOpenOnHire: true },
      questions: 'First?\nSecond?',
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

  it('closes a posting, and its proposals are archived', async () => {
    const { id } = await run('create', TEXTS);
    const jobPostingId = id as string;
    upwork.control.addReceivedProposal({ jobPostingId });
    const { results } = await upwork.connected().listSearch('searchCloseReasons', 'mistake');
    await run('update', {
      jobPostingId,
      updateFields: {
        status: 'CANCELLED',
        reasonRid: { __rl: true, mode: 'list', value: results[0]?.value ?? '' },
      },
    });
    expect(await read(id)).toMatchObject({ status: 'Cancelled' });
    const proposals = await records(upwork.connected(), clientProposal('getAll', { jobPostingId }));
    expect(proposals.map(({ status }) => status)).toEqual(['Archived']);
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
    ['an unknown status', { updateFields: { status: 'PAUSED' } }, "'Status' must be"],
  ])('refuses %s before anything is sent', async (_what, bad, words) => {
    const jobPostingId = await openPosting();
    await expect(run('update', { jobPostingId, ...bad })).rejects.toThrow(words);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('fails for a posting that does not exist', async () => {
    const unknown = { jobPostingId: '1', updateFields: { premium: true } };
    await expect(run('update', unknown)).rejects.toThrow("Upwork can't find this job");
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

  it.each([
    ['nobody', '', "'Freelancer ID' is empty [item 0]"],
    ['a name', 'Ada Example', `'Freelancer ID' is not an ID: "Ada Example" [item 0]`],
  ])('refuses %s before anything is sent', async (_what, freelancerId, words) => {
    const jobPostingId = await openPosting();
    await expect(run('inviteFreelancer', { jobPostingId, freelancerId })).rejects.toThrow(words);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe.each<[string, string, INodeParameters]>([
  ['create', 'createJobPosting', TEXTS],
  ['update', 'updateJobPosting', { updateFields: { title: 'Another title' } }],
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
