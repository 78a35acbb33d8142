import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { IDENTITY_FIELDS } from '../../../nodes/Upwork/api/graphql/partialData.ts';
import { coordinates } from '../../../nodes/Upwork/api/graphql/printDocument.ts';
import { compile, operationOf } from '../../codegen/compile.mts';
import { packageDocuments } from '../../codegen/documents.mts';

import { isOpenInterview, message, records, roomIdThat } from '../messaging.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 3 };

const requests = () => upwork.control.stats().requests.graphql;

const CLIENT = 'MarketplaceJobPostingSearchClientInfo';

/** The fields that a read can leave out. The last field of a root field can't be left out. */
function removable(name: string): string[] {
  const identity = new Set<string>(IDENTITY_FIELDS);
  const [document] = packageDocuments().filter((one) => one.name === name);
  const { fields } = compile(operationOf(document?.text ?? '').operation);
  return [...new Set(coordinates(fields))].filter((field) => {
    const [type = '', property = ''] = field.split('.');
    return type !== 'Query' && !identity.has(property) && property !== 'ciphertext';
  });
}

const READS: [string, INodeParameters][] = [
  ['JobSearch', search],
  ['RoomList', { resource: 'room', operation: 'getAll', limit: 3 }],
  ['ProposalList', { resource: 'proposal', operation: 'getAll', limit: 3 }],
];

describe("fields that Upwork's API no longer has", () => {
  it('are left out of a read, with a hint, and requested only once', async () => {
    upwork.control.removeFields({ fields: [`${CLIENT}.totalSpent`, `${CLIENT}.totalHires`] });
    const n8n = upwork.connected();
    const first = await n8n.run(search);
    expect(requests()).toBe(2);
    expect(first.items).toHaveLength(3);
    expect(first.items.flatMap(({ json }) => schemaErrors('job', json))).toEqual([]);
    expect(first.items[0]?.json).toMatchObject({ clientSpent: null, clientHires: null });
    expect(first.items[0]?.json).toHaveProperty('clientCountry', expect.any(String));
    expect(first.hints).toEqual([
      `Left out, because Upwork's API no longer has it: ${CLIENT}.totalHires, ${CLIENT}.totalSpent. A newer version of this package may help.`,
    ]);

    upwork.control.resetStats();
    const second = await n8n.run(search);
    expect(requests()).toBe(1);
    expect(second.hints).toEqual(first.hints);
  });

  it('are left out of each copy in a batch', async () => {
    const { items } = await upwork.connected().run({ ...search, limit: 12 });
    upwork.control.removeFields({ fields: ['MarketplaceJobPosting.classification'] });
    upwork.control.resetStats();
    const jobId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
    const input = items.map(({ json }) => ({ id: json.id }));
    const { items: jobs } = await upwork
      .connected()
      .run({ resource: 'job', operation: 'get', jobId }, { input });
    expect(jobs.map(({ json }) => json.id)).toEqual(input.map(({ id }) => id));
    expect(jobs.map(({ json }) => json.category)).toEqual(input.map(() => null));
  });

  it("are left out together with those that the key can't read", async () => {
    upwork.control.removeFields({ fields: [`${CLIENT}.totalSpent`] });
    upwork.control.blockFields({ fields: [`${CLIENT}.totalHires`] });
    const { items, hints } = await upwork.connected().run(search);
    expect(items[0]?.json).toMatchObject({ clientSpent: null, clientHires: null });
    expect(hints.join()).toContain(`can't read it: ${CLIENT}.totalHires`);
    expect(hints.join()).toContain(`no longer has it: ${CLIENT}.totalSpent`);
  });

  it('are left out of what a change returns, and the change is made once', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    upwork.control.removeFields({ fields: ['RoomStory.createdDateTime'] });
    upwork.control.resetStats();
    const [sent] = await records(n8n, message('send', { roomId, message: 'Hello' }));
    expect(sent).toMatchObject({ text: 'Hello', sentAt: null });
    expect(upwork.control.stats().executed).toEqual({ 'Mutation.createRoomStoryV2': 1 });
  });

  it.each([
    ['the list itself', 'Query.marketplaceJobPostingsSearch'],
    ['the ID of the records', 'MarketplaceJobPostingSearchResult.id'],
    ['the cursor of a list', 'PageInfo.endCursor'],
  ])('are an error if %s is gone', async (_what, field) => {
    upwork.control.removeFields({ fields: [field] });
    const run = upwork.connected().run(search);
    await expect(run).rejects.toThrow(
      new RegExp(`^Upwork did not accept the query: .*'${field.split('.')[1] ?? ''}'`),
    );
  });

  it.each(READS)('%s works without any of them', async (name, parameters) => {
    const whole = await upwork.connected().run(parameters);
    await fc.assert(
      fc.asyncProperty(fc.subarray(removable(name)), async (fields) => {
        upwork.control.removeFields({ fields });
        const { items } = await upwork.connected().run(parameters);
        expect(items).toHaveLength(whole.items.length);
      }),
      { numRuns: 20 },
    );
  });
});
