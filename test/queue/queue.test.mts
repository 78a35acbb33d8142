import { Console } from 'node:console';
import { N8nClient } from '../n8n/client.mts';
import { printLine } from '../n8n/progress.mts';
import { until } from '../n8n/until.mts';
import {
  everySeconds,
  NEW_JOBS_NODE,
  newJobsWorkflow,
  sandboxCredential,
} from '../n8n/workflows.mts';
import { type Sandbox, startSandbox, type Stats } from '../sandbox/index.mts';
import { type Cluster, type Member, startCluster } from './cluster.mts';
import { callWebhook, Editor, webhookWorkflow } from './load.mts';

/** On a new machine, n8n and the servers are installed first. */
const SETUP_LIMIT_MS = 40 * 60_000;
const LOAD_LIMIT_MS = 10 * 60_000;
const WAIT_LIMIT_S = 60;
const SECONDS_BETWEEN_POLLS = 2;

/**
 * Expiries that both the main process and the workers must meet, and how many attempts that may
 * take: a busy main process can miss one.
 */
const EXPIRIES = 12;
const MAX_EXPIRIES = 18;
/** Parallel executions, and how many of them run in a row while one token is valid. */
const PARALLEL = 8;
const IN_A_ROW = 3;
/** The workers' executions per expiry: those of the webhook, and one of the trigger. */
const EXECUTIONS = PARALLEL * IN_A_ROW + 1;
/** The token expires after this many executions, while others are running. */
const ENDED_AT_EXPIRY = 8;
/**
 * The delay of the token endpoint, which gives all three processes time to meet the expired token.
 */
const TOKEN_DELAY_MS = 1_500;

/** The figures of one expiry. */
interface Figures {
  tokenRequests: number;
  /** Token requests that used a refresh token, not a user's consent. */
  refreshes: number;
  /** Token requests of each process. */
  renewals: number[];
  /** Requests with the expired token. */
  refused: number;
  /** Those of them that were list searches, which the main process sends itself. */
  refusedListSearches: number;
  /** Executions that each worker finished. */
  executions: number[];
  failures: number;
}

let cluster: Cluster;
let sandbox: Sandbox;
let client: N8nClient;
let editor: Editor;
let triggerId: string;
const expected: string[] = [];
const figures: Figures[] = [];
/** The clean-up of everything that has been set up so far, in reverse order. */
const cleanUps: (() => Promise<void>)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({
    // Each process keeps within Upwork's limits on its own, but here all three have the same
    // address.
    perSecond: 0,
    perMinute: 0,
    // A refresh token is invalid once it has been used, so that using an old one is detected.
    refreshTokenGrace: 0,
    // Few enough that the sandbox is not the bottleneck.
    jobs: 500,
  });
  cleanUps.unshift(() => sandbox.close());
  cluster = await startCluster();
  cleanUps.unshift(cluster.stop);
  client = new N8nClient(cluster.url);
  await client.signIn();
  const credentialId = await client.saveCredential(sandboxCredential(sandbox));
  await client.connect(credentialId);
  editor = new Editor(cluster.url, credentialId);
  await editor.signIn();
  await client.activate(await client.createWorkflow(webhookWorkflow(credentialId)));
  const pollTimes = everySeconds(SECONDS_BETWEEN_POLLS);
  triggerId = await client.createWorkflow(newJobsWorkflow(credentialId, pollTimes));
  await client.activate(triggerId);
}, SETUP_LIMIT_MS);

afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

async function emitted(): Promise<unknown[]> {
  const executions = await client.executions(triggerId);
  return executions.flatMap((execution) => execution.output(NEW_JOBS_NODE).map(({ id }) => id));
}

async function allEmitted(): Promise<void> {
  await until(`${expected.length} jobs from the trigger`, WAIT_LIMIT_S, async () =>
    (await emitted()).length >= expected.length ? true : undefined,
  );
}

function jobAppears(): void {
  const jobs = sandbox.control.addJobs({ job: { title: 'Automation of a test' } });
  expected.push(...jobs.map(({ id }) => id));
}

/** Whether each request during one expiry succeeded. */
interface Outcomes {
  executions: boolean[];
  listSearches: boolean[];
}

/**
 * Executions on the workers and list searches of the main process, during which the token expires.
 */
async function expireUnderLoad(): Promise<Outcomes> {
  const outcomes: Outcomes = { executions: [], listSearches: [] };
  const { executions, listSearches } = outcomes;
  const execute = async () => {
    for (let run = 0; run < IN_A_ROW; run++) {
      executions.push(await callWebhook(cluster.url));
      if (executions.length !== ENDED_AT_EXPIRY) continue;
      sandbox.control.expireAccessTokens();
      jobAppears();
    }
  };
  const search = async () => {
    while (executions.length < PARALLEL * IN_A_ROW) listSearches.push(await editor.listSearch());
  };
  await Promise.all([search(), ...Array.from({ length: PARALLEL }, execute)]);
  return outcomes;
}

