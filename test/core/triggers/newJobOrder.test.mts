import { HOUR, ids, JobFeed, MINUTE, delivery, EACH_ONCE, watching } from './jobFeed.mts';

const feed = new JobFeed({ jobs: 0 });
const { clock, upwork } = feed;

describe('Upwork Trigger: new job, in a list that is not sorted by publication', () => {
  it('emits no old jobs when an older one was renewed before the activation', async () => {
    const old = feed.postOver('Aardvark den', 400, 3 * 24 * HOUR);
    clock.advance(MINUTE);
    upwork.control.renewJob({ id: old[0] ?? '' });
    const n8n = upwork.connected();
    expect(await n8n.activate(watching('aardvark'), clock)).toBeNull();
    feed.close(...old.slice(-3));
    expect(delivery(await feed.polls(n8n, 12), [])).toEqual(EACH_ONCE);
  });

  it('emits all new jobs when a known one was renewed among them', async () => {
    const [known = ''] = feed.post('Bandicoot nest', { ago: 2 * HOUR });
    feed.post('Bandicoot nest', { count: 3 });
    const n8n = upwork.connected();
    await n8n.activate(watching('bandicoot'), clock);
    clock.advance(MINUTE);
    const older = feed.post('Bandicoot nest', { count: 151 });
    clock.advance(MINUTE);
    upwork.control.renewJob({ id: known });
    clock.advance(MINUTE);
    const newer = feed.post('Bandicoot nest', { count: 99 });
    const emitted = await feed.polls(n8n, 3);
    expect(delivery(emitted, [...older, ...newer])).toEqual(EACH_ONCE);
    expect(delivery(emitted.slice(0, 151), older)).toEqual(EACH_ONCE);
  });

  it('does not emit a renewed job again, however long ago it was emitted', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('capybara'), clock);
    const first = feed.post('Capybara pool');
    expect(await feed.polls(n8n, 1)).toEqual(first);
    for (const wait of [HOUR, 12 * HOUR, 72 * HOUR]) {
      await feed.polls(n8n, 12, wait / 12);
      upwork.control.renewJob({ id: first[0] ?? '' });
      expect(await feed.polls(n8n, 3)).toEqual([]);
    }
  });

  it.each([2, 3, 4])(
    'emits jobs that move up while page %i of the list is read, because others are closed',
    async (page) => {
      const title = `Dugong bay ${page}`;
      const n8n = upwork.connected();
      await n8n.activate(watching(`"${title}"`), clock);
      clock.advance(3 * HOUR);
      const posted = feed.postOver(title, 350, 3 * HOUR);
      const closed = posted.slice(-3);
      upwork.beforeRequest((request) => {
        if (request === page) feed.close(...closed);
      });
      const emitted = await feed.polls(n8n, 8);
      const open = posted.slice(0, -3);
      expect(
        delivery(
          emitted.filter((id) => !closed.includes(String(id))),
          open,
        ),
      ).toEqual(EACH_ONCE);
      expect(new Set(emitted).size).toBe(emitted.length);
    },
  );

  it.each([2, 4])(
    'emits jobs once that move down while page %i of the list is read, because others appear',
    async (page) => {
      const title = `Eland herd ${page}`;
      const n8n = upwork.connected();
      await n8n.activate(watching(`"${title}"`), clock);
      clock.advance(3 * HOUR);
      const posted = feed.postOver(title, 350, 3 * HOUR);
      upwork.beforeRequest((request) => {
        if (request === page) posted.push(...feed.post(title, { count: 5 }));
      });
      expect(delivery(await feed.polls(n8n, 3), posted)).toEqual(EACH_ONCE);
    },
  );

  it('emits all jobs of a break while others are closed, renewed and posted between slow polls', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('gaur'), clock);
    clock.advance(4 * HOUR);
    const posted = feed.postOver('Gaur horn', 600, 4 * HOUR);
    const closed: string[] = [];
    const emitted: unknown[] = [];
    upwork.beforeRequest(() => {
      clock.advance(12_000);
    });
    for (let poll = 0; poll < 16; poll++) {
      emitted.push(...(await feed.polls(n8n, 1)));
      if (poll > 5) continue;
      closed.push(...posted.splice(-3));
      feed.close(...closed.slice(-3));
      upwork.control.renewJob({ id: posted[poll * 100] ?? '' });
      posted.push(...feed.post('Gaur horn', { count: 2 }));
    }
    const open = emitted.filter((id) => !closed.includes(String(id)));
    expect(delivery(open, posted)).toEqual(EACH_ONCE);
    expect(new Set(emitted).size).toBe(emitted.length);
  });

  it('emits jobs of the same second once, oldest first', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('fossa'), clock);
    const expected: string[] = [];
    const emitted: unknown[] = [];
    for (let poll = 0; poll < 5; poll++) {
      clock.advance(5 * MINUTE);
      expected.push(...feed.post('Fossa forest', { count: 3 }));
      emitted.push(...ids(await n8n.poll()));
      // In the same second as the poll.
      expected.push(...feed.post('Fossa forest', { count: 3 }));
      emitted.push(...ids(await n8n.poll()));
    }
    expect(delivery(emitted, expected)).toEqual(EACH_ONCE);
  });
});

describe('Upwork Trigger: new job, late', () => {
  it.each([
    ['30 minutes', HOUR / 2, {}],
    ['3 hours', 3 * HOUR, {}],
    ['12 hours', 12 * HOUR, { options: { overlapHours: 24 } }],
  ])('emits jobs that a busy search lists %s late', async (late, ago, options) => {
    const title = `Gnu ${late}`;
    const n8n = upwork.connected();
    await n8n.activate(watching(`"${title}"`, options), clock);
    // Whatever happened before the activation is past.
    expect(await feed.polls(n8n, 13, HOUR)).toEqual([]);
    // Half an hour of these is more than a page.
    const posted = feed.postOver(title, 300, HOUR);
    expect(delivery(await feed.polls(n8n, 3, MINUTE), posted)).toEqual(EACH_ONCE);
    const found = feed.post(title, { ago, count: 3 });
    expect(delivery(await feed.polls(n8n, 12), found)).toEqual(EACH_ONCE);
  });
});
