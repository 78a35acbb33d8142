import type { IDataObject } from 'n8n-workflow';

import { AGENCY } from '../../sandboxClient/ids.mts';
import { schemaErrors } from '../outputSchema.mts';
import { outputRecords, postJobs, proposal, text, withdraw } from '../proposals.mts';
import { Upwork } from '../upwork.mts';

const STATUSES = [
  'Accepted',
  'Activated',
  'Archived',
  'Declined',
  'Hired',
  'Offered',
  'Pending',
  'Withdrawn',
];

// Upwork: which permission own proposals need is not known.
describe.each(['Client Proposals – Read and Write', 'Talent Profile – Read and Write Public'])(
  'own proposals, if they need "%s"',
  (ownProposalsPermission) => {
    const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, ownProposalsPermission });
    const advice =
      'Which permission your own proposals need is not known. Candidates: "Client Proposals – Read and Write" (2 reports), "Talent Profile – Read and Write Public" (1 report). Tick one of them on the key at https://www.upwork.com/developer/keys, then reconnect the credential: changing a key\'s permissions ends its connections.';

    it.each([
      ['get', { proposalId: '1' }],
      ['getAll', {}],
    ])('%s names the possible permissions', async (operation, parameters) => {
      withdraw(upwork, ownProposalsPermission);
      await expect(upwork.connected().run(proposal(operation, parameters))).rejects.toMatchObject({
        message: 'The API key lacks the permission for your own proposals',
        description: expect.stringContaining(advice) as string,
        messages: [expect.stringContaining('Query.vendorProposal')],
      });
    });

    it('are checked by Check Access, which says that the name of the permission is not known', async () => {
      const run = async () => {
        const access = await outputRecords(upwork, {
          resource: 'account',
          operation: 'checkAccess',
        });
        return access.find(({ permission }) => permission === 'Own proposals (name not known)');
      };
      expect(await run()).toMatchObject({ access: 'Granted', whatToDo: null });
      withdraw(upwork, ownProposalsPermission);
      expect(await run()).toMatchObject({
        access: 'Missing',
        whatToDo: advice,
        neededFor:
          'Proposal: Get, Proposal: Get Many, Proposal: Submit, Trigger: New Offer, Trigger: Proposal Status Changed',
      });
    });

    it('are read without the permission for jobs', async () => {
      postJobs(upwork, { applied: true }, 20);
      withdraw(upwork, 'Read marketplace Job Postings');
      expect(await outputRecords(upwork, proposal('getAll', { limit: 1 }))).toHaveLength(1);
    });
  },
);

