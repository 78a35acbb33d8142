import type { INodeParameters } from 'n8n-workflow';

import { clientProposal, jobPosting } from '../clientSide.mts';
import { message, room, roomIdThat } from '../messaging.mts';
import { proposal } from '../proposals.mts';
import { Upwork } from '../upwork.mts';

const UNKNOWN = '1';

describe.each(['likely', 'errors', 'nulls'] as const)(
  'an ID that does not exist, if Upwork returns %s',
  (unknownIds) => {
    const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 20, unknownIds });

    const LOOKUPS: [string, INodeParameters][] = [
      ['Job: Get', { resource: 'job', operation: 'get', jobId: UNKNOWN }],
      ['Job Posting: Get', jobPosting('get', { jobPostingId: UNKNOWN })],
      ['Proposal: Get', proposal('get', { proposalId: UNKNOWN })],
      ['Received Proposal: Get', clientProposal('get', { proposalId: UNKNOWN })],
      ['Room: Get', room('get', { roomId: 'room_0' })],
      ['Message: Get', message('get', { roomId: 'room_0', messageId: 'story_0' })],
    ];

    it.each(LOOKUPS)('is an error that says so in %s', async (_operation, parameters) => {
      const run = upwork.connected().run(parameters);
      await expect(run).rejects.toThrow(/Upwork has no/);
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
    });

    it.each(LOOKUPS)('is an error of each item in %s', async (_operation, parameters) => {
      const { items } = await upwork
        .connected()
        .run(parameters, { input: [{}, {}, {}], continueOnFail: true });
      expect(items.map(({ json }) => json.error)).toEqual(
        Array(3).fill(expect.stringMatching(/Upwork has no/)),
      );
    });

    it('does not affect messages that exist', async () => {
      const n8n = upwork.connected();
      const roomId = await roomIdThat(n8n, ({ isBlocked }) => isBlocked === false);
      const [sent] = upwork.control.addMessages({ roomId });
      const get = message('get', { roomId, messageId: '={{ $json.id }}' });
      const input = [{ id: sent?.storyId }, { id: 'story_0' }, { id: sent?.storyId }];
      const { items } = await n8n.run(get, { input, continueOnFail: true });
      expect(items.map(({ json }) => json.id ?? json.error)).toEqual([
        sent?.storyId,
        expect.stringMatching(/Upwork has no/),
        sent?.storyId,
      ]);
    });
  },
);
