import type { INode } from 'n8n-workflow';

import type { Execution } from '../n8n/execution.mts';
import { until } from '../n8n/until.mts';
import { everySeconds } from '../n8n/workflows.mts';
import type { JobChanges } from '../sandbox/index.mts';
import { saveModelCredential } from './agent.mts';
import { type Changed, type Entered, importExample } from './example.mts';
import { ScriptedModel } from './scriptedModel.mts';
import { SETUP_LIMIT_MS, startWorld, type World } from './world.mts';

const SECONDS_BETWEEN_POLLS = 3;
const WAIT_LIMIT_S = 90;

const GOOD_CLIENT = {
  country: 'Canada',
  paymentVerified: true,
  totalHires: 1,
  totalSpent: 1000,
  totalReviews: 1,
  rating: 4.5,
};

let world: World;

beforeAll(async () => {
  // Without Upwork's limits, so that the tests can query the sandbox as well.
  world = await startWorld({ perSecond: 0, perMinute: 0 });
}, SETUP_LIMIT_MS);

afterAll(async () => {
  await world.stop();
});

/** Adds a job that the search of the examples finds; returns its ID. */
function appear(job: JobChanges = {}): string {
  const [added] = world.sandbox.control.addJobs({
    job: { title: 'n8n for us', contractType: 'FIXED', budget: 500, client: GOOD_CLIENT, ...job },
  });
  return added?.id ?? '';
}

/** The executions of an example in which these jobs were new, once all of them have come. */
async function onNewJobs(
  file: string,
  jobs: () => string[],
  { entered = {}, changed = {} }: { entered?: Entered; changed?: Changed } = {},
): Promise<{ workflowId: string; started: Execution[] }> {
  const { client, sandbox } = world;
  const pollTimes = everySeconds(SECONDS_BETWEEN_POLLS);
  const workflowId = await importExample(
    world,
    file,
    { 'New job': { pollTimes }, ...entered },
    changed,
  );
  sandbox.control.resetStats();
  await client.activate(workflowId);
  await until('the first poll of the trigger', WAIT_LIMIT_S, () =>
    Promise.resolve(sandbox.control.stats().requests.graphql > 0 ? true : undefined),
  );
  const ids = jobs();
  const started = await until('all jobs from the trigger', WAIT_LIMIT_S, async () => {
    const executions = await client.executions(workflowId);
    const emitted = executions.flatMap((one) => one.output('New job').map(({ id }) => id));
    if (emitted.length < ids.length) return undefined;
    expect(emitted.sort()).toEqual(ids.sort());
    return executions;
  });
  await client.deactivate(workflowId);
  expect(started.map(({ error }) => error)).toEqual(started.map(() => undefined));
  return { workflowId, started };
}

const outputs = (executions: Execution[], node: string) =>
  executions.flatMap((one) => one.output(node));

test('the job alert sends the jobs of clients with a good record, and no others', async () => {
  const { started } = await onNewJobs('job-alert-with-client-filters.json', () => [
    appear(),
    ...[
      { paymentVerified: false },
      { totalHires: 0 },
      { totalSpent: 999 },
      { rating: 4.4 },
      { totalReviews: 0, rating: 0 },
      { country: 'France' },
    ].map((client) => appear({ title: 'n8n for nobody', client: { ...GOOD_CLIENT, ...client } })),
  ]);
  expect(outputs(started, 'Send to Slack').map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^New job: n8n for us\nFixed price: 500 USD\nClient: Canada, hires: 1, spent: 1000 USD, rating: 4.5\nhttps:/,
    ),
  ]);
});

test('the alert to Slack and Telegram escapes what each of them would take for formatting', async () => {
  const { started } = await onNewJobs('job-alert-to-slack-and-telegram.json', () => [
    appear({ title: 'n8n <b>& "more"</b>', skills: ['n8n'] }),
  ]);
  const [message] = outputs(started, 'Send to Slack');
  expect(outputs(started, 'Send to Telegram')).toEqual([message]);
  expect(message?.slack).toMatch(
    /^\*<https:[^|]+\|n8n &lt;b&gt;&amp; "more"&lt;\/b&gt;>\*\nFixed price: 500 USD\n[^<>]+\n_[^<>]*_$/,
  );
  expect(message?.telegram).toMatch(
    /^<b>n8n &lt;b&gt;&amp; "more"&lt;\/b&gt;<\/b>\nFixed price: 500 USD\n[^<>]+\n<i>[^<>]*<\/i>\nhttps:/,
  );
});

