import { readFileSync } from 'node:fs';
import type { INode } from 'n8n-workflow';

import { Upwork } from '../../nodes/Upwork/Upwork.node.ts';
import { UpworkTrigger } from '../../nodes/Upwork/UpworkTrigger.node.ts';
import { EXAMPLES, exampleText, readExample } from '../n8n/examples.mts';
import { jsonString } from '../n8n/json.mts';
import { knownParameters, wrongChoices } from '../n8n/nodeParameters.mts';

const UPWORK_NODES = new Map(
  [new Upwork(), new UpworkTrigger()].map(({ description }) => [
    `n8n-nodes-upwork.${description.name}`,
    description,
  ]),
);

/** n8n's own nodes that need no credential. */
const PLAIN_NODES = [
  'aggregate',
  'code',
  'dataTable',
  'executeWorkflow',
  'executeWorkflowTrigger',
  'filter',
  'if',
  'removeDuplicates',
  'scheduleTrigger',
  'set',
  'splitInBatches',
  'stickyNote',
  'wait',
].map((name) => `n8n-nodes-base.${name}`);

/** Without these, a workflow runs, too: they are deactivated until they have a credential. */
const SERVICE_NODES = ['gmail', 'googleSheets', 'slack', 'telegram'].map(
  (name) => `n8n-nodes-base.${name}`,
);

const AI_NODES = ['chainLlm', 'outputParserStructured'].map(
  (name) => `@n8n/n8n-nodes-langchain.${name}`,
);
const AI_MODEL = '@n8n/n8n-nodes-langchain.lmChatOpenAi';

const NEEDING_A_CREDENTIAL = [...UPWORK_NODES.keys(), ...SERVICE_NODES, AI_MODEL];

const NODE_SIZE = 100;

/** Whether the node is drawn on the sticky note. */
function isOn(note: INode, { position: [x, y] }: INode): boolean {
  const [left, top] = note.position;
  const { width, height } = note.parameters;
  return (
    x >= left &&
    y >= top &&
    x + NODE_SIZE <= left + Number(width) &&
    y + NODE_SIZE <= top + Number(height)
  );
}

it('are ten', () => {
  expect(EXAMPLES).toHaveLength(10);
});

describe.each(EXAMPLES)('the example %s', (file) => {
  const { nodes, connections } = readExample(file);
  const names = nodes.map(({ name }) => name);
  const isNote = ({ type }: INode) => type.endsWith('.stickyNote');
  const [readMe, ...sections] = nodes.filter(isNote);
  const instructions = jsonString(readMe?.parameters.content);
  const steps = nodes.filter((node) => !isNote(node));

  it('is linked in the README', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`](examples/${file})`);
  });

  it('can be imported by everyone, and has nothing of the n8n where it was created', () => {
    expect(Object.keys(readExample(file))).toEqual(['name', 'nodes', 'connections', 'settings']);
    expect(exampleText(file)).not.toMatch(/credentials"|credentialType|pinData|instanceId/i);
  });

  it('has only nodes that are installed with n8n and this package', () => {
    const allowed = [...PLAIN_NODES, ...NEEDING_A_CREDENTIAL, ...AI_NODES];
    expect(nodes.map(({ type }) => type).filter((type) => !allowed.includes(type))).toEqual([]);
  });

  it('runs before the other services are set up', () => {
    const services = nodes.filter(({ type }) => SERVICE_NODES.includes(type));
    expect(services.filter(({ disabled }) => disabled !== true)).toEqual([]);
  });

  it('says in a note how it works, how to set it up and how to customize it', () => {
    expect(instructions).toMatch(
      /^## .+\n[^]+\n### How it works\n1\. [^]+\n### Set up\n1\. [^]+\n### Customize\n- /,
    );
  });

  it('names in the note each node that needs a credential', () => {
    const needing = steps.filter(({ type }) => NEEDING_A_CREDENTIAL.includes(type));
    const unnamed = needing.filter(({ name }) => !instructions.includes(`**${name}**`));
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('refers in the note only to existing nodes', () => {
    const referred = [...instructions.matchAll(/\*\*([^*]+)\*\*/g)];
    // Where to click in n8n.
    const places = ['Executions', 'Data tables'];
    expect([...names, ...places]).toEqual(expect.arrayContaining(referred.map(([, name]) => name)));
  });

  it('has each step in one numbered section', () => {
    for (const [index, { parameters }] of sections.entries()) {
      expect(parameters.content).toMatch(new RegExp(`^## ${index + 1}\\. .+\\n.+\\.$`));
    }
    expect(steps.map((step) => sections.filter((note) => isOn(note, step)).length)).toEqual(
      steps.map(() => 1),
    );
  });

  it('gives each node a unique name and ID, and connects only existing nodes', () => {
    expect(new Set(names).size).toBe(nodes.length);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const ends = Object.values(connections).flatMap((byType) =>
      Object.values(byType).flatMap((outputs) =>
        outputs.flatMap((targets) => (targets ?? []).map(({ node }) => node)),
      ),
    );
    expect(names).toEqual(expect.arrayContaining([...Object.keys(connections), ...ends]));
  });

  it('refers to existing nodes in expressions', () => {
    const referred = [...exampleText(file).matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(referred));
  });

  const upworkNodes = nodes.flatMap((node) => {
    const description = UPWORK_NODES.get(node.type);
    return description ? [{ node, description }] : [];
  });

  it.each(upworkNodes)('sets in $node.name only what the node has and offers', (one) => {
    const { description, node } = one;
    // n8n itself adds the poll times.
    const { pollTimes, ...parameters } = node.parameters;
    expect(pollTimes !== undefined).toBe(description.polling === true);
    expect(node.typeVersion).toBe(description.version);
    expect(knownParameters(one, false)).toEqual(parameters);
    expect(wrongChoices(one)).toEqual([]);
  });
});
