import { EXAMPLES, readExample } from '../n8n/examples.mts';
import { knownParameters, wrongChoices } from '../n8n/nodeParameters.mts';
import { until } from '../n8n/until.mts';
import { everySeconds, idLocator } from '../n8n/workflows.mts';
import { postings, received } from '../sandboxClient/clientProposals.mts';
import { bucket, submit } from '../sandboxClient/ownProposals.mts';
import { SandboxClient } from '../sandboxClient/sandboxClient.mts';
import { CLIENT } from '../sandboxClient/ids.mts';
import { Form, importExample } from './example.mts';
import { Inbox } from './inbox.mts';
import { SETUP_LIMIT_MS, startWorld, type World } from './world.mts';

const SECONDS_BETWEEN_RUNS = 3;
const WAIT_LIMIT_S = 90;
/** As many as 'Existing Records to Emit' says. */
const EXISTING_MESSAGES = 20;

let world: World;

beforeAll(async () => {
  // Without Upwork's limits, so that the tests can query the sandbox as well.
  world = await startWorld({ perSecond: 0, perMinute: 0 });
}, SETUP_LIMIT_MS);

afterAll(async () => {
  await world.stop();
});

/** Runs a workflow from its schedule, and returns the output of a node. */
async function output(workflowId: string, trigger: string, node: string) {
  const execution = await world.client.run(workflowId, trigger);
  expect(execution.error).toBeUndefined();
  return execution.output(node);
}

test.each(EXAMPLES)('%s sets only what the nodes of n8n have and offer', async (file) => {
  for (const node of readExample(file).nodes) {
    const one = { node, description: await world.client.nodeType(node.type, node.typeVersion) };
    expect([node.name, knownParameters(one, false)]).toEqual([node.name, node.parameters]);
    expect([node.name, ...wrongChoices(one)]).toEqual([node.name]);
  }
});

test('each message waits for one decision, and only approved replies are sent, as approved', async () => {
  const { client, sandbox } = world;
  const inbox = new Inbox(sandbox);
  const [room] = await inbox.openRooms();
  sandbox.control.addMessages({ roomId: room?.id, message: 'Is <b>Tuesday</b> & noon fine?' });
  const expected = await inbox.unanswered();
  expect(expected.length).toBeGreaterThan(2);
  const workflowId = await importExample(world, 'draft-and-approve-reply.json', {
    'Every 15 minutes': {
      rule: { interval: [{ field: 'seconds', secondsInterval: SECONDS_BETWEEN_RUNS }] },
    },
  });
  await client.activate(workflowId);
  // The runs of the schedule; each message has an execution of its own.
  const runs = async () =>
    (await client.executions(workflowId)).filter((one) => one.output('Unread rooms').length > 0);
  await until('three runs of the schedule', WAIT_LIMIT_S, async () =>
    (await runs()).length > 2 ? true : undefined,
  );
  await client.deactivate(workflowId);
  expect((await runs()).map(({ error }) => error)).not.toContainEqual(expect.anything());

  const asked = (await client.waitingExecutions(workflowId)).map((execution) => {
    const [message, draft, note] = ['One message', 'Draft a reply', 'Send me the link'].map(
      (node) => execution.output(node)[0],
    );
    const form = new Form(note?.formUrl);
    return { id: message?.id, roomId: message?.roomId, draft: String(draft?.output), form };
  });
  expect(sorted(asked.map(({ id }) => [id]))).toEqual(sorted(expected.map(({ id }) => [id])));
  expect(sandbox.control.sentMessages()).toEqual([]);

  const first = asked.find(({ roomId }) => roomId === room?.id);
  const [second, third] = asked.filter((one) => one !== first);
  const page = await first?.form.page();
  expect(page).toContain('Is &lt;b&gt;Tuesday&lt;/b&gt; &amp; noon fine?');
  expect(page).toContain(first?.draft);
  const reply = 'Yes, tomorrow at ten.\nRobin';
  await first?.form.submit(reply, 'Approve');
  await second?.form.submit(second.draft, 'Reject');
  await third?.form.submit(third.draft, 'Approve');
  await until('the end of the three', WAIT_LIMIT_S, async () => {
    const waiting = await client.waitingExecutions(workflowId);
    const ended = await client.executions(workflowId);
    const decided = ended.filter((one) => one.output('Ask me').length > 0);
    return waiting.length === asked.length - 3 && decided.length === 3 ? true : undefined;
  });
  // Once more, as from a second tab. While the first is being executed, n8n would not respond at
  // all.
  await first?.form.submit(reply, 'Approve');
  const sent = sandbox.control.sentMessages().map(({ roomId, message }) => [roomId, message]);
  expect(sorted(sent)).toEqual(
    sorted([
      [first?.roomId, reply],
      [third?.roomId, third?.draft],
    ]),
  );
});

test('the table has each message from other people once', async () => {
  const { client, sandbox } = world;
  const inbox = new Inbox(sandbox);
  const workflowId = await importExample(world, 'new-messages-to-table.json', {
    'New message': { pollTimes: everySeconds(SECONDS_BETWEEN_RUNS) },
  });
  await client.activate(workflowId);
  const saved = async (count: number) =>
    await until(`${count} rows`, WAIT_LIMIT_S, async () => {
      const executions = await client.executions(workflowId);
      expect(executions.map(({ error }) => error)).not.toContainEqual(expect.anything());
      const rows = executions.flatMap((one) => one.output('Save the row'));
      return rows.length < count ? undefined : rows.map(({ messageId }) => String(messageId));
    });
  const existing = await saved(1);
  expect(existing).toHaveLength(EXISTING_MESSAGES);

  // The freelancer's own messages don't count.
  const [room] = await inbox.openRooms();
  await inbox.messaging.write(room?.id ?? '', 'One moment.');
  const added = sandbox.control.addMessages({
    roomId: room?.id,
    message: 'Are you there?',
    count: 2,
  });
  const all = await saved(existing.length + added.length);
  await client.deactivate(workflowId);
  expect(all.slice(existing.length)).toEqual(added.map(({ storyId }) => storyId));
  const rows = await client.tableRows('upwork_inbox');
  expect(rows.map(({ messageId }) => String(messageId)).sort()).toEqual([...all].sort());
});