describe('proposals', () => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

  beforeAll(() => {
    postJobs(upwork, { applied: true, contractType: 'FIXED', budget: 900 }, 150);
  });

  const all = async () => await outputRecords(upwork, proposal('getAll', { returnAll: true }));
  const moments = (records: IDataObject[], name: string) =>
    records.map((record) => text(record[name] ?? record.createdAt));

  it('are all returned, each once, newest first, with their real status', async () => {
    const found = await all();
    expect(found.flatMap((record) => schemaErrors('proposal', record))).toEqual([]);
    // Some of the 150 are the agency's.
    expect(found.length).toBeGreaterThan(100);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect([...new Set(found.map(({ status }) => status))].sort()).toEqual(STATUSES);
    expect(moments(found, 'createdAt')).toEqual(moments(found, 'createdAt').sort().reverse());
  });

  it('take one request for all lists that need another page', async () => {
    const found = await outputRecords(upwork, proposal('getAll', { limit: 10 }));
    expect(found).toHaveLength(10);
    expect(upwork.control.stats().requests.graphql).toBe(1);
    upwork.control.resetStats();
    const everything = await all();
    expect(found).toEqual(everything.slice(0, 10));
    expect(upwork.control.stats().requests.graphql).toBeLessThan(everything.length / 10);
  });

  it("are those with the chosen statuses, although Upwork's lists overlap", async () => {
    const found = await outputRecords(
      upwork,
      proposal('getAll', { returnAll: true, statuses: ['Accepted', 'Hired'] }),
    );
    const expected = (await all()).filter(({ status }) => /Accepted|Hired/.test(text(status)));
    expect(found).toEqual(expected);
    expect(new Set(found.map(({ status }) => status)).size).toBe(2);
  });

  it.each([
    ['createdAscending', 'createdAt', false],
    ['modifiedDescending', 'modifiedAt', true],
    ['modifiedAscending', 'modifiedAt', false],
  ])('are sorted: %s', async (sort, name, isDown) => {
    const found = await outputRecords(upwork, proposal('getAll', { returnAll: true, sort }));
    const sorted = moments(found, name).sort();
    expect(moments(found, name)).toEqual(isDown ? sorted.reverse() : sorted);
    expect(found.length).toBeGreaterThan(100);
  });

  it('are filtered by job, with its ID or URL, and by annotation', async () => {
    const [one, other, ...rest] = await all();
    const jobIds = `${text(one?.jobId)}, ${text(other?.jobUrl)}`;
    expect(await outputRecords(upwork, proposal('getAll', { filters: { jobIds } }))).toEqual([
      one,
      other,
    ]);
    const hidden = await outputRecords(
      upwork,
      proposal('getAll', { filters: { annotation: 'Hidden' } }),
    );
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ isHidden }) => isHidden)).toBe(true);
    expect(rest.some(({ isHidden }) => !isHidden)).toBe(true);
  });

  it('are an empty list, and no error, if there are none', async () => {
    expect(await outputRecords(upwork, proposal('getAll', { filters: { jobIds: '1' } }))).toEqual(
      [],
    );
  });

  it('are those of the organization in use', async () => {
    const organizationId = { __rl: true, mode: 'id', value: AGENCY };
    const found = await outputRecords(
      upwork,
      proposal('getAll', { returnAll: true, options: { organizationId } }),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((record) => record.organizationId))).toEqual(new Set([AGENCY]));
  });

  it.each([
    ['Statuses', { statuses: ['Accepted', 'Sent'] }, 'has no choice "Sent"'],
    ['Jobs', { filters: { jobIds: 'x' } }, "not a job's ID or URL"],
    ['Sort By', { sort: 'best' }, 'has no choice "best"'],
    ['Limit', { limit: 0 }, 'must be 1 or more'],
  ])('refuse bad input: %s', async (label, parameters, problem) => {
    const run = upwork.connected().run(proposal('getAll', parameters));
    await expect(run).rejects.toThrow(new RegExp(`'${label}' .*${problem}.*\\[item 0\\]`));
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it("go without a field that the key can't read", async () => {
    upwork.control.blockFields({ fields: ['VendorProposal.auditDetails'] });
    const { items, hints } = await upwork.connected().run(proposal('getAll', { limit: 3 }));
    expect(items.map(({ json }) => json.createdAt)).toEqual([null, null, null]);
    expect(items.flatMap(({ json }) => schemaErrors('proposal', json))).toEqual([]);
    expect(hints.join()).toContain('VendorProposal.auditDetails');
  });

  it('are returned as raw data if Simplify is off', async () => {
    const [raw] = await outputRecords(upwork, proposal('getAll', { limit: 1, simplify: false }));
    expect(raw).toMatchObject({
      auditDetails: { createdDateTime: { rawValue: expect.stringMatching(/^\d{13}$/) as string } },
    });
  });

  describe('one of them', () => {
    const get = (value: string, mode = 'id') =>
      proposal('get', { proposalId: { __rl: true, mode, value } });

    it('is found by its ID and by its URL', async () => {
      const [first] = await all();
      const id = text(first?.id);
      expect(await outputRecords(upwork, get(id))).toEqual([first]);
      expect(
        await outputRecords(upwork, get(`https://www.upwork.com/ab/proposals/${id}`, 'url')),
      ).toEqual([first]);
      expect(
        await outputRecords(
          upwork,
          get(`https://www.upwork.com/nx/proposals/interview/uid/${id}`, 'url'),
        ),
      ).toEqual([first]);
    });

    it('shares its request with nine others', async () => {
      const input = (await all()).slice(0, 10).map(({ id }) => ({ id }));
      upwork.control.resetStats();
      const parameters = proposal('get', { proposalId: '={{ $json.id }}' });
      const { items } = await upwork.connected().run(parameters, { input });
      expect(items.map(({ json }) => json.id)).toEqual(input.map(({ id }) => id));
      expect(upwork.control.stats().requests.graphql).toBe(1);
    });

    it.each([
      ['1', 'Upwork has no proposal with the ID 1 [item 0]'],
      ['abc', "'Proposal' is not a proposal's ID or URL: \"abc\" [item 0]"],
      ['', "'Proposal' is empty [item 0]"],
    ])('is refused as "%s"', async (value, problem) => {
      await expect(upwork.connected().run(get(value))).rejects.toThrow(problem);
    });

    it('can be chosen from a list, which can be searched by title and status', async () => {
      const newest = (await all()).slice(0, 100);
      const n8n = upwork.connected();
      const { results } = await n8n.listSearch('searchProposals');
      expect(results.map(({ value }) => value)).toEqual(newest.map(({ id }) => id));
      const hired = await n8n.listSearch('searchProposals', '(hired)');
      expect(hired.results.map(({ value }) => value)).toEqual(
        newest.filter(({ status }) => status === 'Hired').map(({ id }) => id),
      );
      expect((await n8n.listSearch('searchProposals', 'zzzz')).results).toEqual([]);
    });

    it('can be chosen from those of the organization that is chosen in the node', async () => {
      const organizationId = { __rl: true, mode: 'id', value: AGENCY };
      const agencys = await outputRecords(
        upwork,
        proposal('getAll', { options: { organizationId }, returnAll: true }),
      );
      const { results } = await upwork
        .connected()
        .listSearch('searchProposals', '', undefined, { options: { organizationId } });
      expect(results.map(({ value }) => value)).toEqual(agencys.map(({ id }) => id));
      expect(results).not.toEqual([]);
    });
  });
});

