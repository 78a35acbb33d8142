import { clientProposal, jobPosting, openPostings, records } from '../clientSide.mts';
import { Upwork } from '../upwork.mts';

describe.each([
  [
    'at most 50 records, and refuses larger pages',
    { largestClientPage: 50, cutsLargeClientPages: false },
  ],
  [
    'at most 50 records, and cuts larger pages',
    { largestClientPage: 50, cutsLargeClientPages: true },
  ],
  [
    'at most 7 records, and cuts larger pages',
    { largestClientPage: 7, cutsLargeClientPages: true },
  ],
])('a list of a client, if Upwork returns %s', (_what, pages) => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, ...pages });

  it('returns all received proposals, each once', async () => {
    const n8n = upwork.connected();
    const [jobPostingId = ''] = await openPostings(n8n);
    const found = await records(n8n, clientProposal('getAll', { jobPostingId, returnAll: true }));
    expect(new Set(found.map(({ id }) => id)).size).toBe(60);
    expect(found).toHaveLength(60);
  });

  it('returns all job postings, each once', async () => {
    const found = await records(upwork.connected(), jobPosting('getAll', { returnAll: true }));
    expect(new Set(found.map(({ id }) => id)).size).toBe(8);
    expect(found).toHaveLength(8);
  });

  it.each(['searchJobPostings', 'searchClientProposals'] as const)(
    'reads the list %s to its end',
    async (list) => {
      const n8n = upwork.connected();
      const [jobPostingId = ''] = await openPostings(n8n);
      const { organizationId } = jobPosting('getAll');
      const entered = {
        organizationId,
        jobPostingId: { __rl: true, mode: 'id', value: jobPostingId },
      };
      const values: unknown[] = [];
      for (let token: string | undefined, more = true; more; more = token !== undefined) {
        const page = await n8n.listSearch(list, '', token, entered);
        values.push(...page.results.map(({ value }) => value));
        token = page.paginationToken;
      }
      expect(new Set(values).size).toBe(list === 'searchJobPostings' ? 8 : 60);
    },
  );
});
