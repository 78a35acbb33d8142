import type { INodeProperties } from 'n8n-workflow';

import { PERMISSIONS } from '../../../nodes/Upwork/api/index.ts';
import { Upwork } from '../../../nodes/Upwork/Upwork.node.ts';

/** The descriptions of the options of a field that is shown for own proposals, by name. */
function optionTexts(field: string): Record<string, string | undefined> {
  const { properties } = new Upwork().description;
  const found = properties.find(
    ({ name, displayOptions }: INodeProperties) =>
      name === field && displayOptions?.show?.resource?.includes('proposal'),
  );
  return Object.fromEntries(
    (found?.options ?? []).map((option) => [
      option.name,
      'description' in option ? option.description : undefined,
    ]),
  );
}

it('never presents a permission for own proposals as certain', () => {
  const texts = optionTexts('operation');
  const candidates = PERMISSIONS.flatMap(({ uncertain }) =>
    uncertain && !uncertain.fields ? uncertain.candidates : [],
  );
  expect(candidates.length).toBeGreaterThan(1);
  for (const text of [texts.Get, texts['Get Many']]) {
    expect(text).toContain('which permission this needs on the key is not known');
    for (const { name } of candidates) expect(text).not.toContain(name);
  }
  expect(texts.Submit).toContain('needs "Submit Proposal" on the key');
});

it('says what each status of a proposal means', () => {
  const texts = optionTexts('statuses');
  expect(Object.keys(texts)).toHaveLength(8);
  expect(Object.values(texts)).not.toContain(undefined);
  expect(texts.Accepted).toBe('Submitted and valid, but not accepted by the client');
  expect(texts.Activated).toBe('The client has replied to you or invited you');
});