describe('proposal: get reasons', () => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

  it('returns those that Upwork offers, or all that it has', async () => {
    const reasons = await outputRecords(upwork, proposal('getReasons'));
    expect(reasons.flatMap((record) => schemaErrors('reason', record))).toEqual([]);
    expect(reasons[0]).toEqual({
      id: '200',
      reason: 'Applied by mistake',
      alias: 'applied_by_mistake',
    });
    const more = await outputRecords(upwork, proposal('getReasons', { includeHidden: true }));
    expect(more.length).toBe(reasons.length + 1);
  });

  it('returns those of the chosen type, and refuses unknown types', async () => {
    const [first] = await outputRecords(
      upwork,
      proposal('getReasons', { reasonType: 'PROPOSAL_DECLINE' }),
    );
    expect(first).toMatchObject({ reason: 'Not interested in this kind of work' });
    // Declining a proposal is the client's matter: Received Proposal: Decline has a list.
    for (const reasonType of ['PROPOSAL_REJECT', 'FUN']) {
      await expect(upwork.connected().run(proposal('getReasons', { reasonType }))).rejects.toThrow(
        "'Reasons For' has no choice",
      );
    }
  });

  it('names the missing permission', async () => {
    withdraw(upwork, 'Common Entities – Read-Only');
    await expect(upwork.connected().run(proposal('getReasons'))).rejects.toMatchObject({
      message: expect.stringContaining(
        'The API key lacks the permission "Common Entities – Read-Only"',
      ) as string,
    });
  });
});
