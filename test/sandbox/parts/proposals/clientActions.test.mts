import {
  type ListedProposal,
  postings,
  received,
} from '../../../sandboxClient/clientProposals.mts';
import { AS_CLIENT, at, sandboxForTests } from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const INCORRECT = 'VJCA-6: Input parameter provided has incorrect value';

/** `Mutation(argument: Type)` for each of the client's actions. */
const ACTIONS = {
  shortlistClientProposal: ['clientProposalShortlistRequest', 'ClientProposalShortlistRequest'],
  hideClientProposal: ['clientProposalHideRequest', 'ClientProposalHideRequest!'],
  markClientProposalAsRead: ['clientProposalReadRequest', 'ClientProposalReadRequest'],
  declineClientProposal: ['clientProposalDeclineRequest', 'ClientProposalDeclineRequest'],
  messageClientProposal: ['clientProposalMessageRequest', 'ClientProposalMessageRequest'],
} as const;

type ActionName = keyof typeof ACTIONS;

function mutation(name: ActionName): string {
  const [argument, type] = ACTIONS[name];
  return `mutation Act($request: ${type}) {
    ${name}(${argument}: $request) { status proposal { id status { status } } }
  }`;
}

/** A sandbox with one more proposal, unchanged since it was submitted. */
async function startWithOne() {
  const { sandbox, client } = await start({ jobs: 0 });
  const [posting] = await postings(client);
  if (!posting) throw new Error('The client has no job posting');
  const { id } = sandbox.control.addReceivedProposal({ jobPostingId: posting.id });
  const target = { proposalId: id, jobPostingId: posting.id };
  return {
    sandbox,
    client,
    posting,
    target,
    act: async (name: ActionName, request: object = {}) =>
      (await client.send(mutation(name), { request: { ...target, ...request } }, AS_CLIENT)).body,
    read: async (): Promise<ListedProposal | undefined> =>
      (await received(client, posting.id)).find((proposal) => proposal.id === id),
  };
}

describe('what a client does with a proposal', () => {
  it.each<[ActionName, object, object]>([
    ['shortlistClientProposal', { shortlisted: true }, { annotations: ['Shortlisted'] }],
    ['hideClientProposal', { hide: true }, { annotations: ['Hidden'] }],
    ['markClientProposalAsRead', {}, { annotations: ['Read'] }],
    ['messageClientProposal', { message: 'Hello' }, { status: 'Activated', annotations: [] }],
    [
      'declineClientProposal',
      { reason: '301' },
      { status: 'Declined', reason: { id: '301', reason: 'Rate too high', description: null } },
    ],
    [
      'declineClientProposal',
      { otherReason: 'We wait' },
      { status: 'Declined', reason: { id: '0', reason: 'Other', description: 'We wait' } },
    ],
  ])('%s %j is executed once, and persists', async (name, request, changed) => {
    const { sandbox, target, act, read } = await startWithOne();
    expect(await read()).toMatchObject({
      status: 'Created',
      annotations: [],
      modifiedBy: undefined,
    });
    expect(await act(name, request)).toMatchObject({
      data: { [name]: { status: 'SUCCESS', proposal: { id: target.proposalId } } },
    });
    expect(await read()).toMatchObject({ ...changed, modifiedBy: 'Robin Sandbox' });
    expect(sandbox.control.stats().executed[`Mutation.${name}`]).toBe(1);
  });

  it('can be undone, if the request has a switch', async () => {
    const { act, read } = await startWithOne();
    await act('shortlistClientProposal', { shortlisted: true });
    await act('hideClientProposal', { hide: true });
    await act('shortlistClientProposal', { shortlisted: false });
    expect(await read()).toMatchObject({ annotations: ['Hidden'] });
    await act('hideClientProposal', { hide: false });
    expect(await read()).toMatchObject({ annotations: [] });
  });

  it.each<[string, ActionName, object]>([
    ['with an unknown proposal', 'markClientProposalAsRead', { proposalId: '1' }],
    ['with another posting', 'markClientProposalAsRead', { jobPostingId: '1' }],
    ['with an unknown reason', 'declineClientProposal', { reason: '1' }],
    ['with an empty message', 'messageClientProposal', { message: ' ' }],
  ])('%s is refused: %s', async (_, name, request) => {
    const { act, read } = await startWithOne();
    const before = await read();
    expect(at(await act(name, request), 'errors', 0, 'message')).toBe(INCORRECT);
    expect(await read()).toEqual(before);
  });

  it('declines a proposal only once', async () => {
    const { act } = await startWithOne();
    await act('declineClientProposal');
    expect(at(await act('declineClientProposal'), 'errors', 0, 'message')).toBe(INCORRECT);
  });

  it('is counted in the statistics of the posting', async () => {
    const { client, posting, act } = await startWithOne();
    const statistics = async () => {
      const data = await client.data(
        `query Counts($id: ID!) { jobPosting(jobPostingId: $id) {
          proposalsStatistics { totalProposals totalMessaged totalShortlisted }
        } }`,
        { id: posting.id },
        AS_CLIENT,
      );
      const counts = at(data, 'jobPosting', 'proposalsStatistics');
      return ['totalProposals', 'totalMessaged', 'totalShortlisted'].map((name) =>
        Number(at(counts, name)),
      );
    };
    const [proposals = 0, messaged = 0, shortlisted = 0] = await statistics();
    expect(proposals).toBe(61);
    await act('messageClientProposal', { message: 'Hello' });
    await act('shortlistClientProposal', { shortlisted: true });
    expect(await statistics()).toEqual([61, messaged + 1, shortlisted + 1]);
  });

  it('is refused to freelancers, and without the permission', async () => {
    const { sandbox, client, target } = await startWithOne();
    const query = mutation('markClientProposalAsRead');
    const refused = await client.send(query, { request: target });
    expect(at(refused.body, 'errors', 0, 'message')).toBe('Authorization failed');
    const needed = 'Client Proposals – Read and Write';
    sandbox.control.setPermissions({
      permissions: sandbox.permissions.filter((name) => name !== needed),
    });
    const { body } = await client.send(query, { request: target }, AS_CLIENT);
    expect(at(body, 'errors', 0, 'message')).toContain('[Mutation.markClientProposalAsRead]');
  });
});
