import type { INodeParameters } from 'n8n-workflow';

import { ME } from '../../sandboxClient/ids.mts';
import type { Instance } from '../instance.mts';
import {
  isOpenInterview,
  message,
  quietProposals,
  records,
  roomIdThat,
  rooms,
  stranger,
  textOf,
  textsOf,
  UNCERTAIN,
} from '../messaging.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const executed = () => upwork.control.stats().executed;

const lastSent = () => upwork.control.sentMessages().at(-1);

/** A message that the connected user has sent. */
async function aMessage(n8n: Instance): Promise<{ roomId: string; messageId: string }> {
  const roomId = await roomIdThat(n8n, isOpenInterview);
  const [sent] = await records(n8n, message('send', { roomId, message: 'A first try' }));
  return { roomId, messageId: textOf(sent, 'id') };
}

describe('message: send', () => {
  it('sends a message to a room', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    const text = 'Good morning 🦓\n\nThe second part is done.';
    const [sent] = await records(n8n, message('send', { roomId, message: text }));
    expect(schemaErrors('sentMessage', sent ?? {})).toEqual([]);
    expect(sent).toMatchObject({ roomId, text });
    expect(lastSent()).toMatchObject({ roomId, storyId: sent?.id, message: text });
    const [newest] = await records(n8n, message('getAll', { roomId, limit: 1 }));
    expect(newest).toMatchObject({ id: sent?.id, senderId: ME, sentAt: sent?.sentAt });
  });

  it('sends the text as it was typed', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    const text = '  def stripes():\n      return 26\n';
    const [sent] = await records(n8n, message('send', { roomId, message: text }));
    expect(lastSent()).toMatchObject({ storyId: sent?.id, message: text });
  });

  it('sends one message per item, and none twice', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    upwork.control.resetStats();
    const input = ['one', 'two', 'three'].map((text) => ({ text }));
    const sent = await records(
      n8n,
      message('send', { roomId, message: '={{ $json.text }}' }),
      input,
    );
    expect(sent.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(executed()).toEqual({ 'Mutation.createRoomStoryV2': 3 });
  });

  it('sends a message to the room of a contract, an offer or a proposal', async () => {
    const n8n = upwork.connected();
    const contract = (await rooms(n8n)).find(
      (one) => isOpenInterview(one) && one.contractId !== null,
    );
    const [proposalId = ''] = await quietProposals(upwork, 1);
    const [opened] = upwork.control.addMessages({ proposalId });
    const targets: [INodeParameters, unknown][] = [
      [{ roomBy: 'contract', contractId: textOf(contract, 'contractId') }, contract?.id],
      [{ roomBy: 'offer', offerId: textsOf(contract, 'offerIds')[0] ?? '' }, contract?.id],
      [{ roomBy: 'proposal', proposalId }, opened?.roomId],
    ];
    for (const [target, roomId] of targets) {
      await n8n.run(message('send', { ...target, message: 'Hello' }));
      expect(lastSent()).toMatchObject({ roomId, message: 'Hello' });
    }
  });

  it('sends a message to a person, and opens the room only if there is none', async () => {
    const n8n = upwork.connected();
    const send = message('send', {
      roomBy: 'person',
      ...(await stranger(n8n)),
      message: 'Nice to meet you',
    });
    upwork.control.resetStats();
    const [first] = await records(n8n, send);
    expect(executed()).toMatchObject({ 'Mutation.roomCreate1on1IfNotExists': 1 });
    const [second] = await records(n8n, send);
    expect(second?.roomId).toBe(first?.roomId);
    expect(executed()).toMatchObject({
      'Mutation.roomCreate1on1IfNotExists': 1,
      'Mutation.createRoomStoryV2': 2,
    });
  });

  it('says that a freelancer can’t open the room of a proposal, and sends nothing', async () => {
    const run = upwork
      .connected()
      .run(message('send', { roomBy: 'proposal', proposalId: '1', message: 'Hello' }));
    await expect(run).rejects.toThrow("'Proposal ID' names a proposal that has no room");
    await expect(run).rejects.toMatchObject({
      description: expect.stringContaining('the client has to write first') as string,
    });
    expect(executed()['Mutation.createRoomStoryV2']).toBeUndefined();
  });

  it('accepts 10,240 characters and refuses one more before anything is sent', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    const longest = 'x'.repeat(10_240);
    await n8n.run(message('send', { roomId, message: longest }));
    expect(lastSent()?.message).toBe(longest);
    upwork.control.resetStats();
    await expect(n8n.run(message('send', { roomId, message: `${longest}x` }))).rejects.toThrow(
      "'Message' has 10241 characters, but Upwork accepts at most 10240 [item 0]",
    );
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it.each<[string, INodeParameters, string]>([
    ['no text', { roomId: 'room_1', message: '  ' }, "'Message' is empty"],
    ['no room', { roomId: '', message: 'Hello' }, "'Room' is empty"],
    [
      'a person without a user ID',
      { roomBy: 'person', userOrganizationId: '1', message: 'Hello' },
      "'User ID' is empty",
    ],
  ])(
    'refuses %s, naming parameter and item, before anything is sent',
    async (_what, bad, words) => {
      const run = upwork.connected().run(message('send', bad));
      await expect(run).rejects.toThrow(words);
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
      expect(upwork.control.stats().requests.graphql).toBe(0);
    },
  );
});

