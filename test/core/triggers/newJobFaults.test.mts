import type { Fault } from '../../sandbox/index.mts';
import { HOUR, ids, JobFeed, MINUTE, delivery, EACH_ONCE, watching } from './jobFeed.mts';

const feed = new JobFeed({ jobs: 0 });
const { clock, upwork } = feed;

type Cause = Pick<Fault, 'kind' | 'status' | 'errors'>;

const EXCEPTION: Cause = { kind: 'errors', errors: [{ message: 'Exception occurred' }] };

describe('Upwork Trigger: faults', () => {
  it.each<[string, Cause]>([
    ['503s', { kind: 'status', status: 503 }],
    ['dropped connections', { kind: 'reset' }],
    ["Upwork's exceptions", EXCEPTION],
  ])('stays quiet at first, then reports %s, less and less often', async (what, fault) => {
    const n8n = upwork.connected();
    await n8n.activate(watching(`"dingo ${what}"`), clock);
    feed.requests();
    upwork.control.addFault({ at: 'graphql', times: Infinity, ...fault });
    const failures: number[] = [];
    const polls = 60;
    for (let poll = 1; poll <= polls; poll++) {
      clock.advance(MINUTE);
      await n8n.poll().catch(() => failures.push(poll));
    }
    expect(failures.length).toBeGreaterThanOrEqual(1);
    expect(failures.length).toBeLessThanOrEqual(4);
    expect(failures[0]).toBeGreaterThan(5);
    expect(feed.requests()).toBeLessThan(polls);
  });

  it.each<[string, Cause]>([
    ['a 503', { kind: 'status', status: 503 }],
    ['an exception of Upwork', EXCEPTION],
  ])('fails no execution for %s, and loses nothing', async (what, fault) => {
    const title = `Wallaby ${what}`;
    const n8n = upwork.connected();
    await n8n.activate(watching(`"${title}"`), clock);
    clock.advance(MINUTE);
    const posted = feed.post(title, { count: 3 });
    upwork.control.addFault({ at: 'graphql', times: 4, ...fault });
    expect(delivery(await feed.polls(n8n, 6), posted)).toEqual(EACH_ONCE);
  });

  it('emits everything after an outage of ten hours', async () => {
    const trigger = watching('wallaroo', { options: { overlapHours: 12 } });
    const n8n = upwork.connected();
    await n8n.activate(trigger, clock);
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 503, times: Infinity });
    const posted: string[] = [];
    for (let poll = 0; poll < 40; poll++) {
      clock.advance(HOUR / 4);
      posted.push(...feed.post('Wallaroo rock', { count: 8 }));
      await n8n.poll().catch(() => null);
    }
    upwork.control.clearFaults();
    expect(delivery(await feed.polls(n8n, 6, HOUR / 4), posted)).toEqual(EACH_ONCE);
  });

  it('does not poll twice at the same time', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('gecko'), clock);
    clock.advance(MINUTE);
    const posted = feed.post('Gecko foot', { count: 3 });
    feed.requests();
    const emitted = await Promise.all([n8n.poll(), n8n.poll(), n8n.poll()]);
    expect(delivery(emitted.flatMap(ids), posted)).toEqual(EACH_ONCE);
    expect(feed.requests()).toBe(1);
  });
});
