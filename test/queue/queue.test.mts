import { Console } from 'node:console';
import { N8nClient } from '../n8n/client.mts';
import { tell } from '../n8n/progress.mts';
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

/** Expiries that the main and the workers meet, and how many it may take: a busy main can miss one. */
const EXPIRIES = 12;
const MOST_EXPIRIES = 18;
/** Executions at the same time, and how often each place is filled again while one token lives. */
const PARALLEL = 8;
const IN_A_ROW = 3;
/** The workers' share in one expiry: what is called for, and the trigger's one new job. */
const EXECUTIONS = PARALLEL * IN_A_ROW + 1;
/** The token expires in the middle: so many executions have ended then, and others are at work. */
const ENDED_AT_EXPIRY = 8;
/** So slow is the token endpoint, to give all three processes the time to meet the expired token. */
const TOKEN_CALL_MS = 1_500;

/** What came of one expiry. */
interface Figures {
  tokenCalls: number;
  /** Token calls that brought a new token for a refresh token, and not for a person's consent. */
  refreshes: number;
  /** Token calls of each process. */
  renewals: number[];
  /** Requests with the expired token. */
  refused: number;
  /** Those of them that were list searches, which the main makes itself. */
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
/** What has been set up so far and has to end, the last one first. */
const cleanUps: (() => Promise<void>)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({
    // Each process keeps Upwork's limits for itself, but all three come from the same address here.
    perSecond: 0,
    perMinute: 0,
    // A refresh token dies as soon as it has been used: a process that uses an old one is found out.
    refreshTokenGrace: 0,
    // Few enough that the sandbox is not what slows the load down.
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

/** What the load of one expiry was answered: was each answer good? */
interface Answers {
  executions: boolean[];
  listSearches: boolean[];
}

/** Executions on the workers and list searches of the main, in the midst of which the token expires. */
async function expireUnderLoad(): Promise<Answers> {
  const answers: Answers = { executions: [], listSearches: [] };
  const { executions, listSearches } = answers;
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
  return answers;
}

const processes = () => [cluster.main, ...cluster.workers];
const renewals = () => Promise.all(processes().map((member) => member.renewals()));
const finished = () =>
  Promise.all(cluster.workers.map(async (member) => (await member.finished()).length));
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const difference = (after: number[], before: number[]) =>
  after.map((number, index) => number - (before[index] ?? 0));

/** One expiry and what came of it, when everything that it met has come to its end. */
async function measure(): Promise<Figures> {
  sandbox.control.resetStats();
  const renewalsBefore = await renewals();
  const finishedBefore = await finished();
  const { executions, listSearches } = await expireUnderLoad();
  await allEmitted();
  const stats: Stats = sandbox.control.stats();
  // The log of a process tells of each, soon after.
  const since = (before: number[], count: () => Promise<number[]>, expectedCount: number) =>
    until(`${expectedCount} lines in the logs`, WAIT_LIMIT_S, async () => {
      const counted = difference(await count(), before);
      return sum(counted) >= expectedCount ? counted : undefined;
    });
  return {
    tokenCalls: stats.requests.token,
    refreshes: stats.refreshes,
    renewals: await since(renewalsBefore, renewals, stats.requests.token),
    refused: stats.unauthorized401,
    refusedListSearches: (stats.operations.JobTitles ?? 0) - listSearches.length,
    executions: await since(finishedBefore, finished, EXECUTIONS),
    failures: [...executions, ...listSearches].filter((isGood) => !isGood).length,
  };
}

/** The main's list searches and the workers' executions were both refused for the expired token. */
function metByAll({ refused, refusedListSearches }: Figures): boolean {
  return refusedListSearches > 0 && refused > refusedListSearches;
}

function show(): void {
  const named = (what: string, members: Member[], numbers: number[]) =>
    Object.fromEntries(members.map(({ name }, index) => [`${what} ${name}`, numbers[index]]));
  new Console(process.stdout).table(
    figures.map((row) => ({
      'token calls': row.tokenCalls,
      ...named('by', processes(), row.renewals),
      refused: row.refused,
      'of lists': row.refusedListSearches,
      ...named('executions', cluster.workers, row.executions),
      failures: row.failures,
    })),
  );
  const total = (of: (row: Figures) => number) => sum(figures.map(of));
  tell(
    `${figures.length} expiries, ${total((row) => row.tokenCalls)} token calls, ` +
      `${total((row) => sum(row.executions))} executions, ${total((row) => row.failures)} failures`,
  );
}

test(
  `${EXPIRIES} expiries under load from a main and two workers: no call and no execution fails`,
  async () => {
    await until('the first poll', WAIT_LIMIT_S, () =>
      Promise.resolve(sandbox.control.stats().requests.graphql > 0 ? true : undefined),
    );
    sandbox.control.addFault({ at: 'token', kind: 'delay', ms: TOKEN_CALL_MS, times: Infinity });
    while (figures.filter(metByAll).length < EXPIRIES && figures.length < MOST_EXPIRIES) {
      figures.push(await measure());
    }
    show();
    expect(sum(figures.map(({ failures }) => failures))).toBe(0);
    expect(await editor.failedExecutions()).toEqual([]);
  },
  LOAD_LIMIT_MS,
);

test('the main and the workers met the expired token, again and again', () => {
  expect(figures.filter(metByAll)).toHaveLength(EXPIRIES);
});

test('each expiry costs at most one token call in each process, and nobody connects again', () => {
  expect(figures.length).toBeGreaterThanOrEqual(EXPIRIES);
  for (const row of figures) {
    expect(row.tokenCalls).toBeGreaterThan(0);
    expect(row.refreshes).toBe(row.tokenCalls);
    expect(sum(row.renewals)).toBe(row.tokenCalls);
    expect(Math.max(...row.renewals)).toBe(1);
  }
});

test('both workers were at work at each expiry', () => {
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
