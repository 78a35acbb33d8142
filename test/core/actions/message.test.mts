import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Instance } from '../instance.mts';
import {
  isOpenInterview,
  message,
  quietProposals,
  records,
  roomIdThat,
  rooms,
  textOf,
} from '../messaging.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const requests = () => upwork.control.stats().requests.graphql;

const list = (roomId: string, parameters: INodeParameters = {}): INodeParameters =>
  message('getAll', { roomId, returnAll: true, ...parameters });

const sentAt = (one: IDataObject | undefined): string => textOf(one, 'sentAt');

/** A room with several hundred messages, and all of them, newest first. */
async function longRoom(n8n: Instance): Promise<{ roomId: string; all: IDataObject[] }> {
  for (const one of await rooms(n8n)) {
    const roomId = textOf(one, 'id');
    const all = await records(n8n, list(roomId));
    if (all.length > 200) {
      upwork.control.resetStats();
      return { roomId, all };
    }
  }
  throw new Error('no room has that many messages');
}

describe('message: get many', () => {
  it('returns all messages of a room, each once, newest first', async () => {
    const n8n = upwork.connected();
    const { roomId, all } = await longRoom(n8n);
    expect(all.flatMap((one) => schemaErrors('message', one))).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const times = all.map(sentAt);
    expect(times).toEqual([...times].sort().reverse());
    await n8n.run(message('getAll', { roomId, limit: 100 }));
    expect(requests()).toBe(1);
  });

  it('can start with the oldest', async () => {
    const n8n = upwork.connected();
    const { roomId, all } = await longRoom(n8n);
    const oldest = await records(
      n8n,
      message('getAll', { roomId, sort: 'createdAscending', limit: 3 }),
    );
    expect(oldest).toEqual([...all].reverse().slice(0, 3));
  });

  it('returns only messages between the two times, both included', async () => {
    const n8n = upwork.connected();
    const { roomId, all } = await longRoom(n8n);
    const [sentBefore, sentAfter] = [sentAt(all[20]), sentAt(all[190])];
    const expected = all.filter((one) => sentAt(one) >= sentAfter && sentAt(one) <= sentBefore);
    expect(expected.length).toBeGreaterThan(150);
    const found = await records(n8n, list(roomId, { filters: { sentAfter, sentBefore } }));
    expect(found).toEqual(expected);
    const newer = await records(n8n, list(roomId, { filters: { sentAfter } }));
    expect(newer).toEqual(all.filter((one) => sentAt(one) >= sentAfter));
    const older = await records(n8n, list(roomId, { filters: { sentBefore }, limit: 5 }));
    expect(older).toEqual(all.filter((one) => sentAt(one) <= sentBefore));
  });

  it("reads a time without a zone in the workflow's time zone", async () => {
    const n8n = upwork.connected();
    const { roomId, all } = await longRoom(n8n);
    const [newest] = all;
    // Expressions write times in the workflow's time zone, which is not UTC here.
    const local =
      '={{ DateTime.fromISO("' + sentAt(newest) + '").toFormat("yyyy-MM-dd\'T\'HH:mm:ss") }}';
    const found = await records(n8n, list(roomId, { filters: { sentAfter: local } }));
    expect(found).toEqual(all.filter((one) => sentAt(one) === sentAt(newest)));
  });

  it.each([
    ['east of Greenwich', 'Asia/Tokyo', 9],
    ['west of Greenwich', 'America/Phoenix', -7],
  ])('reads a time without a zone as local, %s', async (_where, timezone, offset) => {
    const n8n = upwork.connected();
    const { roomId, all } = await longRoom(n8n);
    const time = Date.parse(sentAt(all[20]));
    const expected = all.filter((one) => Date.parse(sentAt(one)) >= time);
    const local = new Date(time + offset * 3_600_000).toISOString().slice(0, 19);
    for (const sentAfter of [
      local,
      `={{ "${local}" }}`,
      `={{ DateTime.fromISO("${local}") }}`,
      `={{ new Date(${time}) }}`,
      `={{ DateTime.fromMillis(${time}, { zone: "utc" }) }}`,
    ]) {
      const { items } = await n8n.run(list(roomId, { filters: { sentAfter } }), { timezone });
      expect([sentAfter, items.map(({ json }) => json)]).toEqual([sentAfter, expected]);
    }
  });

  it("reads a day without a time in the workflow's time zone", async () => {
    const n8n = upwork.connected();
    const { roomId, all } = await longRoom(n8n);
    const day = sentAt(all[20]).slice(0, 10);
    const midnight = Date.parse(`${day}T00:00:00+09:00`);
    const run = n8n.run(list(roomId, { filters: { sentAfter: day } }), { timezone: 'Asia/Tokyo' });
    expect((await run).items.map(({ json }) => json)).toEqual(
      all.filter((one) => Date.parse(sentAt(one)) >= midnight),
    );
  });

  it('returns the sender and the attachments', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    upwork.control.addMessages({ roomId, message: 'See these', attachments: ['a.pdf', 'b.png'] });
    const [newest] = await records(n8n, message('getAll', { roomId, limit: 1 }));
    expect(newest).toMatchObject({
      roomId,
      roomUrl: `https://www.upwork.com/ab/messages/rooms/${roomId}`,
      text: 'See these',
      senderName: expect.stringMatching(/^\w+ \w\.$/) as string,
      attachments: 'a.pdf, b.png',
    });
  });

  it('finds the room by the proposal that it is about', async () => {
    const [proposalId = ''] = await quietProposals(upwork, 1);
    upwork.control.addMessages({ proposalId, message: 'Your proposal looks good' });
    const found = await records(
      upwork.connected(),
      message('getAll', { roomBy: 'proposal', proposalId }),
    );
    expect(found).toMatchObject([{ text: 'Your proposal looks good' }]);
  });

  it('returns nothing, and no error, for a room without messages', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, ({ latestMessageId }) => latestMessageId === null);
    expect(await records(n8n, list(roomId))).toEqual([]);
  });

  it('returns the raw data if Simplify is off', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, ({ latestMessageId }) => latestMessageId !== null);
    const [raw] = await records(n8n, message('getAll', { roomId, limit: 1, simplify: false }));
    expect(raw).toMatchObject({ createdDateTime: expect.any(String) as string });
  });

  it.each<[string, INodeParameters, string]>([
    ['no room', { roomId: '' }, "'Room' is empty"],
    ['a limit of 0', { roomId: 'room_1', limit: 0 }, "'Limit' must be 1 or more"],
    [
      'a reversed period',
      { roomId: 'room_1', filters: { sentAfter: '2026-02-01', sentBefore: '2026-01-01' } },
      "'Sent After' is later than 'Sent Before'",
    ],
    [
      'an invalid time',
      { roomId: 'room_1', filters: { sentBefore: 'yesterday' } },
      "'Sent Before' must be a date",
    ],
    ['an unknown sort order', { roomId: 'room_1', sort: 'random' }, "'Sort By' must be one of"],
  ])(
    'refuses %s, naming parameter and item, before anything is sent',
    async (_what, bad, words) => {
      const run = upwork.connected().run(message('getAll', bad));
      await expect(run).rejects.toThrow(words);
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
      expect(requests()).toBe(0);
    },
  );
});

