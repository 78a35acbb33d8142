import type { INodeParameters } from 'n8n-workflow';

import { CLIENT } from '../../sandboxClient/ids.mts';
import { openPostings } from '../clientSide.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const AS_CLIENT: INodeParameters = {
  organizationId: { __rl: true, mode: 'list', value: CLIENT },
};

describe('the list of job postings', () => {
  it('shows those of the organization that is chosen in the node', async () => {
    const n8n = upwork.connected();
    const { results } = await n8n.listSearch('searchJobPostings', '', undefined, AS_CLIENT);
    expect(results).toHaveLength(8);
    const [first] = results;
    expect(first).toEqual({
      name: expect.any(String) as string,
      value: expect.stringMatching(/^\d+$/) as string,
      url: `https://www.upwork.com/jobs/~02${String(first?.value)}`,
    });
    const typed = String(first?.name).replace(/ \(.*/, '');
    const found = await n8n.listSearch('searchJobPostings', typed, undefined, AS_CLIENT);
    expect(found.results).toContainEqual(first);
    expect(found.results.length).toBeLessThan(8);
  });

  it('says which of them are drafts, open or closed', async () => {
    const { results } = await upwork
      .connected()
      .listSearch('searchJobPostings', '', undefined, AS_CLIENT);
    for (const { name } of results) {
      expect(name).toMatch(/.+ \((Cancelled|Deleted Draft|Draft|Filled|Open)\)$/);
    }
    expect(results.map(({ name }) => name).join()).toMatch(
      /\(Draft\).*\(Open\)|\(Open\).*\(Draft\)/,
    );
  });

  it('reads the organization from the options, too', async () => {
    const n8n = upwork.connected();
    const { results } = await n8n.listSearch('searchJobPostings', '', undefined, {
      options: AS_CLIENT,
    });
    expect(results).toHaveLength(8);
  });

  it("shows those of the credential's organization if the node has none, or an expression", async () => {
    const credential = upwork.connected({ organizationId: CLIENT });
    for (const organizationId of ['', '={{ $json.organization }}']) {
      const { results } = await credential.listSearch('searchJobPostings', '', undefined, {
        organizationId,
      });
      expect(results).toHaveLength(8);
    }
  });

  it('names the organizations to choose from if the one in use is not a client', async () => {
    await expect(upwork.connected().listSearch('searchJobPostings')).rejects.toMatchObject({
      message: 'Robin Sandbox is a freelancer; this needs a client organization',
      description: 'In the field Organization choose Sandbox Client Ltd.',
    });
  });
});

describe('the list of proposals', () => {
  it('shows those for the posting that is chosen in the node, page by page', async () => {
    const n8n = upwork.connected();
    const [value = ''] = await openPostings(n8n);
    for (const jobPostingId of [
      { __rl: true, mode: 'list', value },
      { __rl: true, mode: 'url', value: `https://www.upwork.com/jobs/~02${value}` },
    ]) {
      const current = { ...AS_CLIENT, jobPostingId };
      const first = await n8n.listSearch('searchClientProposals', '', undefined, current);
      const token = first.paginationToken as string;
      const second = await n8n.listSearch('searchClientProposals', '', token, current);
      const values = [...first.results, ...second.results].map((result) => result.value);
      expect(new Set(values).size).toBe(60);
      const end = second.paginationToken as string;
      // Only an empty page shows that the list has ended.
      expect(await n8n.listSearch('searchClientProposals', '', end, current)).toEqual({
        results: [],
      });
    }
  });

  it('finds what was typed', async () => {
    const n8n = upwork.connected();
    const [jobPostingId = ''] = await openPostings(n8n);
    const freelancer = { name: 'Wilhelmina Quokka' };
    const { id } = upwork.control.addReceivedProposal({ jobPostingId, proposal: { freelancer } });
    const current = { ...AS_CLIENT, jobPostingId };
    const { results } = await n8n.listSearch('searchClientProposals', 'quokka', undefined, current);
    expect(results).toEqual([{ name: 'Wilhelmina Quokka (Created)', value: id }]);
  });

  it('asks for the posting first', async () => {
    const run = upwork.connected().listSearch('searchClientProposals', '', undefined, AS_CLIENT);
    await expect(run).rejects.toThrow('Choose the job posting first');
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe('the list of organizations', () => {
  it('says what each of them is', async () => {
    const { results } = await upwork.connected().listSearch('searchOrganizations');
    expect(results.map(({ name }) => name)).toEqual([
      'Robin Sandbox (Freelancer)',
      'Sandbox Agency (Agency)',
      'Sandbox Client Ltd (Client)',
    ]);
  });
});

describe('the lists for a posting', () => {
  it.each([
    ['searchCategories', /^[^–]+$/],
    ['searchSubcategories', /.+ – .+/],
    ['searchOccupations', /.+ – .+/],
    ['searchDurations', /week|month/],
    ['searchDeclineReasons', /./],
    ['searchCloseReasons', /./],
  ] as const)('%s returns names and IDs, and finds what was typed', async (list, names) => {
    const n8n = upwork.connected();
    const { results } = await n8n.listSearch(list);
    expect(results.length).toBeGreaterThan(1);
    for (const { name } of results) expect(name).toMatch(names);
    const typed = results[1]?.name.toUpperCase() ?? '';
    const found = await n8n.listSearch(list, typed);
    expect(found.results).toContainEqual(results[1]);
    expect((await n8n.listSearch(list, 'xylophonequartz')).results).toEqual([]);
  });

  it('name the box to tick if the permission is missing', async () => {
    const permissions = upwork.sandbox.permissions.filter((name) => !name.startsWith('Ontology'));
    upwork.control.setPermissions({ permissions });
    await expect(upwork.connected().listSearch('searchCategories')).rejects.toMatchObject({
      message: expect.stringContaining(
        'The API key lacks the permission "Ontology – Read-Only"',
      ) as string,
    });
  });
});
