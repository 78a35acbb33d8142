import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startWorld } from '../e2e/world.mts';
import type { N8nClient, Workflow } from '../n8n/client.mts';
import { PROJECT } from '../n8n/package.mts';
import { printLine, step } from '../n8n/progress.mts';
import { runScript } from '../n8n/script.mts';
import { chain, jobSearch, manualTrigger, node, upworkNode } from '../n8n/workflows.mts';
import { Editor } from './editor.mts';
import { execute } from './output.mts';

const FOLDER = join(PROJECT, 'docs/images');
const SIZE = { width: 1200, height: 700 };
/** How far the parameters move to the left, to make room for the output. */
const MOVED_LEFT = 330;
/** n8n says for some seconds that the node was executed. */
const NO_MESSAGES = '.el-notification { display: none }';
/** The part of the canvas around a row of three nodes. */
const ROW_OF_NODES = { width: 900, height: 240 };

/** `npm run pictures`: the pictures of the README, taken in a real n8n. */
async function pictures(): Promise<void> {
  const world = await step('Starting n8n', '30 seconds', () => startWorld({ seed: 1 }));
  try {
    const editor = await Editor.launch(world.n8n.url, SIZE);
    try {
      await mkdir(FOLDER, { recursive: true });
      const alert = await jobAlert(world.client, world.credentialId);
      await editor.openWorkflow(await world.client.createWorkflow(alert));
      await report(await editor.takeCanvas(join(FOLDER, 'workflow.png'), ROW_OF_NODES));
      const search = upworkNode('Search jobs', 'upwork', world.credentialId, {
        ...jobSearch('n8n', 50),
        returnAll: true,
        filters: { postedWithinDays: 1 },
      });
      const workflow = chain('Search', [manualTrigger(), search]);
      await editor.openWorkflow(await world.client.createWorkflow(workflow));
      const view = await editor.openNode(search);
      await editor.movePanel(-MOVED_LEFT);
      await editor.page.addStyleTag({ content: NO_MESSAGES });
      await execute(editor);
      const path = join(FOLDER, 'node.png');
      await view.screenshot({ path });
      await report(path);
    } finally {
      await editor.close();
    }
  } finally {
    await world.stop();
  }
}

/** A workflow as many people build it: new jobs, only those of good clients, on Slack. */
async function jobAlert(client: N8nClient, credentialId: string): Promise<Workflow> {
  const slack = { name: 'Slack', type: 'slackApi', data: { accessToken: 'not a token' } };
  const slackId = await client.saveCredential(slack);
  const trigger = upworkNode('New n8n job', 'upworkTrigger', credentialId, { query: 'n8n' });
  const condition = {
    id: 'spent',
    leftValue: '={{ $json.clientSpent }}',
    rightValue: 1000,
    operator: { type: 'number', operation: 'gte' },
  };
  const filter = node('Client spent $1,000+', 'n8n-nodes-base.filter', 2.2, {
    conditions: {
      combinator: 'and',
      conditions: [condition],
      options: { version: 2, caseSensitive: true, leftValue: '', typeValidation: 'loose' },
    },
  });
  const message = {
    ...node('Tell the team', 'n8n-nodes-base.slack', 2.3, {
      select: 'channel',
      channelId: { __rl: true, mode: 'name', value: '#upwork-jobs' },
      text: '={{ $json.title }} {{ $json.url }}',
      otherOptions: {},
    }),
    credentials: { slackApi: { id: slackId, name: slack.name } },
  };
  return chain('Job alert', [trigger, filter, message]);
}

async function report(path: string): Promise<void> {
  const { size } = await stat(path);
  printLine(`${path}: ${Math.round(size / 1024)} KB`);
}

runScript(pictures);
