import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { delivery, EACH_ONCE, HOUR, ids, JobFeed, MINUTE, watching } from './jobFeed.mts';

const feed = new JobFeed({ jobs: 0 });
const { clock, upwork } = feed;

/** Each search is its label. */
const searching = (...queries: string[]): INodeParameters =>
  watching('', {
    moreSearches: { search: queries.map((query) => ({ label: query.toUpperCase(), query })) },
  });

const labels = (items: IDataObject[] | null): unknown[] =>
  (items ?? []).map(({ title, search }) => [title, search]);

describe('Upwork Trigger: new job, with several searches', () => {
  it('emits a job that several searches find once, with the labels of all', async () => {
    const n8n = upwork.connected();
    await n8n.activate(searching('alpaca', 'llama'), clock);
    for (const [title, ago] of [
      ['Alpaca', 30_000],
      ['Llama', 20_000],
      ['Llama and alpaca', 10_000],
    ] as const) {
      clock.advance(MINUTE);
      feed.post(title, { ago });
    }
    expect(labels(await n8n.poll())).toEqual([
      ['Alpaca', 'ALPACA'],
      ['Llama', 'LLAMA'],
      ['Llama and alpaca', 'ALPACA, LLAMA'],
    ]);
    expect(await feed.polls(n8n, 3)).toEqual([]);
  });

  it('reads ten searches with one request', async () => {
    const n8n = upwork.connected();
    const queries = Array.from({ length: 10 }, (_, index) => `ibex${index}`);
    await n8n.activate(searching(...queries), clock);
    for (let poll = 0; poll < 4; poll++) {
      feed.requests();
      expect(await feed.polls(n8n, 1)).toEqual([]);
      expect(feed.requests()).toBe(1);
    }
    const posted = queries.flatMap((query) => feed.post(query));
    expect(delivery(await feed.polls(n8n, 1), posted)).toEqual(EACH_ONCE);
  });

  it('searches for what the fields of the node say, too', async () => {
    const n8n = upwork.connected();
    const more = { moreSearches: { search: [{ label: 'More', query: 'mongoose' }] } };
    await n8n.activate(watching('marmot', more), clock);
    clock.advance(MINUTE);
    feed.post('Mongoose', { ago: 20_000 });
    feed.post('Marmot', { ago: 10_000 });
    expect(labels(await n8n.poll())).toEqual([
      ['Mongoose', 'More'],
      ['Marmot', 'marmot'],
    ]);
  });

  it('neither loses nor repeats a job when a search is added, edited or removed', async () => {
    const n8n = upwork.connected();
    const posted: string[] = [];
    const emitted: unknown[] = [];
    // What only the edited search finds, and was there before.
    feed.post('Nyala', { count: 3 });
    clock.advance(MINUTE);
    for (const queries of [
      ['meerkat'],
      ['meerkat', 'mandrill'],
      ['mandrill', 'nyala'],
      ['nyala', 'meerkat'],
    ]) {
      emitted.push(...ids(await n8n.activate(searching(...queries), clock)));
      clock.advance(MINUTE);
      posted.push(...queries.flatMap((query) => feed.post(query, { count: 2 })));
      emitted.push(...(await feed.polls(n8n, 2)));
      // Between the last poll and the edit.
      posted.push(...queries.flatMap((query) => feed.post(query)));
      clock.advance(MINUTE);
    }
    emitted.push(...(await feed.polls(n8n, 12)));
    const kept = posted.filter((id) => emitted.includes(id));
    expect(delivery(emitted, kept)).toEqual(EACH_ONCE);
    // Those of a search that was removed before the next poll are gone with it.
    expect(posted.length - kept.length).toBe(2);
  });

  it('loses nothing when the request for all of them fails', async () => {
    const n8n = upwork.connected();
    await n8n.activate(searching('oryx', 'potto'), clock);
    clock.advance(HOUR);
    const posted = [...feed.postOver('Oryx', 150, HOUR), ...feed.postOver('Potto', 150, HOUR)];
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 500, times: 6 });
    expect(delivery(await feed.polls(n8n, 12), posted)).toEqual(EACH_ONCE);
  });

  it('says which search found a job also if they differ only in what is checked afterwards', async () => {
    const n8n = upwork.connected();
    const search = [
      { label: 'Dear', query: 'jaguarundi', filters: { budgetMin: 900 } },
      { label: 'All', query: 'flat' },
    ];
    await n8n.activate(watching('', { moreSearches: { search } }), clock);
    clock.advance(MINUTE);
    feed.post({ title: 'Jaguarundi flat', contractType: 'FIXED', budget: 100 });
    expect(labels(await n8n.poll())).toEqual([['Jaguarundi flat', 'All']]);
    expect(await feed.polls(n8n, 3)).toEqual([]);
  });

  it('goes on with the other searches while one fails', async () => {
    const n8n = upwork.connected();
    await n8n.activate(searching('oncilla', 'kodkod'), clock);
    clock.advance(MINUTE);
    const [found = ''] = feed.post('Oncilla');
    const [hidden = ''] = feed.post('Kodkod');
    const path = ['marketplaceJobPostingsSearch_1'];
    const errors = [{ message: 'Exception occurred', path }];
    upwork.control.addFault({ at: 'graphql', kind: 'partial', times: 1, errors });
    expect(ids(await n8n.poll())).toEqual([found]);
    expect(await feed.polls(n8n, 3)).toEqual([hidden]);
  });

  it.each<[string, INodeParameters, string]>([
    ['an empty one', { search: [{ label: 'Empty', query: '' }] }, 'no filter narrows the search'],
    [
      'eleven',
      { search: Array.from({ length: 11 }, (_, index) => ({ query: `puku${index}` })) },
      'makes 11 searches',
    ],
  ])('refuses %s', async (_what, moreSearches, message) => {
    const n8n = upwork.connected();
    await expect(n8n.activate(watching('', { moreSearches }), clock)).rejects.toThrow(message);
  });
});

describe('Upwork Trigger: renewed jobs', () => {
  const including = (query: string) => watching(query, { options: { includeRenewed: true } });

  it('come again at each renewal if the user wants that, marked as such', async () => {
    const [old = ''] = feed.post('Quoll', { ago: 48 * HOUR });
    const n8n = upwork.connected();
    await n8n.activate(including('quoll'), clock);
    clock.advance(MINUTE);
    const [id = ''] = feed.post('Quoll');
    expect(await n8n.poll()).toMatchObject([{ id, isRenewed: false }]);
    for (const renewed of [old, id, id]) {
      clock.advance(HOUR);
      upwork.control.renewJob({ id: renewed });
      expect(await n8n.poll()).toMatchObject([{ id: renewed, isRenewed: true }]);
      expect(await feed.polls(n8n, 3)).toEqual([]);
    }
  });

  it('do not come for renewals before the option was set', async () => {
    const [id = ''] = feed.post('Rhebok', { ago: 48 * HOUR });
    const n8n = upwork.connected();
    await n8n.activate(watching('rhebok'), clock);
    clock.advance(HOUR);
    upwork.control.renewJob({ id });
    expect(await feed.polls(n8n, 3)).toEqual([]);
    expect(await n8n.activate(including('rhebok'), clock)).toBeNull();
    expect(await feed.polls(n8n, 3)).toEqual([]);
  });
});