test('each row for Google Sheets has the chosen columns, all of them flat', async () => {
  const { started } = await onNewJobs('jobs-to-google-sheets.json', () => [appear()]);
  const [row = {}] = outputs(started, 'Add rows');
  expect(row).toMatchObject({ title: 'n8n for us', budget: 500, clientSpent: 1000 });
  expect(row).not.toHaveProperty('description');
  expect(Object.values(row).filter((cell) => cell !== null && typeof cell === 'object')).toEqual(
    [],
  );
});

test('the digest has each job of the last days once, and there is no email without one', async () => {
  appear({ title: 'n8n <for> the digest' });
  const workflowId = await importExample(world, 'daily-job-digest.json');
  const emails = async () => {
    const execution = await world.client.run(workflowId, 'Every morning');
    expect(execution.error).toBeUndefined();
    return execution.output('Send email');
  };
  const [first] = await emails();
  expect(first?.subject).toMatch(/^New jobs on Upwork: \d+$/);
  expect(first?.html).toMatch(/^<ul><li><a href="https:[^"]+">[^<]+<\/a><br>[^]+<\/li><\/ul>$/);
  expect(first?.html).toContain('n8n &lt;for> the digest');
  expect(await emails()).toEqual([]);
  const late = appear({ title: 'n8n once more' });
  const [second, ...others] = await emails();
  expect(others).toEqual([]);
  expect(second?.subject).toBe('New jobs on Upwork: 1');
  expect(second?.html).toContain(`/jobs/~02${late}">n8n once more</a>`);
});

describe('jobs that a model scores', () => {
  let model: ScriptedModel;

  beforeAll(async () => {
    model = await ScriptedModel.start();
  });

  afterAll(async () => {
    await model.close();
  });

  /** Stands in for Slack's form, with what a person enters there: rejects all but the best job. */
  const person: Partial<INode> = {
    type: 'n8n-nodes-base.set',
    typeVersion: 3.4,
    disabled: false,
    parameters: {
      mode: 'raw',
      jsonOutput: `={{ { data: {
        'Cover letter': $json.coverLetter + '\\r\\nRobin',
        Answers: $json.answers.join('\\r\\n'),
        Bid: String($json.budget),
        Decision: $json.score === 9 ? 'Approve' : 'Reject',
      } } }}`,
      options: {},
    },
  };

  const scored = (score: number) =>
    JSON.stringify({
      output: { score, reason: 'It fits.', coverLetter: `Draft ${score}`, answers: ['Yes', 'Now'] },
    });

  test('are submitted if they are good and a person approves, with the edited draft', async () => {
    const file = 'ai-score-and-draft.json';
    const credentials = await saveModelCredential(world, model);
    model.play([scored(9), scored(8), scored(6)]);
    const questions = { screeningQuestions: ['Have you done this?', 'When can you start?'] };
    const job = { ...questions, applied: false, freelancersToHire: 1 };
    const titles = ['n8n one', 'n8n two', 'n8n three'];
    const { workflowId, started } = await onNewJobs(
      file,
      () => titles.map((title) => appear({ title, ...job })),
      {
        entered: { 'Submit proposal': { decidedByPerson: true } },
        changed: {
          Model: { credentials },
          'Ask on Slack': person,
          'Submit proposal': { disabled: false },
        },
      },
    );
    for (const title of titles) expect(model.received).toContain(title);
    const best = outputs(started, 'Job with score').find(({ score }) => score === 9);

    const decided = await until('both decisions', WAIT_LIMIT_S, async () => {
      const asked = (await world.client.executions(workflowId)).filter(
        (one) => one.output('One job').length > 0,
      );
      return asked.length === 2 ? asked : undefined;
    });
    expect(decided.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(world.sandbox.control.submittedProposals().proposals).toMatchObject([
      {
        jobId: best?.id,
        coverLetter: 'Draft 9\nRobin',
        chargedAmount: 500,
        answers: [{ answer: 'Yes' }, { answer: 'Now' }],
      },
    ]);
  });
});
