import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../sandbox/index.mts';
import type { Instance } from '../instance.mts';
import { HOUR, ids, JobFeed, MINUTE, delivery, EACH_ONCE, watching } from './jobFeed.mts';

const feed = new JobFeed({ jobs: 0 });
const { clock, upwork } = feed;

/** What n8n emits if the trigger is edited while a poll is under way, which ends after the new activation. */
async function editDuringPoll(n8n: Instance, edited: INodeParameters): Promise<unknown[]> {
  const emitted: unknown[] = [];
  upwork.beforeRequest(async (request) => {
    if (request === 1) emitted.push(...ids(await n8n.activate(edited, clock)));
  });
  clock.advance(MINUTE);
  emitted.push(...ids(await n8n.poll()));
  return emitted;
}

describe('Upwork Trigger: an activation that fails', () => {
  const TOO_LONG = 'okapi'.padEnd(341, ' OR okapi');

  it.each<[string, INodeParameters, () => void, string]>([
    [
      'the key lacks the permission',
      watching('okapi'),
      () => {
        upwork.control.setPermissions({ permissions: [] });
      },
      'The API key lacks the permission',
    ],
    [
      'the connection is dead',
      watching('okapi'),
      () => {
        upwork.control.revokeTokens();
      },
      'My Upwork',
    ],
    ['the query is too long', watching(TOO_LONG), () => undefined, 'could not run the search'],
    [
      'the organization is not one of the user',
      watching('okapi', { options: { organizationId: { mode: 'id', value: '999' } } }),
      () => undefined,
      'The organization in use is none of yours',
    ],
    ['nothing narrows the search', watching(' '), () => undefined, 'no filter narrows the search'],
  ])('says so at every try if %s', async (_what, trigger, prepare, message) => {
    const n8n = upwork.connected();
    prepare();
    await expect(n8n.activate(trigger, clock)).rejects.toThrow(message);
  });

  it('succeeds when the cause is removed, and emits what has appeared since then', async () => {
    const n8n = upwork.connected();
    upwork.control.setPermissions({ permissions: [] });
    await expect(n8n.activate(watching('pika'), clock)).rejects.toThrow();
    upwork.control.setPermissions({ permissions: upwork.sandbox.permissions });
    clock.advance(HOUR);
    await n8n.activate(watching('pika'), clock);
    clock.advance(MINUTE);
    const posted = feed.post('Pika hay', { count: 3 });
    expect(delivery(await feed.polls(n8n, 12), posted)).toEqual(EACH_ONCE);
  });
});

describe('Upwork Trigger: an activation that meets a passing fault', () => {
  it.each<[string, Pick<Fault, 'kind' | 'status' | 'errors'>]>([
    ['a 429', { kind: 'status', status: 429 }],
    ['a 503', { kind: 'status', status: 503 }],
    ['a dropped connection', { kind: 'reset' }],
    ['an HTML page', { kind: 'html' }],
    ['an exception of Upwork', { kind: 'errors', errors: [{ message: 'Exception occurred' }] }],
  ])('succeeds, and loses nothing that appears afterwards (%s)', async (what, fault) => {
    const title = `Quagga ${what}`;
    feed.postOver(title, 30, HOUR);
    clock.advance(MINUTE);
    const n8n = upwork.connected();
    upwork.control.addFault({ at: 'graphql', times: Infinity, ...fault });
    expect(await n8n.activate(watching(`"${title}"`), clock)).toBeNull();
    clock.advance(MINUTE);
    const posted = feed.post(title, { count: 3 });
    upwork.control.clearFaults();
    expect(delivery(await feed.polls(n8n, 12), posted)).toEqual(EACH_ONCE);
  });

  it('emits what appears before it could read anything, after a restart too', async () => {
    const n8n = upwork.connected();
    upwork.control.addFault({ at: 'graphql', kind: 'reset', times: Infinity });
    await n8n.activate(watching('ratel'), clock);
    clock.advance(MINUTE);
    const posted = feed.post('Ratel den', { count: 3 });
    clock.advance(MINUTE);
    n8n.restart();
    upwork.control.clearFaults();
    const emitted = ids(await n8n.activate(watching('ratel'), clock));
    emitted.push(...(await feed.polls(n8n, 3)));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });
});

