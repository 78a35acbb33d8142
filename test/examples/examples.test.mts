import { readFileSync } from 'node:fs';
import type { INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { Upwork } from '../../nodes/Upwork/Upwork.node.ts';
import { UpworkTrigger } from '../../nodes/Upwork/UpworkTrigger.node.ts';
import { EXAMPLES, exampleText, readExample } from '../n8n/examples.mts';

const UPWORK_NODES = new Map(
  [new Upwork(), new UpworkTrigger()].map(({ description }) => [
    `n8n-nodes-upwork.${description.name}`,
    description,
  ]),
);

/** n8n's own nodes that need no credential. */
const PLAIN_NODES = [
  'code',
  'dataTable',
  'executeWorkflow',
  'executeWorkflowTrigger',
  'filter',
  'if',
  'noOp',
  'removeDuplicates',
  'scheduleTrigger',
  'set',
  'splitInBatches',
  'stickyNote',
  'wait',
].map((name) => `n8n-nodes-base.${name}`);

/**
 * The parameters that the node has and shows: as n8n saves them, or with the defaults that it
 * omits.
 */
function known(
  { description, node }: { description: INodeTypeDescription; node: INode },
  withDefaults: boolean,
): INodeParameters {
  const { properties } = description;
  const { parameters } = node;
  return (
    NodeHelpers.getNodeParameters(properties, parameters, withDefaults, false, node, description) ??
    {}
  );
}

/** Values of option fields that are not among their options. */
function wrongChoices(one: { description: INodeTypeDescription; node: INode }): unknown[] {
  const { description, node } = one;
  const values = known(one, true);
  return description.properties
    .filter((property) => NodeHelpers.displayParameter(values, property, node, description))
    .filter(({ type }) => type === 'options' || type === 'multiOptions')
    .flatMap(({ name, options = [] }) => {
      const offered = options.map((option) => 'value' in option && option.value);
      return [values[name]].flat().filter((chosen) => !offered.some((value) => value === chosen));
    });
}

it('are five', () => {
  expect(EXAMPLES).toHaveLength(5);
});

describe.each(EXAMPLES)('the example %s', (file) => {
  const { nodes, connections } = readExample(file);
  const names = nodes.map(({ name }) => name);

  it('is linked in the README', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`](examples/${file})`);
  });

  it('can be imported by everyone, and has nothing of the n8n where it was created', () => {
    expect(Object.keys(readExample(file))).toEqual(['name', 'nodes', 'connections', 'settings']);
    expect(exampleText(file)).not.toMatch(/credentials"|credentialType|pinData|instanceId/i);
  });

  it('has only nodes of this package and nodes without a credential', () => {
    const allowed = [...UPWORK_NODES.keys(), ...PLAIN_NODES];
    expect(nodes.map(({ type }) => type).filter((type) => !allowed.includes(type))).toEqual([]);
  });

  it('says in a note what it does and what to swap', () => {
    const notes = nodes.filter(({ type }) => type.endsWith('.stickyNote'));
    expect(notes.map(({ parameters }) => parameters.content)).toEqual([
      expect.stringMatching(/^## .+\n[^]+\*\*Swap:\*\*/),
    ]);
  });

  it('gives each node a unique name and ID, and connects only existing nodes', () => {
    expect(new Set(names).size).toBe(nodes.length);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const ends = Object.values(connections).flatMap(({ main }) =>
      (main ?? []).flatMap((outputs) => (outputs ?? []).map(({ node }) => node)),
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
    expect(known(one, false)).toEqual(parameters);
    expect(wrongChoices(one)).toEqual([]);
  });
});
