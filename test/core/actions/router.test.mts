import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { isOpenInterview, message, roomIdThat } from '../messaging.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const SEARCH: INodeParameters = {
  resource: 'job',
  operation: 'search',
  query: '={{ $json.query }}',
  limit: '={{ $json.limit }}',
};

/** So that simultaneous requests overlap at the sandbox. */
const delayAll = () => {
  upwork.control.addFault({ at: 'graphql', kind: 'delay', ms: 20, times: 99 });
};

const itemOf = ({ pairedItem }: INodeExecutionData): number =>
  typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : NaN;

describe('the items of a run', () => {
  it('are read several at a time, and returned in their order', async () => {
    const input = Array.from({ length: 12 }, (_, item) => ({ query: '', limit: item + 1 }));
    delayAll();
    const { items } = await upwork.connected().run(SEARCH, { input });
    const counts = input.map((_, item) => items.filter((one) => itemOf(one) === item).length);
    expect(counts).toEqual(input.map(({ limit }) => limit));
    const order = items.map(itemOf);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    const { maxConcurrent } = upwork.control.stats();
    expect(maxConcurrent).toBeGreaterThan(1);
    expect(maxConcurrent).toBeLessThanOrEqual(5);
  });

  it('are changed one after another, in their order', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    upwork.control.resetStats();
    delayAll();
    const input = ['one', 'two', 'three', 'four'].map((text) => ({ text }));
    await n8n.run(message('send', { roomId, message: '={{ $json.text }}' }), { input });
    expect(upwork.control.stats().maxConcurrent).toBe(1);
    const sent = upwork.control.sentMessages().slice(-4);
    expect(sent.map(({ message: text }) => text)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('are not started after one has failed', async () => {
    const input = Array.from({ length: 200 }, (_, item) => ({ query: '', limit: item - 20 }));
    const run = upwork.connected().run(SEARCH, { input });
    await expect(run).rejects.toThrow("'Limit' must be 1 or more (it is -20) [item 0]");
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});
