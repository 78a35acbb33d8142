import type { INode, INodeParameters } from 'n8n-workflow';
import { chain, jobSearch, manualTrigger, upworkNode } from '../n8n/workflows.mts';
import { newPosting } from '../e2e/cases/postings.mts';
import { anotherPerson, newGroup, sendMessage } from '../e2e/cases/rooms.mts';
import { SETUP_LIMIT_MS, startWorld, type World } from '../e2e/world.mts';
import { CLIENT } from '../sandboxClient/ids.mts';
import { Editor } from './editor.mts';
import { type Entered, type Form, formsOf, type NodeType } from './forms.mts';
import { readNodePanel } from './nodePanel.mts';
import { readField } from './nodeType.mts';
import { execute } from './output.mts';
import { codeNames } from './rules/words.mts';
import { rules } from './rules/index.mts';
import { violations } from './rules/rule.mts';
import { structureRules } from './rules/structure.mts';
import { textsOf, type UiText } from './texts.mts';
import { type SeenForm, Visitor } from './visit.mts';

const VIEWPORT = { width: 1400, height: 1400 };
/** Seeing all forms took 15 minutes on a machine with ten times more to do than cores. */
const VISIT_LIMIT_MS = 40 * 60_000;

let world: World;
let editor: Editor;

beforeAll(async () => {
  world = await startWorld({ perSecond: 0, perMinute: 0 });
  editor = await Editor.launch(world.n8n.url, VIEWPORT);
}, SETUP_LIMIT_MS);

afterAll(async () => {
  await editor.close();
  await world.stop();
});

const fromList = (value: string, cachedResultName: string) => ({
  __rl: true,
  mode: 'list',
  value,
  cachedResultName,
});

/** The client's resources are tried as the client; lists show what a posting or a room has. */
const enteredFor =
  (jobPostingId: string, roomId: string): Entered =>
  ({ resource = '', event }) => ({
    ...(['clientProposal', 'jobPosting'].includes(resource) && {
      organizationId: fromList(CLIENT, 'Client'),
      jobPostingId: fromList(jobPostingId, 'Feed'),
    }),
    ...(event === 'newProposal' && { organizationId: fromList(CLIENT, 'Client') }),
    ...(['message', 'room'].includes(resource) && { roomId: fromList(roomId, 'Launch') }),
  });

async function nodeType(name: NodeType['name']): Promise<NodeType> {
  const properties = await world.client.nodeProperties(`n8n-nodes-upwork.${name}`);
  return { name, fields: properties.map(readField) };
}

describe('the forms', () => {
  let forms: Form[];
  let seen: SeenForm[];
  let texts: UiText[];

  beforeAll(async () => {
    const jobPostingId = await newPosting(world.sandbox);
    world.sandbox.control.addReceivedProposal({ jobPostingId });
    const roomId = await newGroup(world.sandbox, [await anotherPerson(world.sandbox)]);
    await sendMessage(world.sandbox, roomId);
    const entered = enteredFor(jobPostingId, roomId);
    const [node, trigger, tool] = await Promise.all([
      nodeType('upwork'),
      nodeType('upworkTrigger'),
      nodeType('upworkTool'),
    ]);
    forms = [node, trigger].flatMap((type) => formsOf(type, world.credentialId, entered));
    forms.push(...formsOf(tool, world.credentialId, entered, forms));
    const nodes = forms.map(({ node }, index) => ({
      ...node,
      position: [(index % 10) * 220, Math.floor(index / 10) * 180] as [number, number],
    }));
    const workflowId = await world.client.createWorkflow({ name: 'Forms', nodes, connections: {} });
    await editor.openWorkflow(workflowId);
    const visitor = new Visitor(editor);
    seen = [];
    for (const form of forms) seen.push(await visitor.see(form));
    seen.push({ place: 'Credential', fields: await visitor.seeCredential(), lists: [], cut: [] });
    await editor.openWorkflow(workflowId);
    texts = [...seen.flatMap(textsOf), ...(await readNodePanel(editor))];
  }, VISIT_LIMIT_MS);

  test('show every field of every operation', () => {
    const missing = forms.flatMap(({ place, labels }) => {
      const shown = seen.filter((form) => form.place === place).flatMap(({ fields }) => fields);
      return labels
        .filter((label) => !shown.some((field) => field.label === label))
        .map((label) => `${place}: ${label}`);
    });
    expect(missing).toEqual([]);
  });

  test.each(rules)('$name', (rule) => {
    expect(violations(rule, texts)).toEqual([]);
  });

  test.each(structureRules)('$name', ({ wrong }) => {
    const found = seen.flatMap((form) => wrong(form).map((label) => `${form.place}: ${label}`));
    expect(found).toEqual([]);
  });

  test('have lists', () => {
    expect(seen.flatMap(({ lists }) => lists)).not.toEqual([]);
  });
});

describe('a node that is executed', () => {
  const open = async (node: INode) => {
    const workflowId = await world.client.createWorkflow(chain('Run', [manualTrigger(), node]));
    await editor.openWorkflow(workflowId);
    await editor.openNode(node);
  };
  const search = (filters: INodeParameters) =>
    upworkNode('Search', 'upwork', world.credentialId, { ...jobSearch('n8n', 10), filters });

  test('shows the jobs it found in a table that can be read', async () => {
    await open(search({}));
    const { columns, rows } = await execute(editor);
    expect(rows).toHaveLength(10);
    expect(columns[0]).toBe('title');
    expect(rows.flatMap((cells) => cells.slice(0, 3)).filter(isUnreadable)).toEqual([]);
  });

  test('shows an error that names the field and has no name from the code', async () => {
    await open(search({ hourlyRateMin: -30 }));
    const { error: text } = await execute(editor);
    expect(text).toContain("'Hourly Rate Minimum'");
    const error: UiText = { place: 'Job: Search', field: 'Error', kind: 'hint', text };
    expect(violations(codeNames, [error])).toEqual([]);
  });

  test('shows the newest jobs if it is the trigger', async () => {
    await open(upworkNode('Jobs', 'upworkTrigger', world.credentialId, { query: 'n8n' }));
    const { columns, rows } = await execute(editor);
    expect(rows).not.toEqual([]);
    expect(columns[0]).toBe('title');
  });
});

/** IDs, JSON and nothing at all tell the user little. */
const isUnreadable = (cell: string): boolean => /^(\d{8,}|[[{].*|)$/.test(cell);
