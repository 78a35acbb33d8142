import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { clientProposal, openPostings, records } from '../clientSide.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

/** The parameters that identify a proposal that has just arrived. */
async function newProposal() {
  const [jobPostingId = ''] = await openPostings(upwork.connected());
  const { id: proposalId } = upwork.control.addReceivedProposal({ jobPostingId });
  upwork.control.resetStats();
  return { jobPostingId, proposalId };
}

const run = async (operation: string, parameters: INodeParameters) =>
  (await records(upwork.connected(), clientProposal(operation, parameters)))[0];

const executed = (field: string) => upwork.control.stats().executed[`Mutation.${field}`] ?? 0;

interface Change {
  operation: string;
  field: string;
  parameters?: INodeParameters;
  expected: IDataObject;
}

const CHANGES: Change[] = [
  {
    operation: 'shortlist',
    field: 'shortlistClientProposal',
    expected: { isShortlisted: true, status: 'Created' },
  },
  {
    operation: 'hide',
    field: 'hideClientProposal',
    parameters: {
      reason: { __rl: true, mode: 'list', value: '301' },
      additionalFields: { otherReason: 'Not a fit' },
    },
    expected: { isHidden: true, status: 'Created' },
  },
  {
    operation: 'markAsRead',
    field: 'markClientProposalAsRead',
    expected: { isRead: true, status: 'Created' },
  },
  {
    operation: 'message',
    field: 'messageClientProposal',
    parameters: { message: 'Can you start on Monday?' },
    expected: { status: 'Activated' },
  },
  {
    operation: 'decline',
    field: 'declineClientProposal',
    parameters: { reason: '301', additionalFields: { message: 'Thank you for your proposal' } },
    expected: { status: 'Declined' },
  },
];

describe.each(CHANGES)(
  'received proposal: $operation',
  ({ operation, field, parameters = {}, expected }) => {
    it('changes the proposal, in one request', async () => {
      const target = await newProposal();
      const changed = await run(operation, { ...target, ...parameters });
      expect(upwork.control.stats().requests.graphql).toBe(1);
      expect(executed(field)).toBe(1);
      expect(schemaErrors('clientProposalChange', changed ?? {})).toEqual([]);
      const { jobPostingId, proposalId: id } = target;
      expect(changed).toMatchObject({ id, jobPostingId, isPending: false, ...expected });
      expect(await run('get', { proposalId: id })).toMatchObject(expected);
    });

    it('refuses an invalid proposal before anything is sent', async () => {
      const { jobPostingId } = await newProposal();
      const bad = run(operation, { jobPostingId, proposalId: 'that one', ...parameters });
      await expect(bad).rejects.toThrow(`'Proposal' is not a proposal's ID: "that one" [item 0]`);
      expect(upwork.control.stats().requests.graphql).toBe(0);
    });

    it('refuses an empty posting before anything is sent', async () => {
      const { proposalId } = await newProposal();
      const bad = run(operation, { jobPostingId: '', proposalId, ...parameters });
      await expect(bad).rejects.toThrow("'Job Posting' is empty [item 0]");
      expect(upwork.control.stats().requests.graphql).toBe(0);
    });

    it('names the box to tick if the permission is missing', async () => {
      const target = await newProposal();
      const permissions = upwork.sandbox.permissions.filter((name) => !name.startsWith('Client P'));
      upwork.control.setPermissions({ permissions });
      await expect(run(operation, { ...target, ...parameters })).rejects.toMatchObject({
        message: expect.stringContaining(
          'The API key lacks the permission "Client Proposals – Read and Write"',
        ) as string,
      });
      expect(executed(field)).toBe(0);
    });

    it('is executed once if the response is lost, and the error says that it may have been', async () => {
      const target = await newProposal();
      upwork.control.addFault({ at: 'graphql', kind: 'reset', when: 'after', times: 1 });
      await expect(run(operation, { ...target, ...parameters })).rejects.toThrow(
        'may have been made. Check on Upwork before you run this again.',
      );
      expect(executed(field)).toBe(1);
      expect(await run('get', { proposalId: target.proposalId })).toMatchObject(expected);
    });
  },
);

describe('received proposal', () => {
  it.each([
    ['shortlist', 'removeFromShortlist', 'isShortlisted'],
    ['hide', 'unhide', 'isHidden'],
  ])('%s is undone by %s', async (operation, inverse, mark) => {
    const target = await newProposal();
    expect(await run(operation, target)).toMatchObject({ [mark]: true });
    expect(await run(inverse, target)).toMatchObject({ [mark]: false });
    expect(await run('get', { proposalId: target.proposalId })).toMatchObject({ [mark]: false });
  });

  it('decline sends the reason from the list, or your own', async () => {
    const { results } = await upwork.connected().listSearch('searchDeclineReasons', 'rate');
    expect(results).toEqual([{ name: 'Rate too high', value: '301' }]);
    const first = await newProposal();
    await run('decline', { ...first, reason: { __rl: true, mode: 'list', value: '301' } });
    expect(await run('get', first)).toMatchObject({ reason: 'Rate too high' });
    const second = await newProposal();
    await run('decline', { ...second, additionalFields: { otherReason: 'We build it ourselves' } });
    expect(await run('get', second)).toMatchObject({ reason: 'We build it ourselves' });
  });

  it.each<[string, string, INodeParameters, string]>([
    [
      'decline',
      'two reasons',
      { reason: '301', additionalFields: { otherReason: 'Other' } },
      "'Other Reason' can't be combined with 'Reason' [item 0]",
    ],
    [
      'decline',
      'a long message',
      { additionalFields: { message: 'x'.repeat(10_241) } },
      "'Message' has 10241 characters",
    ],
    ['message', 'no message', { message: '  ' }, "'Message' is empty [item 0]"],
    ['message', 'a long message', { message: 'x'.repeat(10_241) }, "'Message' has 10241"],
  ])('%s refuses %s before anything is sent', async (operation, _what, bad, words) => {
    const target = await newProposal();
    await expect(run(operation, { ...target, ...bad })).rejects.toThrow(words);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('are reported as far as Upwork returns them', async () => {
    const target = await newProposal();
    upwork.control.addFault({
      at: 'graphql',
      kind: 'partial',
      times: 1,
      errors: [{ message: 'Not now', path: ['changed', 'proposal'] }],
    });
    const { items, hints } = await upwork.connected().run(clientProposal('shortlist', target));
    expect(items.flatMap(({ json }) => schemaErrors('clientProposalChange', json))).toEqual([]);
    expect(items[0]?.json).toMatchObject({ id: target.proposalId, isShortlisted: null });
    expect(hints[0]).toContain('Not now');
  });

  it('changes run item by item, and one that fails does not stop the others', async () => {
    const target = await newProposal();
    const input = [target, { ...target, proposalId: '1' }, target];
    const parameters = clientProposal('markAsRead', {
      jobPostingId: '={{ $json.jobPostingId }}',
      proposalId: '={{ $json.proposalId }}',
    });
    const { items } = await upwork.connected().run(parameters, { input, continueOnFail: true });
    expect(items.map(({ json }) => json.isRead ?? json.error)).toEqual([
      true,
      'Upwork does not accept one of the values. Nothing was changed on Upwork.',
      true,
    ]);
  });
});
