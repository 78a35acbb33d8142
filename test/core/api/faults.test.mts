import { inspect } from 'node:util';

import type { INodeParameters } from 'n8n-workflow';

import { systemClock } from '../../../nodes/Upwork/api/clock.ts';
import type { Fault } from '../../sandbox/index.mts';
import { isOpenInterview, message, roomIdThat } from '../messaging.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork();

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 1 };

const FOREVER = 1_000;

describe('faults of Upwork', () => {
  it.each<[string, Partial<Fault>, string]>([
    ['too many requests', { kind: 'status', status: 429 }, 'received too many requests'],
    ['a server error', { kind: 'status', status: 502 }, 'not available at the moment (HTTP 502)'],
    ['a dropped connection', { kind: 'reset' }, 'could not be reached'],
    ['an HTML page', { kind: 'html' }, 'Upwork sent an HTML page instead of data'],
    ['an empty response', { kind: 'empty' }, 'Upwork sent an empty response'],
    ['a truncated response', { kind: 'cutOff', when: 'after' }, 'cut off or not JSON'],
    ['a timeout inside a 200', { kind: 'errors' }, 'Upwork took too long to answer'],
  ])('%s: is retried, and reported if it persists', async (_what, fault, message) => {
    upwork.control.addFault({ at: 'graphql', kind: 'status', times: 2, ...fault });
    expect((await upwork.connected().run(search)).items).toHaveLength(1);

    upwork.control.resetStats();
    upwork.control.addFault({ at: 'graphql', kind: 'status', times: FOREVER, ...fault });
    const run = upwork.connected().run(search);
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
    const { graphql } = upwork.control.stats().requests;
    expect(graphql).toBe(fault.status === 429 ? 10 : 4);
  });

  it.each<[string, Partial<Fault>, string]>([
    ['a Cloudflare page', { kind: 'cloudflare' }, "Upwork's web protection blocked the request"],
    ['a bad request', { kind: 'status', status: 400 }, 'Upwork refused the request (HTTP 400)'],
    [
      'an error of a resolver',
      { kind: 'errors', errors: [{ message: 'VJCA-6: Input parameter has incorrect value' }] },
      'Upwork does not accept one of the values',
    ],
  ])('%s: is reported after one request', async (_what, fault, message) => {
    upwork.control.addFault({ at: 'graphql', kind: 'status', times: FOREVER, ...fault });
    await expect(upwork.connected().run(search)).rejects.toThrow(message);
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });

  it.each(['graphql', 'token'] as const)(
    'a Cloudflare page at the %s endpoint: does not fail a poll',
    async (at) => {
      const n8n = upwork.connected();
      const trigger: INodeParameters = { event: 'newJob', query: 'n8n' };
      await n8n.activate(trigger);
      if (at === 'token') upwork.control.expireAccessTokens();
      upwork.control.addFault({ at, kind: 'cloudflare', times: FOREVER });
      expect(await n8n.poll()).toBeNull();
    },
  );

  it('a missing permission: names the box to tick', async () => {
    upwork.control.setPermissions({ permissions: ['Common Entities – Read-Only'] });
    const run = upwork.connected().run(search);
    await expect(run).rejects.toThrow('The API key lacks the permission');
    await expect(run).rejects.toMatchObject({
      message: expect.stringContaining(
        'The API key lacks the permission "Read marketplace Job Postings"',
      ) as string,
      failure: { cause: 'configuration-invalid' },
    });
  });

  it('partial data: returned, with a hint', async () => {
    upwork.control.addFault({
      at: 'graphql',
      times: 1,
      kind: 'partial',
      errors: [
        {
          message: 'Cannot return null for non-nullable type',
          path: ['marketplaceJobPostingsSearch', 'edges', 0],
        },
      ],
    });
    const { items, hints } = await upwork.connected().run({ ...search, limit: 50 });
    expect(items).toHaveLength(50);
    expect(hints).toEqual([
      'Upwork returned only part of the data: Cannot return null for non-nullable type.',
    ]);
  });

  it('an experience level that is null: the job is still returned', async () => {
    const [added] = upwork.control.addJobs({ job: { title: 'Lemur loom', experienceLevel: null } });
    const { items, hints } = await upwork.connected().run({ ...search, query: 'lemur' });
    expect(items.map(({ json }) => json.id)).toEqual([added?.id]);
    expect(hints).toEqual([]);
  });
});

describe('the rate limit', () => {
  it('is kept by parallel runs of one process: Upwork rejects none of their requests', async () => {
    const n8n = upwork.connected();
    const input = Array.from({ length: 20 }, () => ({}));
    const read = message('getAll', { roomId: await roomIdThat(n8n, isOpenInterview), limit: 1 });
    upwork.control.resetStats();
    await Promise.all([n8n.run(read, { input }), n8n.run(read, { input })]);
    const stats = upwork.control.stats();
    expect(stats).toMatchObject({ requests: { graphql: 40 }, refused429: 0 });
    expect(stats.maxPerSecond).toBeLessThanOrEqual(10);
  });
});