describe('message: get', () => {
  it('returns what the list returns, several in one request', async () => {
    const n8n = upwork.connected();
    const { roomId, all } = await longRoom(n8n);
    const input = all.slice(0, 8).map(({ id }) => ({ id }));
    const get = message('get', { roomId, messageId: '={{ $json.id }}' });
    expect(await records(n8n, get, input)).toEqual(all.slice(0, 8));
    expect(requests()).toBe(1);
  });

  it.each<[string, INodeParameters, string]>([
    ['no message', { messageId: '' }, "'Message ID' is empty"],
    ['text', { messageId: 'the last one' }, `'Message ID' is not an ID: "the last one"`],
    ['an unknown one', { messageId: 'story_0' }, "'Message ID' names the message story_0, which"],
  ])('refuses %s, naming parameter and item', async (_what, bad, words) => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, () => true);
    const run = n8n.run(message('get', { roomId, ...bad }));
    await expect(run).rejects.toThrow(words);
    await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
  });
});

it.each(['get', 'getAll'])('message: %s names the missing permission', async (operation) => {
  upwork.control.setPermissions({ permissions: ['Common Entities – Read-Only'] });
  const run = upwork
    .connected()
    .run(message(operation, { roomId: 'room_1', messageId: 'story_1' }));
  await expect(run).rejects.toMatchObject({
    message: expect.stringContaining(
      'The Upwork API key lacks a permission. Tick "Messaging – Read-Only" on the key',
    ) as string,
  });
});