describe('message: update and delete', () => {
  it('change your own message', async () => {
    const n8n = upwork.connected();
    const locator = await aMessage(n8n);
    const update = message('update', { ...locator, message: 'A second try' });
    const [updated] = await records(n8n, update);
    expect(schemaErrors('editedMessage', updated ?? {})).toEqual([]);
    expect(updated).toMatchObject({ id: locator.messageId, text: 'A second try' });
    expect(await records(n8n, message('get', locator))).toMatchObject([{ text: 'A second try' }]);

    const deleted = await records(n8n, message('delete', locator));
    const { messageId: id, roomId } = locator;
    expect(deleted).toEqual([{ deleted: true, id, roomId }]);
    expect(deleted.flatMap((one) => schemaErrors('deletedMessage', one))).toEqual([]);
    await expect(n8n.run(message('get', locator))).rejects.toThrow('which is not in the room');
  });

  it("leave other people's messages alone", async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    const [theirs] = upwork.control.addMessages({ roomId });
    const locator = { roomId, messageId: theirs?.storyId ?? '' };
    for (const change of [
      message('update', { ...locator, message: 'Mine' }),
      message('delete', locator),
    ]) {
      await expect(n8n.run(change)).rejects.toThrow('Upwork did not authorize this');
    }
    expect(await records(n8n, message('get', locator))).toMatchObject([{ text: theirs?.message }]);
  });

  it.each<[string, INodeParameters, string]>([
    ['update', { messageId: 'story_1', message: '' }, "'Message' is empty"],
    ['update', { messageId: 'story_1', message: 'x'.repeat(10_241) }, "'Message' has 10241"],
    ['update', { message: 'Hello' }, "'Message ID' is empty"],
    ['delete', {}, "'Message ID' is empty"],
    ['delete', { messageId: 'story 1' }, "'Message ID' is not an ID"],
  ])('%s refuses bad input, naming parameter and item: %j', async (operation, bad, words) => {
    const run = upwork.connected().run(message(operation, { roomId: 'room_1', ...bad }));
    await expect(run).rejects.toThrow(words);
    await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe.each([
  ['send', 'createRoomStoryV2'],
  ['update', 'updateRoomStoryV2'],
  ['delete', 'removeRoomStory'],
])('message: %s', (operation, field) => {
  const change = async (n8n: Instance) =>
    message(operation, { ...(await aMessage(n8n)), message: 'Once' });

  it('names the missing permission', async () => {
    const n8n = upwork.connected();
    const run = await change(n8n);
    upwork.control.setPermissions({
      permissions: ['Common Entities – Read-Only', 'Messaging – Read-Only'],
    });
    await expect(n8n.run(run)).rejects.toMatchObject({
      message: expect.stringContaining(
        'The Upwork API key lacks a permission. Tick "Messaging – Read and Write" on the key',
      ) as string,
    });
  });

  it.each([
    ['the response is lost', { kind: 'reset', when: 'after' }, 1],
    ['Upwork fails', { kind: 'status', status: 503 }, 0],
  ] as const)('is never sent again, and says so, when %s', async (_what, fault, times) => {
    const n8n = upwork.connected();
    const run = await change(n8n);
    upwork.control.resetStats();
    upwork.control.addFault({ at: 'graphql', times: 1, ...fault });
    await expect(n8n.run(run)).rejects.toThrow(UNCERTAIN);
    expect(executed()[`Mutation.${field}`] ?? 0).toBe(times);
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });
});

it('no message is sent if the response to opening the room is lost', async () => {
  const n8n = upwork.connected();
  const person = await stranger(n8n);
  upwork.control.resetStats();
  upwork.control.addFault({
    at: 'graphql',
    kind: 'reset',
    when: 'after',
    operation: 'RoomOpen',
    times: 1,
  });
  const run = n8n.run(message('send', { roomBy: 'person', ...person, message: 'Hello' }));
  await expect(run).rejects.toThrow(UNCERTAIN);
  expect(executed()['Mutation.createRoomStoryV2']).toBeUndefined();
});
