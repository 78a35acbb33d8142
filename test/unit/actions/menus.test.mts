import { readFileSync } from 'node:fs';

import type { INodeProperties } from 'n8n-workflow';

import { PERMISSIONS } from '../../../nodes/Upwork/api/index.ts';
import { resources } from '../../../nodes/Upwork/resources.ts';
import { Upwork } from '../../../nodes/Upwork/Upwork.node.ts';
import { UpworkTrigger } from '../../../nodes/Upwork/UpworkTrigger.node.ts';

const action = new Upwork().description;
const trigger = new UpworkTrigger().description;

/** About two lines of the editor's menus; it cuts off the rest. */
const TWO_LINES = 90;

interface Entry {
  name: string;
  description: string;
  action: string;
}

/** The entries of every menu of this name, with empty texts for those they lack. */
function entriesOf(menu: string): Entry[] {
  return action.properties
    .filter(({ name }: INodeProperties) => name === menu)
    .flatMap(({ options = [] }) => options)
    .map((option) => ({
      name: option.name,
      description: ('description' in option && option.description) || '',
      action: ('action' in option && option.action) || '',
    }));
}

describe.each(['resource', 'operation'])('the menu %s', (menu) => {
  it.each(entriesOf(menu))('describes $name in two lines, without a period', (entry) => {
    expect(entry.description).toMatch(/[^.]$/);
    expect(entry.description.length).toBeLessThanOrEqual(TWO_LINES);
  });

  it('leaves permissions to the errors, Check Access and the guide', () => {
    const texts = entriesOf(menu).map(({ description }) => description);
    for (const { name } of PERMISSIONS) {
      expect(texts.filter((text) => text.includes(name))).toEqual([]);
    }
    expect(texts.join()).not.toContain('on the key');
  });
});

it('tells apart what freelancers and what clients have', () => {
  expect(entriesOf('resource')).toMatchObject([
    { name: 'Account' },
    { name: 'GraphQL' },
    { name: 'Job', description: 'Jobs on the marketplace (for freelancers)' },
    { name: 'Job Posting', description: 'Your own job postings (for clients)' },
    { name: 'Message' },
    { name: 'Proposal', description: 'Proposals that you have sent (for freelancers)' },
    { name: 'Received Proposal', description: 'Proposals for your job postings (for clients)' },
    { name: 'Room' },
  ]);
});

it.each(resources.filter(({ value }) => !['account', 'graphql'].includes(value)))(
  'names $name in all of its actions',
  ({ name, operations }) => {
    for (const operation of operations) {
      const isAboutReasons = operation.value === 'getReasons';
      expect(operation.action.toLowerCase()).toContain(
        isAboutReasons ? 'reason' : name.toLowerCase(),
      );
    }
  },
);

it('says what Job: Get lacks', () => {
  const get = resources
    .find(({ value }) => value === 'job')
    ?.operations.find(({ value }) => value === 'get');
  expect(get?.description).toMatch(/without client history/i);
});

describe('the pair of nodes', () => {
  const codex = (node: string): unknown =>
    (JSON.parse(readFileSync(`nodes/Upwork/${node}.node.json`, 'utf8')) as { alias?: unknown })
      .alias;

  it('is described as a pair, because n8n shows the text of the trigger for both', () => {
    expect(trigger.description).toContain(action.description);
    expect(trigger.description).toContain('start a workflow');
  });

  it('is found by the same words', () => {
    expect(codex('UpworkTrigger')).toEqual(codex('Upwork'));
    expect(codex('Upwork')).toEqual(
      expect.arrayContaining(['job alert', 'hire', 'freelance', 'proposal', 'client']),
    );
  });
});
