import { AGENCY } from '../../sandboxClient/ids.mts';
import { HOUR, ids, JobFeed, MINUTE, delivery, EACH_ONCE, watching } from './jobFeed.mts';

const feed = new JobFeed({ jobs: 0 });
const { clock, upwork } = feed;

describe('Upwork Trigger: what n8n stores', () => {
  it('is enough to go on after a restart', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('pangolin'), clock);
    const emitted: unknown[] = [];
    const posted: string[] = [];
    for (let restart = 0; restart < 5; restart++) {
      clock.advance(MINUTE);
      posted.push(...feed.post('Pangolin survey', { count: 3 }));
      emitted.push(...(await feed.polls(n8n, 3)));
      clock.advance(HOUR);
      posted.push(...feed.post('Pangolin survey', { count: 2 }));
      n8n.restart();
      emitted.push(...ids(await n8n.activate(watching('pangolin'), clock)));
    }
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });

  it('is enough even if n8n has not stored anything for a day, because nothing was new', async () => {
    const known = feed.postOver('Genet spot', 250, 4 * HOUR);
    const n8n = upwork.connected();
    await n8n.activate(watching('genet'), clock);
    const before = feed.post('Genet spot', { count: 3 });
    expect(delivery(await feed.polls(n8n, 2), before)).toEqual(EACH_ONCE);
    expect(await feed.polls(n8n, 24, HOUR)).toEqual([]);
    n8n.restart();
    upwork.control.renewJob({ id: known[0] ?? '' });
    const posted = feed.post('Genet spot', { count: 2 });
    const emitted = ids(await n8n.activate(watching('genet'), clock));
    emitted.push(...(await feed.polls(n8n, 12)));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });

  it('says where to go on when the organization changes', async () => {
    const old = feed.postOver('Fossa leap', 5, HOUR);
    const n8n = upwork.connected();
    await n8n.activate(watching('fossa', { options: { existing: 2 } }), clock);
    expect(await feed.polls(n8n, 2)).toEqual([]);
    clock.advance(MINUTE);
    const posted = feed.post('Fossa leap', { count: 2 });
    clock.advance(HOUR);
    const agency = watching('fossa', { options: { existing: 2, organizationId: AGENCY } });
    const emitted = ids(await n8n.activate(agency, clock));
    emitted.push(...(await feed.polls(n8n, 8)));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
    expect(emitted).not.toContain(old.at(-1));
  });
});

describe('Upwork Trigger: durable cursors', () => {
  const connected = () => upwork.connected({}, { durableCursors: true });

  it('emits what appears after the activation once, over many polls and restarts', async () => {
    feed.postOver('Civet musk', 30, HOUR);
    const n8n = connected();
    expect(await n8n.activate(watching('civet'), clock)).toBeNull();
    const emitted: unknown[] = [];
    const posted: string[] = [];
    for (let poll = 0; poll < 6; poll++) {
      clock.advance(MINUTE);
      posted.push(...feed.post('Civet musk', { count: 3 }));
      emitted.push(...(await feed.polls(n8n, 2)));
      n8n.restart();
      await n8n.activate(watching('civet'), clock);
    }
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });

  it('emits all jobs of a long break although a page takes ten seconds', async () => {
    const n8n = connected();
    await n8n.activate(watching('dhole'), clock);
    clock.advance(4 * HOUR);
    const posted = feed.postOver('Dhole pack', 650, 4 * HOUR);
    upwork.beforeRequest(() => {
      clock.advance(10_000);
    });
    expect(delivery(await feed.polls(n8n, 12), posted)).toEqual(EACH_ONCE);
  });

  it('loses nothing that appears between an activation that read nothing and the next poll', async () => {
    const n8n = connected();
    upwork.control.addFault({ at: 'graphql', kind: 'reset', times: Infinity });
    await n8n.activate(watching('echidna'), clock);
    clock.advance(MINUTE);
    const posted = feed.post('Echidna quill', { count: 3 });
    upwork.control.clearFaults();
    expect(delivery(await feed.polls(n8n, 12), posted)).toEqual(EACH_ONCE);
  });

  it('repeats nothing in a poll for which n8n has read the state before it stored that of the poll before', async () => {
    const n8n = connected();
    await n8n.activate(watching('fennec'), clock);
    const posted = feed.post('Fennec ear', { count: 3 });
    clock.advance(MINUTE);
    const early = n8n.schedulePoll();
    const emitted = ids(await n8n.poll());
    emitted.push(...ids(await early()));
    posted.push(...feed.post('Fennec ear', { count: 2 }));
    clock.advance(1_000);
    emitted.push(...ids(await n8n.poll()));
    emitted.push(...ids(await n8n.poll()));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });

  it('emits again what n8n has not stored after a minute', async () => {
    const n8n = connected();
    await n8n.activate(watching('galago'), clock);
    await feed.polls(n8n, 1);
    const posted = feed.post('Galago call', { count: 3 });
    clock.advance(MINUTE);
    const stored = n8n.storedStaticData;
    expect(delivery(ids(await n8n.poll()), posted)).toEqual(EACH_ONCE);
    n8n.storedStaticData = stored;
    expect(await n8n.poll()).toBeNull();
    clock.advance(MINUTE);
    expect(delivery(ids(await n8n.poll()), posted)).toEqual(EACH_ONCE);
  });
});