describe('a 429 that asks to wait for an hour', () => {
  const refuse = (retryAfter: string) => {
    upwork.control.addFault({
      at: 'graphql',
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': retryAfter },
      times: 1,
    });
  };
  const UNTIL = /accepts none until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/;
  const wait = async (ms: number) => {
    await systemClock.sleep(ms);
  };

  it.each(['3600', '259200', '9'.repeat(40)])('(%s) is reported at once', async (retryAfter) => {
    refuse(retryAfter);
    await expect(upwork.connected().run(search)).rejects.toMatchObject({
      message: expect.stringMatching(UNTIL) as string,
      failure: { cause: 'rate-limited', retryAfterMs: 3_600_000 },
    });
    await wait(3_660_000);
    expect((await upwork.connected().run(search)).items).toHaveLength(1);
  });

  it('is reported to all other callers in the meantime, and nothing is sent', async () => {
    refuse('3600');
    const n8n = upwork.connected();
    const trigger: INodeParameters = { event: 'newJob', query: 'n8n' };
    const input = Array.from({ length: 30 }, () => ({}));
    await expect(n8n.run(search, { input })).rejects.toThrow(UNTIL);
    const { graphql } = upwork.control.stats().requests;
    await expect(n8n.run(search)).rejects.toThrow(UNTIL);
    await expect(n8n.listSearch('searchJobs')).rejects.toThrow(UNTIL);
    expect(await n8n.activate(trigger)).toBeNull();
    expect(upwork.control.stats().requests.graphql).toBe(graphql);
    await wait(3_660_000);
  });

  it('makes the caller wait if the time is short enough', async () => {
    const n8n = upwork.connected();
    refuse('60');
    expect((await n8n.run(search)).items).toHaveLength(1);
    refuse('60');
    await expect(n8n.listSearch('searchJobs')).rejects.toMatchObject({
      message: expect.stringMatching(UNTIL) as string,
      failure: { retryAfterMs: 60_000 },
    });
    await expect(n8n.listSearch('searchJobs')).rejects.toThrow(UNTIL);
    expect((await n8n.run(search)).items).toHaveLength(1);
  });
});

describe('waiting', () => {
  /** As if Upwork never responded; the timeouts are a hundred times shorter than usual, or less where several follow. */
  const silence: Fault = { at: 'graphql', kind: 'delay', ms: 3_600_000, times: FOREVER };
  const shorten = (times = 100) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / times));
  };

  it('ends when the execution is cancelled: nothing more is sent', async () => {
    const stop = new AbortController();
    upwork.control.addFault(silence);
    const input = Array.from({ length: 1_000 }, () => ({}));
    const run = upwork.connected().run(search, { input, cancelSignal: stop.signal });
    await arrived(1);
    stop.abort();
    await expect(run).rejects.toThrow('The execution was cancelled');
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });

  it('of a poll ends within 45 seconds, without failing it', async () => {
    const n8n = upwork.connected();
    const trigger: INodeParameters = { event: 'newJob', query: 'n8n' };
    await n8n.activate(trigger);
    upwork.control.resetStats();
    upwork.control.addFault(silence);
    shorten(20);
    expect(await n8n.poll()).toBeNull();
    // One attempt of 30 seconds, and a second one that the 33 seconds of a poll cut short.
    expect(upwork.control.stats().requests.graphql).toBe(2);
  });

  it('of a list in the editor ends within 20 seconds', async () => {
    upwork.control.addFault(silence);
    shorten();
    await expect(upwork.connected().listSearch('searchJobs')).rejects.toThrow(
      'Upwork did not respond in time',
    );
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });

  it('of a list in the editor ends even while it waits for the limiter: nothing is sent', async () => {
    const n8n = upwork.connected();
    const read = message('getAll', { roomId: await roomIdThat(n8n, isOpenInterview) });
    upwork.control.resetStats();
    upwork.control.addFault(silence);
    const stop = new AbortController();
    const input = Array.from({ length: 10 }, () => ({}));
    const run = n8n.run(read, { input, cancelSignal: stop.signal });
    await arrived(5);
    shorten();
    await expect(n8n.listSearch('searchJobs')).rejects.toMatchObject({
      message: "The request waited too long for Upwork's rate limit",
      apiFailure: { notExecuted: true, timedOut: false },
    });
    stop.abort();
    await expect(run).rejects.toThrow('The execution was cancelled');
    expect(upwork.control.stats().requests.graphql).toBe(5);
  });

  async function arrived(count: number): Promise<void> {
    while (upwork.control.stats().requests.graphql < count) await new Promise(setImmediate);
  }
});

describe('secrets', () => {
  it.each<[string, Partial<Fault>]>([
    ['a refused request', { kind: 'status', status: 400 }],
    ['a dropped connection', { kind: 'reset' }],
    ['an error of a resolver', { kind: 'errors', errors: [{ message: 'no' }] }],
  ])('are not in the error after %s', async (_what, fault) => {
    const n8n = upwork.connected();
    upwork.control.addFault({ at: 'graphql', kind: 'status', times: FOREVER, ...fault });
    const [result] = await Promise.allSettled([n8n.run(search)]);
    expect(result).toMatchObject({ status: 'rejected' });
    expect(secretsIn(result, n8n.credentials.stored)).toEqual([]);
  });

  it("are not in the error of a token that can't be renewed", async () => {
    const n8n = upwork.connected({ clientSecret: 'a-secret-that-is-wrong' });
    upwork.control.expireAccessTokens();
    const [result] = await Promise.allSettled([n8n.run(search)]);
    expect(result).toMatchObject({ status: 'rejected' });
    expect(secretsIn(result, n8n.credentials.stored)).toEqual([]);
  });
});

/** The credential's secrets that occur anywhere in a value, including causes and hidden fields. */
function secretsIn(value: unknown, credential: object | null): string[] {
  const { clientSecret, oauthTokenData } = { clientSecret: '', oauthTokenData: {}, ...credential };
  const { access_token: accessToken, refresh_token: refreshToken } = {
    access_token: '',
    refresh_token: '',
    ...oauthTokenData,
  };
  const text = inspect(value, { depth: Infinity, showHidden: true });
  return [clientSecret, accessToken, refreshToken].filter(
    (secret) => secret !== '' && text.includes(secret),
  );
}
