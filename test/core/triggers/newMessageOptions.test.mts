import type { SandboxOptions } from '../../sandbox/index.mts';
import { isOpenInterview, room, textOf } from '../messaging.mts';
import { delivery, EACH_ONCE, HOUR, MINUTE } from './jobFeed.mts';
import { MessageFeed, onlyRooms, watchingMessages } from './messageFeed.mts';

// What isn't known about Upwork, both ways.
describe.each<[string, Partial<SandboxOptions>]>([
  ['as it is likely', {}],
  ['with a list of hidden rooms only', { hiddenRoomsAlone: true }],
  ['with a reliable hasNextPage', { reliableHasNextPage: true }],
  ['with archived rooms that are hidden', { archivingHides: true }],
  ['with errors that have no path', { errorPaths: false }],
])('Upwork Trigger: new message, %s', (_, options) => {
  const feed = new MessageFeed(options);
  const { clock, upwork } = feed;

  it('emits each message of all kinds of rooms once', async () => {
    const n8n = upwork.connected();
    const [archived = ''] = await feed.roomIds(isOpenInterview);
    await n8n.run(room('archive', { roomId: archived }));
    const roomIds = await feed.roomIds();
    expect(roomIds).toContain(archived);
    expect(await n8n.activate(watchingMessages(), clock)).toBeNull();

    const written = roomIds.flatMap((id) => feed.write(id, { count: 3 }));
    clock.advance(MINUTE);
    for (const id of roomIds.slice(0, 5)) feed.write(id, { system: true });
    const emitted = await feed.polls(n8n, 3);
    written.push(...roomIds.slice(3, 8).flatMap((id) => feed.write(id)));
    written.push(...roomIds.slice(0, 2).flatMap((id) => feed.write(id, { ago: 2 * HOUR })));
    emitted.push(...(await feed.polls(n8n, 12)));
    expect(delivery(emitted, written)).toEqual(EACH_ONCE);

    feed.requests();
    emitted.push(...(await feed.polls(n8n, 2, MINUTE)));
    expect(feed.requests()).toBe(2);
  });

  it('emits what other rooms have if one of them is gone', async () => {
    const n8n = upwork.connected();
    const created = await n8n.run(
      room('create', { roomType: 'GROUP', roomName: 'Gone soon', users: {} }),
    );
    const gone = textOf(created.items[0]?.json, 'id');
    const [one = '', two = ''] = await feed.roomIds((any) => any.id !== gone);
    await n8n.activate(watchingMessages(onlyRooms(gone, one, two)), clock);
    await n8n.run(room('delete', { roomId: gone }));
    const written = [...feed.write(one), ...feed.write(two)];
    expect(delivery(await feed.polls(n8n, 3), written)).toEqual(EACH_ONCE);
  });
});