test('the tracker saves each proposal, and reports each change of status once', async () => {
  const { client, sandbox } = world;
  const upwork = new SandboxClient(sandbox);
  const statuses = ['Accepted', 'Activated', 'Offered', 'Hired', 'Declined', 'Archived'];
  const workflowId = await importExample(world, 'proposal-tracker.json');
  const reported = async () =>
    sorted(
      (await output(workflowId, 'Every morning', 'Tell me')).map((row) => [
        row.proposalId,
        row.statusBefore,
        row.status,
      ]),
    );
  const saved = async () =>
    sorted((await client.tableRows('upwork_proposals')).map((row) => [row.proposalId, row.status]));
  const listed = async () => {
    const lists = await Promise.all(statuses.map((status) => bucket(upwork, status)));
    // Upwork's lists overlap.
    const all = new Map(lists.flat().map(({ id, status }) => [id, status]));
    return [...all].filter(([, status]) => statuses.includes(status));
  };

  const atFirst = await listed();
  expect(await reported()).toEqual([]);
  expect(await saved()).toEqual(sorted(atFirst));

  const [one, other] = atFirst.filter(([, status]) => status === 'Accepted').map(([id]) => id);
  if (one === undefined || other === undefined)
    throw new Error('The sandbox has too few proposals');
  sandbox.control.setProposalStatus({ proposalId: one, status: 'Activated' });
  sandbox.control.setProposalStatus({ proposalId: other, status: 'Declined' });
  await submit(sandbox, upwork);
  expect(await reported()).toEqual(
    sorted([
      [one, 'Accepted', 'Activated'],
      [other, 'Accepted', 'Declined'],
    ]),
  );
  const now = await listed();
  expect(now).toHaveLength(atFirst.length + 1);
  expect(await saved()).toEqual(sorted(now));
  expect(await reported()).toEqual([]);
});

test('Slack gets each change of a proposal once', async () => {
  const { client, sandbox } = world;
  const [first, second] = await bucket(new SandboxClient(sandbox), 'Accepted');
  const workflowId = await importExample(world, 'proposal-news-to-slack.json', {
    'Proposal news': { pollTimes: everySeconds(SECONDS_BETWEEN_RUNS) },
  });
  sandbox.control.resetStats();
  await client.activate(workflowId);
  await until('the first poll of the trigger', WAIT_LIMIT_S, () =>
    Promise.resolve(sandbox.control.stats().requests.graphql > 0 ? true : undefined),
  );
  sandbox.control.setProposalStatus({ proposalId: first?.id ?? '', status: 'Activated' });
  sandbox.control.setProposalStatus({ proposalId: second?.id ?? '', status: 'Offered' });
  const texts = await until('both messages', WAIT_LIMIT_S, async () => {
    const executions = await client.executions(workflowId);
    const messages = executions.flatMap((one) => one.output('Send to Slack'));
    return messages.length < 2 ? undefined : messages.map(({ text }) => String(text));
  });
  await client.deactivate(workflowId);
  expect(texts.map((text) => text.split('\n')[1]).sort()).toEqual([
    'Accepted → Activated',
    'Accepted → Offered',
  ]);
});

test('new proposals that match the rule are shortlisted once, and the others are not', async () => {
  const { control } = world.sandbox;
  const upwork = new SandboxClient(world.sandbox);
  const posting = (await postings(upwork)).find((one) => one.received === 0);
  const jobPostingId = posting?.id ?? '';
  const apply = (chargedAmount: number, jobSuccess: number | null) =>
    control.addReceivedProposal({
      jobPostingId,
      proposal: { chargedAmount, freelancer: { jobSuccess } },
    }).id;
  const shortlisted = async () =>
    (await received(upwork, jobPostingId)).flatMap(({ id, annotations }) =>
      Array.isArray(annotations) && annotations.includes('Shortlisted') ? id : [],
    );

  const organizationId = idLocator(CLIENT);
  const workflowId = await importExample(world, 'shortlist-new-proposals.json', {
    Proposals: { jobPostingId: idLocator(jobPostingId), organizationId },
    Shortlist: { organizationId },
  });
  const run = () => output(workflowId, 'Every 15 minutes', 'Email me the others');

  const fits = [apply(60, 90), apply(25, 100)];
  const others = [apply(61, 100), apply(25, 89), apply(25, null)];
  expect((await run()).map(({ id }) => id)).toEqual(expect.arrayContaining(others));
  expect((await shortlisted()).sort()).toEqual(fits.sort());

  control.resetStats();
  const late = apply(40, 95);
  expect(await run()).toEqual([]);
  expect((await shortlisted()).sort()).toEqual([...fits, late].sort());
  expect(control.stats().operations).toMatchObject({ ClientProposalShortlist: 1 });
});

/** Sorted, so that the order doesn't matter. */
function sorted(rows: unknown[][]): unknown[][] {
  return rows.sort(([one], [other]) => String(one).localeCompare(String(other)));
}
