import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AGENCY } from '../../sandboxClient/ids.mts';
import { Upwork } from '../upwork.mts';

const UNKNOWN = '1';

const get: INodeParameters = {
  resource: 'job',
  operation: 'get',
  jobId: '={{ $json.id }}',
};

/** The IDs of the newest jobs, as input items. */
async function someJobs(upwork: Upwork, count: number): Promise<IDataObject[]> {
  const { items } = await upwork
    .connected()
    .run({ resource: 'job', operation: 'search', limit: count });
  upwork.control.resetStats();
  return items.map(({ json }) => ({ id: json.id }));
}

const requests = (upwork: Upwork) => upwork.control.stats().requests.graphql;

describe('reads by id', () => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

  it('of 95 items take 10 requests, and each item has its own job', async () => {
    const input = await someJobs(upwork, 95);
    const { items } = await upwork.connected().run(get, { input });
    expect(requests(upwork)).toBe(10);
    expect(items.map(({ json }) => json.id)).toEqual(input.map(({ id }) => id));
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
  });

  it('return the same as single reads', async () => {
    const input = await someJobs(upwork, 4);
    const n8n = upwork.connected();
    const together = (await n8n.run(get, { input })).items.map(({ json }) => json);
    const singly = await Promise.all(
      input.map(async (item) => (await n8n.run(get, { input: [item] })).items[0]?.json),
    );
    expect(together).toEqual(singly);
  });

  it('take one request per organization', async () => {
    const input = (await someJobs(upwork, 6)).map(({ id }, index) => ({
      id,
      organization: index % 2 === 0 ? '' : AGENCY,
    }));
    const parameters = { ...get, options: { organizationId: '={{ $json.organization }}' } };
    const { items } = await upwork.connected().run(parameters, { input });
    expect(items.map(({ json }) => json.id)).toEqual(input.map(({ id }) => id));
    expect(requests(upwork)).toBe(2);
  });

  it('fail with the first item that fails, without "Continue on Fail"', async () => {
    const input = await someJobs(upwork, 5);
    input.splice(3, 0, { id: UNKNOWN });
    const run = upwork.connected().run(get, { input });
    await expect(run).rejects.toThrow('Upwork has no job with the ID');
    await expect(run).rejects.toMatchObject({ context: { itemIndex: 3 } });
  });

  it('name parameter and item of bad input, and return the others', async () => {
    const input = await someJobs(upwork, 3);
    input.splice(1, 0, { id: 'not an id' });
    const n8n = upwork.connected();
    await expect(n8n.run(get, { input })).rejects.toThrow(
      `'Job' is not a job's ID or URL: "not an id" [item 1]`,
    );
    upwork.control.resetStats();
    const { items } = await n8n.run(get, { input, continueOnFail: true });
    expect(items.map(({ json }) => json.id ?? json.error)).toEqual([
      input[0]?.id,
      expect.stringContaining('[item 1]'),
      input[2]?.id,
      input[3]?.id,
    ]);
    expect(requests(upwork)).toBe(1);
  });
});

describe.each([
  ['Upwork says which one', true, 1],
  ['Upwork does not say which one', false, 8],
])('one read of ten that fails and nulls the rest, if %s', (_how, errorPaths, extra) => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, errorPaths });

  it(`costs at most ${extra} more requests, and the others succeed`, async () => {
    const known = await someJobs(upwork, 9);
    for (const position of [0, 4, 9]) {
      const input = [...known];
      input.splice(position, 0, { id: UNKNOWN });
      upwork.control.resetStats();
      const { items } = await upwork.connected().run(get, { input, continueOnFail: true });
      const expected: unknown[] = known.map(({ id }) => id);
      expected.splice(position, 0, undefined);
      expect(items.map(({ json }) => json.id)).toEqual(expected);
      expect(items[position]?.json.error).toContain('Upwork has no job with the ID');
      expect(requests(upwork)).toBeLessThanOrEqual(1 + extra);
    }
  });

  it('also with any number of failing reads in any position', async () => {
    const known = await someJobs(upwork, 30);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async (isKnown) => {
        const input = isKnown.map((keep, item) => (keep ? (known[item] ?? {}) : { id: UNKNOWN }));
        const { items } = await upwork.connected().run(get, { input, continueOnFail: true });
        expect(items.map(({ json }) => json.id ?? UNKNOWN)).toEqual(input.map(({ id }) => id));
      }),
      { numRuns: 8 },
    );
  });
});

describe('a batch', () => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

  it('is sent again as a whole after an outage', async () => {
    const input = await someJobs(upwork, 10);
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 503, times: 2 });
    const { items } = await upwork.connected().run(get, { input });
    expect(items).toHaveLength(10);
    expect(requests(upwork)).toBe(3);
  });

  it('is sent again in halves after a timeout, down to single reads', async () => {
    const input = await someJobs(upwork, 10);
    upwork.control.addFault({ at: 'graphql', kind: 'errors', times: 3 });
    const { items } = await upwork.connected().run(get, { input });
    expect(items.map(({ json }) => json.id)).toEqual(input.map(({ id }) => id));
    // The whole, its two halves, and theirs.
    expect(requests(upwork)).toBe(7);
  });

  it('reports the error for each item if it fails as a whole', async () => {
    const input = await someJobs(upwork, 3);
    upwork.control.addFault({ at: 'graphql', kind: 'cloudflare', times: 1 });
    const { items } = await upwork.connected().run(get, { input, continueOnFail: true });
    expect(items.map(({ json }) => json.error)).toEqual(
      Array(3).fill(expect.stringContaining("Upwork's web protection blocked the request")),
    );
    expect(requests(upwork)).toBe(1);
  });
});
