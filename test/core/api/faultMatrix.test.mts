import type { INodeParameters } from 'n8n-workflow';

import { systemClock } from '../../../nodes/Upwork/api/clock.ts';
import { TIMEOUT_MS } from '../../../nodes/Upwork/api/http/send.ts';
import type { Fault } from '../../sandbox/index.mts';
import type { Instance } from '../instance.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

/** The outcome of a request that meets a fault once: it `recovers`, or the user sees this error. */
type Expected = string;

const UNCERTAIN = 'may have been made. Check on Upwork before you run this again.';

interface Row {
  fault: string;
  is: Partial<Fault>;
  /** Whether the request times out before the response arrives. */
  timesOut?: boolean;
  reads: Expected;
  /** Defaults to `reads`; differs if the error may concern only one of the reads. */
  batch?: Expected;
  /** Defaults to `reads`; `passes` if the poll returns nothing and a later one succeeds. */
  poll?: Expected;
  /** A user's own query. Defaults to `reads`. */
  raw?: Expected;
  /** A user's own mutation. Defaults to `reads`. */
  mutation?: Expected;
  /** How often Upwork executed the mutation. */
  executed: 0 | 1;
}

const DENIED =
  "The client or authentication token doesn't have enough oauth2 permissions/scopes to access: [Query.user].";

const errorsWith = (message: string, classification = 'DataFetchingException'): Partial<Fault> => ({
  kind: 'errors',
  errors: [{ message, extensions: { classification } }],
});

const NEVER: Partial<Fault> = { kind: 'delay', ms: 3_600_000 };

const MATRIX: Row[] = [
  { fault: '401', is: { status: 401 }, reads: 'recovers', executed: 1 },
  { fault: '429', is: { status: 429 }, reads: 'recovers', executed: 1 },
  {
    fault: '429 with Retry-After',
    is: { status: 429, headers: { 'Retry-After': '10' } },
    reads: 'recovers',
    executed: 1,
  },
  ...[408, 500, 502, 503, 504].map(
    (status): Row => ({
      fault: String(status),
      is: { status },
      reads: 'recovers',
      mutation: UNCERTAIN,
      executed: 0,
    }),
  ),
  ...[408, 500, 502, 503, 504].map(
    (status): Row => ({
      fault: `${status} after it was executed`,
      is: { status, when: 'after' },
      reads: 'recovers',
      mutation: UNCERTAIN,
      executed: 1,
    }),
  ),
  {
    fault: 'html with a 502 after it was executed',
    is: { kind: 'html', status: 502, when: 'after' },
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 1,
  },
  {
    fault: '400',
    is: { status: 400 },
    reads: 'Upwork refused the request (HTTP 400)',
    executed: 0,
  },
  {
    fault: 'a redirect',
    is: { status: 302, headers: { Location: 'http://127.0.0.1:9/elsewhere' } },
    reads: 'Upwork refused the request (HTTP 302)',
    executed: 0,
  },
  {
    fault: 'html',
    is: { kind: 'html', when: 'after' },
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 1,
  },
  {
    fault: 'cloudflare',
    is: { kind: 'cloudflare' },
    reads: "Upwork's web protection blocked the request",
    poll: 'passes',
    executed: 0,
  },
  {
    fault: 'empty',
    is: { kind: 'empty', when: 'after' },
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 1,
  },
  {
    fault: 'cutOff',
    is: { kind: 'cutOff', when: 'after' },
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 1,
  },
  {
    fault: 'reset at once',
    is: { kind: 'reset' },
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 0,
  },
  {
    fault: 'reset in the middle of the response',
    is: { kind: 'reset', when: 'after' },
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 1,
  },
  { fault: 'delay', is: { kind: 'delay', ms: 20 }, reads: 'recovers', executed: 1 },
  {
    fault: 'no response in time',
    is: NEVER,
    timesOut: true,
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 0,
  },
  {
    fault: 'no response in time, although it was executed',
    is: { ...NEVER, when: 'after' },
    timesOut: true,
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 1,
  },
  {
    fault: 'errors: a timeout after it was executed',
    is: { ...errorsWith('Transform timeout'), when: 'after' },
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 1,
  },
  {
    fault: 'errors: a timeout',
    is: errorsWith('Transform timeout'),
    reads: 'recovers',
    mutation: UNCERTAIN,
    executed: 0,
  },
  {
    fault: 'errors: a resolver failed',
    is: errorsWith('Exception occurred'),
    reads: 'Upwork could not carry this out',
    raw: 'Upwork could not execute the query: Exception occurred',
    batch: 'recovers',
    poll: 'passes',
    mutation: UNCERTAIN,
    executed: 0,
  },
  {
    fault: 'errors: the wrong organization',
    is: errorsWith('Authorization failed'),
    reads: 'Upwork does not allow this for ',
    batch: 'recovers',
    mutation: 'Upwork does not allow this for Robin Sandbox. Nothing was changed on Upwork.',
    executed: 0,
  },
  {
    fault: 'errors: an invalid value',
    is: errorsWith('VJCA-6: Input parameter provided has incorrect value'),
    reads: 'Upwork does not accept one of the values',
    batch: 'recovers',
    mutation: 'one of the values. Nothing was changed on Upwork.',
    executed: 0,
  },
  {
    fault: 'errors: a permission is missing',
    is: errorsWith(DENIED, 'ExecutionAborted'),
    reads: 'The API key lacks the permission',
    executed: 0,
  },
  {
    fault: 'errors: the document is not valid',
    is: errorsWith('Validation error of type FieldUndefined: …', 'ValidationError'),
    reads: "Upwork's API did not accept the query of this node",
    raw: 'Correct the query: …',
    mutation: 'Correct the query: … Nothing was changed',
    executed: 0,
  },
  {
    fault: 'partial',
    is: { kind: 'partial', errors: [{ message: 'A field is missing' }] },
    reads: 'recovers',
    executed: 1,
  },
];

