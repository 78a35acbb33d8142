import type { Fault } from '../../sandbox/index.mts';
import { HOURLY, postJobs, submit } from '../proposals.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const submitted = () => upwork.control.submittedProposals();
const executed = () => upwork.control.stats().executed['Mutation.createJobProposal'] ?? 0;

describe('proposal: submit is sent once', () => {
  const UNCERTAIN = 'may have been made. Check on Upwork before you run this again.';

  it.each<[string, Partial<Fault>, string, number]>([
    ['429', { status: 429 }, 'Upwork received too many requests', 0],
    ['503', { status: 503 }, UNCERTAIN, 0],
    ['503 after it was executed', { status: 503, when: 'after' }, UNCERTAIN, 1],
    ['a reset', { kind: 'reset', when: 'after' }, UNCERTAIN, 1],
    ['a truncated response', { kind: 'cutOff', when: 'after' }, UNCERTAIN, 1],
    ['an empty response', { kind: 'empty', when: 'after' }, UNCERTAIN, 1],
  ])('and %s is reported', async (_what, fault, words, times) => {
    const jobId = postJobs(upwork, HOURLY)[0] ?? '';
    upwork.control.addFault({
      at: 'graphql',
      kind: 'status',
      operation: 'ProposalSubmit',
      times: 1,
      ...fault,
    });
    const run = upwork.connected().run(submit(jobId));
    await expect(run).rejects.toThrow(words);
    expect(executed()).toBe(times);
    expect(submitted().proposals.filter((one) => one.jobId === jobId)).toHaveLength(times);
  });

  it('and a response without a proposal is reported, with what to do', async () => {
    const [jobId = ''] = postJobs(upwork, HOURLY);
    const body = { data: { createJobProposal: null } };
    const operation = 'ProposalSubmit';
    upwork.control.addFault({
      at: 'graphql',
      kind: 'status',
      status: 200,
      body,
      operation,
      times: 1,
    });
    await expect(upwork.connected().run(submit(jobId))).rejects.toThrow(
      'Upwork did not confirm the proposal, so it may have been submitted. Check your proposals on Upwork before you run this again.',
    );
  });

  it('by your own query too', async () => {
    const query =
      'mutation { createJobProposal(input: { jobReference: 1, coverLetter: "", teamOrgId: 1 }) { error } }';
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 429, times: 1 });
    const run = upwork
      .connected()
      .run({ resource: 'graphql', operation: 'execute', query, allowMutations: true });
    await expect(run).rejects.toThrow('Upwork received too many requests');
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });
});