describe('Upwork Trigger: an edit', () => {
  it('of other settings while a poll is under way neither loses nor repeats anything', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('serval'), clock);
    clock.advance(MINUTE);
    const posted = feed.post('Serval ear', { count: 3 });
    const emitted = await editDuringPoll(n8n, watching('serval', { simplify: false }));
    clock.advance(MINUTE);
    posted.push(...feed.post('Serval ear', { count: 2 }));
    emitted.push(...(await feed.polls(n8n, 3)));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });

  it('of the query while a poll is under way takes effect at once', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('takin'), clock);
    clock.advance(MINUTE);
    const old = feed.post('Uakari tree', { count: 3, ago: HOUR });
    const emitted = await editDuringPoll(n8n, watching('uakari'));
    clock.advance(MINUTE);
    const posted = feed.post('Uakari tree', { count: 3 });
    emitted.push(...(await feed.polls(n8n, 3)));
    expect(
      delivery(
        emitted.filter((id) => !old.includes(String(id))),
        posted,
      ),
    ).toEqual(EACH_ONCE);
  });

  it('of the query emits what has appeared since the last poll, without a flood', async () => {
    const n8n = upwork.connected();
    feed.post('Vicuna wool', { count: 3 });
    await n8n.activate(watching('wombat'), clock);
    await feed.polls(n8n, 12);
    feed.post('Vicuna wool', { count: 3 });
    await feed.polls(n8n, 1);
    clock.advance(MINUTE);
    const posted = feed.post('Vicuna wool', { count: 2 });
    clock.advance(MINUTE);
    const emitted = ids(await n8n.activate(watching('vicuna'), clock));
    emitted.push(...(await feed.polls(n8n, 12)));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });

  it('of the organization loses nothing that has appeared since the last poll', async () => {
    const n8n = upwork.connected();
    const acting = (value: string) =>
      watching('walrus', { options: { organizationId: { mode: 'id', value } } });
    const { items } = await n8n.run({ resource: 'account', operation: 'getOrganizations' });
    const [first, second] = items.map(({ json }) => json.id as string);
    await n8n.activate(acting(first ?? ''), clock);
    await feed.polls(n8n, 2);
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 503, times: Infinity });
    const posted: string[] = [];
    for (let hour = 0; hour < 10; hour++) {
      clock.advance(HOUR);
      posted.push(...feed.post('Walrus tusk', { count: 2 }));
      await n8n.poll().catch(() => null);
    }
    upwork.control.clearFaults();
    const emitted = ids(await n8n.activate(acting(second ?? ''), clock));
    emitted.push(...(await feed.polls(n8n, 3)));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });

  it('of the query and back repeats nothing', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('xerus'), clock);
    clock.advance(MINUTE);
    const posted = feed.post('Xerus burrow', { count: 3 });
    const emitted = await feed.polls(n8n, 1);
    clock.advance(MINUTE);
    emitted.push(...ids(await n8n.activate(watching('xerus OR yapok'), clock)));
    clock.advance(MINUTE);
    posted.push(...feed.post('Xerus burrow'), ...feed.post('Yapok stream'));
    emitted.push(...(await feed.polls(n8n, 1)));
    emitted.push(...ids(await n8n.activate(watching('xerus'), clock)));
    emitted.push(...(await feed.polls(n8n, 12)));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });
});

describe('Upwork Trigger: a workflow that is unpublished while a poll is under way', () => {
  it('emits the jobs of that poll when it is published again, if n8n has dropped them', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('zebu'), clock);
    const posted = feed.post('Zebu hump', { count: 2 });
    const emitted = await feed.polls(n8n, 2);
    clock.advance(MINUTE);
    posted.push(...feed.post('Zebu hump', { count: 3 }));
    upwork.beforeRequest((request) => {
      if (request === 1) n8n.deactivate();
    });
    emitted.push(...ids(await n8n.poll()));
    clock.advance(MINUTE);
    emitted.push(...ids(await n8n.activate(watching('zebu'), clock)));
    emitted.push(...(await feed.polls(n8n, 12)));
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });
});

describe('Upwork Trigger: two triggers in one workflow, one of which is edited', () => {
  it('lose and repeat nothing until n8n is restarted', async () => {
    const first = upwork.connected();
    const second = upwork.connected({}, { besides: first });
    await first.activate(watching('zorilla'), clock);
    await second.activate(watching('zokor'), clock);
    const [posted, emitted]: [string[], unknown[]] = [[], []];
    for (let edit = 0; edit < 3; edit++) {
      clock.advance(MINUTE);
      posted.push(...feed.post('Zorilla', { count: 2 }), ...feed.post('Zokor', { count: 2 }));
      emitted.push(...(await feed.polls(first, 2)), ...(await feed.polls(second, 2)));
      emitted.push(...ids(await second.activate(watching('zokor', { simplify: false }), clock)));
      clock.advance(MINUTE);
      posted.push(...feed.post('Zorilla', { count: 2 }), ...feed.post('Zokor', { count: 2 }));
      emitted.push(...(await feed.polls(second, 2)), ...(await feed.polls(first, 2)));
    }
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });
});