const job = (operation: string, parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'job',
  operation,
  ...parameters,
});

async function jobIds(n8n: Instance, count: number): Promise<string[]> {
  const { items } = await n8n.run(job('search', { limit: count }));
  return items.map(({ json }) => json.id as string);
}

const ROOMS =
  '{ roomList(pagination: { first: 20 }) { edges { node { id readOnly blockDateTime } } } }';

/** One that accepts messages. */
async function aRoom(n8n: Instance): Promise<string> {
  const { items } = await n8n.run({ resource: 'graphql', operation: 'execute', query: ROOMS });
  return (
    /"id":"([^"]+)","readOnly":false,"blockDateTime":null/.exec(JSON.stringify(items))?.[1] ?? ''
  );
}

/** Every kind of operation: its preparation, then the operation itself, which returns a count. */
const READS: [string, (n8n: Instance) => Promise<() => Promise<unknown>>][] = [
  [
    'read one',
    async (n8n) => {
      const [id = ''] = await jobIds(n8n, 1);
      return async () => (await n8n.run(job('get', { jobId: id }))).items.length;
    },
  ],
  [
    'read page',
    async (n8n) =>
      await Promise.resolve(async () => (await n8n.run(job('search', { limit: 1 }))).items.length),
  ],
  [
    'batched read',
    async (n8n) => {
      const input = (await jobIds(n8n, 10)).map((id) => ({ id }));
      const get = job('get', { jobId: '={{ $json.id }}' });
      return async () => (await n8n.run(get, { input })).items.length / 10;
    },
  ],
  [
    'raw query',
    async (n8n) =>
      await Promise.resolve(async () => {
        const query = '{ user { id } }';
        return (await n8n.run({ resource: 'graphql', operation: 'execute', query })).items.length;
      }),
  ],
  [
    'poll',
    async (n8n) => {
      const trigger: INodeParameters = { event: 'newJob', query: 'Quokka' };
      await n8n.activate(trigger);
      upwork.control.addJobs({ job: { title: 'Quokka quartet' } });
      return async () => (await n8n.poll())?.length;
    },
  ],
  [
    'list search',
    async (n8n) =>
      await Promise.resolve(
        async () => (await n8n.listSearch('searchJobs', 'Quokka')).results.length > 0 && 1,
      ),
  ],
];

/** The next request times out as soon as this returns true. */
function endNextTimeout(isDue: () => boolean): void {
  const timeout = systemClock.timeout.bind(systemClock);
  let isNext = true;
  jest.spyOn(systemClock, 'timeout').mockImplementation((ms) => {
    if (ms !== TIMEOUT_MS || !isNext) return timeout(ms);
    isNext = false;
    const controller = new AbortController();
    const end = async () => {
      while (!isDue()) await new Promise(setImmediate);
      controller.abort(new DOMException('The time is up', 'TimeoutError'));
    };
    void end();
    return controller.signal;
  });
}

/** Less than the timeout of a request: code that ignores its signal fails. */
const LIMIT_MS = TIMEOUT_MS - 5_000;

describe.each(MATRIX)('$fault', (row) => {
  const { is, reads, batch = reads, raw = reads, poll = reads, mutation = reads, executed } = row;
  const meetFault = () => {
    upwork.control.resetStats();
    upwork.control.addFault({ at: 'graphql', kind: 'status', times: 1, ...is });
    if (row.timesOut) {
      endNextTimeout(() => {
        const { requests, executed } = upwork.control.stats();
        return is.when === 'after' ? Object.keys(executed).length > 0 : requests.graphql > 0;
      });
    }
  };

  // Each 429 slows the process down; this lets the next test start at full speed.
  afterEach(async () => {
    await systemClock.sleep(20 * 60_000);
  });

  const exceptions: Record<string, Expected> = { 'batched read': batch, 'raw query': raw, poll };
  const classes = READS.map(([name, prepare]) => ({
    name,
    prepare,
    expected: exceptions[name] ?? reads,
  }));

  it.each(classes)(
    '$name: $expected',
    async ({ prepare, expected }) => {
      const read = await prepare(upwork.connected());
      meetFault();
      if (expected === 'recovers') await expect(read()).resolves.toBe(1);
      else if (expected === 'passes') await expect(read()).resolves.toBeUndefined();
      else await expect(read()).rejects.toThrow(expected);
    },
    LIMIT_MS,
  );

  it(
    `mutation: ${mutation}, and executed ${executed} times`,
    async () => {
      const n8n = upwork.connected();
      const room = await aRoom(n8n);
      meetFault();
      const run = n8n.run({
        resource: 'graphql',
        operation: 'execute',
        allowMutations: true,
        query: `mutation { createRoomStoryV2(input: { roomId: "${room}", message: "Hello" }) { id } }`,
      });
      if (mutation === 'recovers') await expect(run).resolves.toHaveProperty('items.length', 1);
      else await expect(run).rejects.toThrow(mutation);
      expect(upwork.control.stats().executed['Mutation.createRoomStoryV2'] ?? 0).toBe(executed);
    },
    LIMIT_MS,
  );
});