const processes = () => [cluster.main, ...cluster.workers];
const renewals = () => Promise.all(processes().map((member) => member.renewals()));
const finished = () =>
  Promise.all(cluster.workers.map(async (member) => (await member.finished()).length));
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const difference = (after: number[], before: number[]) =>
  after.map((number, index) => number - (before[index] ?? 0));

/** Measures one expiry, after everything that was running has ended. */
async function measure(): Promise<Figures> {
  sandbox.control.resetStats();
  const renewalsBefore = await renewals();
  const finishedBefore = await finished();
  const { executions, listSearches } = await expireUnderLoad();
  await allEmitted();
  const stats: Stats = sandbox.control.stats();
  // Each appears in the log of its process soon after.
  const since = (before: number[], count: () => Promise<number[]>, expectedCount: number) =>
    until(`${expectedCount} lines in the logs`, WAIT_LIMIT_S, async () => {
      const counted = difference(await count(), before);
      return sum(counted) >= expectedCount ? counted : undefined;
    });
  return {
    tokenRequests: stats.requests.token,
    refreshes: stats.refreshes,
    renewals: await since(renewalsBefore, renewals, stats.requests.token),
    refused: stats.unauthorized401,
    refusedListSearches: (stats.operations.JobTitles ?? 0) - listSearches.length,
    executions: await since(finishedBefore, finished, EXECUTIONS),
    failures: [...executions, ...listSearches].filter((succeeded) => !succeeded).length,
  };
}

/**
 * Whether both the main process's list searches and the workers' executions were refused for the
 * expired token.
 */
function metByAll({ refused, refusedListSearches }: Figures): boolean {
  return refusedListSearches > 0 && refused > refusedListSearches;
}

function show(): void {
  const named = (what: string, members: Member[], numbers: number[]) =>
    Object.fromEntries(members.map(({ name }, index) => [`${what} ${name}`, numbers[index]]));
  new Console(process.stdout).table(
    figures.map((row) => ({
      'token requests': row.tokenRequests,
      ...named('by', processes(), row.renewals),
      refused: row.refused,
      'of lists': row.refusedListSearches,
      ...named('executions', cluster.workers, row.executions),
      failures: row.failures,
    })),
  );
  const total = (of: (row: Figures) => number) => sum(figures.map(of));
  printLine(
    `${figures.length} expiries, ${total((row) => row.tokenRequests)} token requests, ` +
      `${total((row) => sum(row.executions))} executions, ${total((row) => row.failures)} failures`,
  );
}

test(
  `${EXPIRIES} expiries under load from a main process and two workers: no request and no execution fails`,
  async () => {
    await until('the first poll', WAIT_LIMIT_S, () =>
      Promise.resolve(sandbox.control.stats().requests.graphql > 0 ? true : undefined),
    );
    sandbox.control.addFault({ at: 'token', kind: 'delay', ms: TOKEN_DELAY_MS, times: Infinity });
    while (figures.filter(metByAll).length < EXPIRIES && figures.length < MAX_EXPIRIES) {
      figures.push(await measure());
    }
    show();
    expect(sum(figures.map(({ failures }) => failures))).toBe(0);
    expect(await editor.failedExecutions()).toEqual([]);
  },
  LOAD_LIMIT_MS,
);

test('the main process and the workers met the expired token each time', () => {
  expect(figures.filter(metByAll)).toHaveLength(EXPIRIES);
});

test('each expiry costs at most one token request per process, and nobody has to reconnect', () => {
  expect(figures.length).toBeGreaterThanOrEqual(EXPIRIES);
  for (const row of figures) {
    expect(row.tokenRequests).toBeGreaterThan(0);
    expect(row.refreshes).toBe(row.tokenRequests);
    expect(sum(row.renewals)).toBe(row.tokenRequests);
    expect(Math.max(...row.renewals)).toBe(1);
  }
});

test('both workers were busy at each expiry', () => {
  expect(figures.length).toBeGreaterThanOrEqual(EXPIRIES);
  for (const row of figures) {
    expect(Math.min(...row.executions)).toBeGreaterThan(0);
    expect(sum(row.executions)).toBe(EXECUTIONS);
  }
});

test('the trigger emits each job exactly once, in order', async () => {
  expect(expected.length).toBeGreaterThanOrEqual(EXPIRIES);
  expect(expected).toHaveLength(figures.length);
  expect(await emitted()).toEqual(expected);
});
