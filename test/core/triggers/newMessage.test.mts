import type { IDataObject } from 'n8n-workflow';

import { message, quietProposals, room, textOf } from '../messaging.mts';
import { delivery, EACH_ONCE, HOUR, ids, MINUTE } from './jobFeed.mts';
import { MessageFeed, onlyRooms, watchingMessages } from './messageFeed.mts';

const feed = new MessageFeed();
const { clock, upwork } = feed;

const isWritable = ({ isReadOnly, isBlocked }: IDataObject): boolean =>
  isReadOnly === false && isBlocked === false;

/** An n8n in which the trigger is active, with nothing left of what Upwork has shown before. */
async function active(changes = {}) {
  const n8n = upwork.connected();
  const trigger = watchingMessages(changes);
  expect(await n8n.activate(trigger, clock)).toBeNull();
  expect(await feed.polls(n8n, 1)).toEqual([]);
  feed.requests();
  return n8n;
}

describe('Upwork Trigger: new message', () => {
  it('emits nothing at activation, then each message once, oldest first, over several rooms', async () => {
    const [one = '', two = '', three = ''] = await feed.roomIds();
    feed.write(one, { ago: MINUTE, count: 3 });
    const n8n = await active();
    const [second] = feed.write(one, { ago: 20_000 });
    const [third] = feed.write(two, { ago: 10_000 });
    const [first] = feed.write(three, { ago: 30_000 });
    expect(ids(await n8n.poll())).toEqual([first, second, third]);
    const [fourth] = feed.write(one);
    expect(await feed.polls(n8n, 10)).toEqual([fourth]);
  });

  it('emits the latest messages that exist at activation, if it should, however old they are', async () => {
    const [one = '', two = ''] = await feed.roomIds();
    const written = [...feed.write(one, { ago: MINUTE }), ...feed.write(two)];
    clock.advance(20 * HOUR);
    const n8n = upwork.connected();
    const trigger = watchingMessages({ ...onlyRooms(one, two), options: { existing: 2 } });
    expect(ids(await n8n.activate(trigger, clock))).toEqual(written);
    const added = feed.write(one);
    expect(await feed.polls(n8n, 8)).toEqual(added);
  });

  it('needs one request for a poll that finds nothing new', async () => {
    const n8n = await active();
    expect(await feed.polls(n8n, 4)).toEqual([]);
    expect(feed.requests()).toBe(4);
  });

  it('needs two requests if there is something new in ten rooms', async () => {
    const roomIds = (await feed.roomIds()).slice(0, 10);
    for (const id of roomIds) feed.write(id, { count: 10 });
    clock.advance(HOUR);
    const n8n = await active();
    const written = roomIds.flatMap((id) => feed.write(id));
    expect(delivery(await feed.polls(n8n, 1), written)).toEqual(EACH_ONCE);
    expect(feed.requests()).toBe(2);
  });

  it('emits what is new in more rooms than fit into a request', async () => {
    const roomIds = await feed.roomIds();
    expect(roomIds.length).toBeGreaterThan(20);
    const n8n = await active();
    const written = roomIds.flatMap((id) => feed.write(id, { count: 2 }));
    expect(delivery(await feed.polls(n8n, 1), written)).toEqual(EACH_ONCE);
  });

  it('emits what is new in rooms that are hidden, or to which the user is not subscribed', async () => {
    const hidden = await feed.roomIds(({ isHidden }) => isHidden === true);
    expect(hidden.length).toBeGreaterThan(0);
    const { items } = await upwork
      .connected()
      .run(room('getAll', { returnAll: true, filters: { subscription: 'notSubscribed' } }));
    const other = items.map(({ json }) => textOf(json, 'id'));
    expect(other.length).toBeGreaterThan(0);
    const n8n = await active();
    const written = [...hidden, ...other].flatMap((id) => feed.write(id));
    expect(delivery(await feed.polls(n8n, 3), written)).toEqual(EACH_ONCE);
  });

  it('emits 250 messages in one room, also with fewer at a time', async () => {
    const [roomId = ''] = await feed.roomIds();
    const n8n = await active({ options: { limitPerPoll: 60 } });
    const written = Array.from({ length: 250 }, (_, index) =>
      feed.write(roomId, { ago: (250 - index) * 1_000 }),
    ).flat();
    expect(await feed.polls(n8n, 5)).toEqual(written);
    expect(await feed.polls(n8n, 8)).toEqual([]);
  });

  it('emits the first message of a new room', async () => {
    const [proposalId = ''] = await quietProposals(upwork, 1);
    const n8n = await active();
    const [sent] = upwork.control.addMessages({ proposalId, message: 'Hello' });
    expect(await n8n.poll()).toMatchObject([
      {
        id: sent?.storyId,
        text: 'Hello',
        roomId: sent?.roomId,
        proposalId,
        isOwn: false,
      },
    ]);
    const [read] = ((await n8n.fetchTestEvent(watchingMessages(), clock)) ?? []).reverse();
    expect(read?.jobTitle).toBe(read?.roomTopic);
  });

  it("emits the user's own messages only if it is asked to", async () => {
    const [roomId = ''] = await feed.roomIds(isWritable);
    const [others, all] = await Promise.all([active(), active({ options: { includeOwn: true } })]);
    const send = async (text: string) => {
      const { items } = await others.run(message('send', { roomId, message: text }));
      return items[0]?.json.id;
    };
    const own = await send('I am on my way');
    clock.advance(1_000);
    const [theirs] = feed.write(roomId);
    expect(await feed.polls(others, 1)).toEqual([theirs]);
    expect(await feed.polls(all, 1)).toEqual([own, theirs]);
  });

  it('watches only the chosen rooms', async () => {
    const [one = '', two = '', three = ''] = await feed.roomIds();
    const url = `https://www.upwork.com/ab/messages/rooms/${two}`;
    const n8n = await active(onlyRooms(one, url, one));
    expect(await feed.polls(n8n, 3)).toEqual([]);
    expect(feed.requests()).toBe(3);
    const written = [...feed.write(one), ...feed.write(two)];
    feed.write(three);
    expect(delivery(await feed.polls(n8n, 9), written)).toEqual(EACH_ONCE);
  });

  it('starts with what is new when other rooms are chosen, without a gap', async () => {
    const [one = '', two = ''] = await feed.roomIds();
    const n8n = await active(onlyRooms(one));
    feed.write(two, { count: 3 });
    const seen = feed.write(one);
    expect(await feed.polls(n8n, 2)).toEqual(seen);
    clock.advance(MINUTE);
    const waiting = [...feed.write(two), ...feed.write(one)];
    clock.advance(MINUTE);
    const edited = ids(await n8n.activate(watchingMessages(onlyRooms(one, two)), clock));
    expect(delivery([...edited, ...(await feed.polls(n8n, 9))], waiting)).toEqual(EACH_ONCE);
    const last = feed.write(two);
    expect(ids(await n8n.activate(watchingMessages(), clock))).toEqual(last);
  });

  it('finds a message that Upwork shows late, even if it is not the latest of its room', async () => {
    const [one = '', two = ''] = await feed.roomIds();
    const n8n = await active();
    clock.advance(5 * HOUR);
    const latest = [one, two].flatMap((id) => feed.write(id));
    expect(delivery(await feed.polls(n8n, 1), latest)).toEqual(EACH_ONCE);
    const late = [...feed.write(one, { ago: 4 * HOUR }), ...feed.write(two, { ago: 2 * MINUTE })];
    expect(delivery(await feed.polls(n8n, 7), late)).toEqual(EACH_ONCE);
    expect(await feed.polls(n8n, 90)).toEqual([]);
  });

  it('emits what came while n8n was off, and nothing again', async () => {
    const [one = '', two = ''] = await feed.roomIds();
    const trigger = watchingMessages();
    const n8n = await active();
    const before = feed.write(one);
    expect(await feed.polls(n8n, 20)).toEqual(before);
    n8n.restart();
    clock.advance(48 * HOUR);
    const written = [...feed.write(one, { ago: 30 * HOUR }), ...feed.write(two, { count: 120 })];
    const first = ids(await n8n.activate(trigger, clock));
    expect(delivery([...first, ...(await feed.polls(n8n, 9))], written)).toEqual(EACH_ONCE);
  });

  it.each([1, 2, 3, 4])('emits all messages although request %i fails', async (failing) => {
    const [one = '', two = ''] = await feed.roomIds();
    const n8n = await active();
    const written = [...feed.write(one, { count: 250 }), ...feed.write(two, { count: 2 })];
    upwork.beforeRequest((request) => {
      if (request === failing) {
        upwork.control.addFault({ at: 'graphql', kind: 'status', status: 500, times: 8 });
      }
    });
    expect(delivery(await feed.polls(n8n, 9), written)).toEqual(EACH_ONCE);
  });

  it('emits what other rooms have if one cannot be read', async () => {
    const [one = '', two = ''] = await feed.roomIds();
    const created = await upwork
      .connected()
      .run(room('create', { roomType: 'GROUP', roomName: 'Gone soon', users: {} }));
    const gone = textOf(created.items[0]?.json, 'id');
    const n8n = await active(onlyRooms(one, two, gone));
    await n8n.run(room('delete', { roomId: gone }));
    const emitted: unknown[] = [];
    const written: string[] = [];
    for (let poll = 0; poll < 20; poll++) {
      written.push(...feed.write(one), ...feed.write(two));
      emitted.push(...(await feed.polls(n8n, 1)));
    }
    expect(delivery(emitted, written)).toEqual(EACH_ONCE);
  });

  it('ignores system messages, however many there are', async () => {
    const [one = '', two = ''] = await feed.roomIds();
    const n8n = await active();
    const written = feed.write(one);
    clock.advance(1_000);
    feed.write(one, { system: true, count: 140, message: 'Ada B. joined' });
    feed.write(two, { system: true });
    expect(await feed.polls(n8n, 8)).toEqual(written);
  });

  it('leaves out what the key cannot read', async () => {
    const [roomId = ''] = await feed.roomIds(({ type }) => type === 'Interview');
    upwork.control.setPermissions({
      permissions: ['Common Entities – Read-Only', 'Messaging – Read-Only'],
    });
    const n8n = await active();
    const [id] = feed.write(roomId);
    clock.advance(MINUTE);
    expect(await n8n.poll()).toMatchObject([{ id, roomId, proposalId: null, jobTitle: null }]);
  });

  it.each([
    ['at all', true],
    ['any more', false],
  ])('emits no old messages if Upwork does not tell their times %s', async (_, fromTheStart) => {
    const [one = '', two = ''] = await feed.roomIds();
    const chosen = onlyRooms(one, two);
    const fields = ['RoomStory.createdDateTime'];
    if (fromTheStart) upwork.control.blockFields({ fields });
    const n8n = await active(chosen);
    const dated = feed.write(one);
    expect(await feed.polls(n8n, 1)).toEqual(dated);
    clock.advance(MINUTE);
    upwork.control.blockFields({ fields });
    const undated = feed.write(one, { count: 2 });
    expect(delivery(await feed.polls(n8n, 9), undated)).toEqual(EACH_ONCE);
  });

  it('returns what Upwork returned if Simplify is off', async () => {
    const [roomId = ''] = await feed.roomIds();
    const n8n = await active({ simplify: false });
    feed.write(roomId, { message: 'Hello', attachments: ['plan.pdf'] });
    expect(await n8n.poll()).toMatchObject([
      { message: 'Hello', attachments: [{ objectType: 'FILE' }], room: { id: roomId } },
    ]);
  });

  it('shows the latest messages as a test event, oldest first, and leaves the state alone', async () => {
    const [one = '', two = ''] = await feed.roomIds();
    const n8n = await active();
    const written = Array.from({ length: 10 }, (_, index) =>
      feed.write(index % 2 === 0 ? one : two, { ago: (20 - index) * 1_000 }),
    ).flat();
    expect(ids(await n8n.fetchTestEvent(watchingMessages(), clock))).toEqual(written);
    expect(delivery(await feed.polls(n8n, 1), written)).toEqual(EACH_ONCE);
  });

  it('says so if there is nothing to show as a test event', async () => {
    const n8n = upwork.connected();
    const { items } = await n8n.run(
      room('create', { roomType: 'GROUP', roomName: 'Empty', users: {} }),
    );
    const trigger = watchingMessages(onlyRooms(textOf(items[0]?.json, 'id')));
    await expect(n8n.fetchTestEvent(trigger, clock)).rejects.toThrow(
      'Upwork shows no messages that match these settings right now',
    );
  });
});
