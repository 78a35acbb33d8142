import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AGENCY } from '../../sandboxClient/ids.mts';
import { quietProposals, records, room, rooms, textOf } from '../messaging.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const requests = () => upwork.control.stats().requests.graphql;

/** When the last message in a room was sent. */
const activity = (one: IDataObject): string =>
  textOf(one, one.latestMessageSentAt === null ? 'createdAt' : 'latestMessageSentAt');

describe('room: get many', () => {
  it('returns all rooms, hidden ones included, each once, with the latest activity first', async () => {
    const n8n = upwork.connected();
    const all = await rooms(n8n);
    expect(requests()).toBe(2);
    expect(all.flatMap((one) => schemaErrors('room', one))).toEqual([]);
    const subscribed = await rooms(n8n, { subscription: 'subscribed' });
    const others = await rooms(n8n, { subscription: 'notSubscribed' });
    expect(others.length).toBeGreaterThan(5);
    expect(all.map(({ id }) => id).sort()).toEqual(
      [...subscribed, ...others].map(({ id }) => id).sort(),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const times = all.map(activity);
    expect(times).toEqual([...times].sort().reverse());
    expect(all.some(({ isHidden }) => isHidden)).toBe(true);
  });

  it('applies the limit to all lists together, in either order', async () => {
    const n8n = upwork.connected();
    const all = (await rooms(n8n)).map(({ id }) => id);
    const first = await records(n8n, room('getAll', { limit: 3 }));
    expect(first.map(({ id }) => id)).toEqual(all.slice(0, 3));
    const last = await records(n8n, room('getAll', { limit: 3, sort: 'activityAscending' }));
    expect(last.map(({ id }) => id)).toEqual(all.slice(-3).reverse());
  });

  it.each<[string, INodeParameters, (one: IDataObject) => boolean]>([
    ['a type', { roomType: 'GROUP' }, ({ type }) => type === 'Group'],
    ['privacy', { privacy: 'PUBLIC' }, ({ isPublic }) => isPublic === true],
    ['a category', { category: 'FAVORITES' }, ({ isFavorite }) => isFavorite === true],
    ['hidden ones', { includeHidden: false }, ({ isHidden }) => isHidden === false],
    ['unread ones', { unreadOnly: true }, ({ unread }) => Number(unread) > 0],
    ['a language, which changes nothing here', { locale: 'en-US' }, () => true],
  ])('filters by %s', async (_what, filters, fits) => {
    const n8n = upwork.connected();
    const found = await rooms(n8n, filters);
    expect(found).toEqual((await rooms(n8n)).filter(fits));
    expect(found.length).toBeGreaterThan(0);
  });

  it('filters by what a room is about', async () => {
    const n8n = upwork.connected();
    const one = (await rooms(n8n)).find(({ contractId }) => contractId !== null);
    const found = await rooms(n8n, { referenceId: textOf(one, 'contractId') });
    expect(found).toEqual([one]);
  });

  it('filters by activity, and also includes favorites and unread rooms on request', async () => {
    const n8n = upwork.connected();
    const all = await rooms(n8n);
    const activeSince = activity(all[Math.floor(all.length / 2)] ?? {});
    const isActive = (one: IDataObject) => activity(one) >= activeSince;
    expect(await rooms(n8n, { activeSince })).toEqual(all.filter(isActive));
    const included = { activeSince, includeFavorites: true, includeUnread: true };
    const more = all.filter((one) => isActive(one) || one.isFavorite || Number(one.unread) > 0);
    expect(more.length).toBeGreaterThan(all.filter(isActive).length);
    expect(await rooms(n8n, included)).toEqual(more);
  });

  it('accepts times from expressions', async () => {
    const n8n = upwork.connected();
    const all = await rooms(n8n);
    const filters = { activeSince: '={{ DateTime.fromISO("2020-01-01") }}' };
    expect(await rooms(n8n, filters)).toEqual(all);
    expect(await rooms(n8n, { activeSince: '={{ $now.plus(1, "day") }}' })).toEqual([]);
    expect(await rooms(n8n, { activeSince: '={{ new Date(2020, 1, 1) }}' })).toEqual(all);
  });

  it('returns nothing, and no error, if nothing matches', async () => {
    expect(await rooms(upwork.connected(), { referenceId: '1' })).toEqual([]);
  });

  it('returns the raw data if Simplify is off', async () => {
    const [raw] = await records(upwork.connected(), room('getAll', { limit: 1, simplify: false }));
    expect(raw).toMatchObject({ roomUsers: expect.any(Array) as unknown });
  });

  it.each<[string, INodeParameters, string]>([
    [
      'activity and unread only, which Upwork does not combine',
      { filters: { activeSince: '2026-01-01T00:00:00Z', unreadOnly: true } },
      "'Unread Only' can't be combined with 'Active Since'",
    ],
    [
      'favorites without a time',
      { filters: { includeFavorites: true } },
      "'Include Favorites' needs 'Active Since'",
    ],
    [
      'unread rooms without a time',
      { filters: { includeUnread: true } },
      "'Include Unread' needs 'Active Since'",
    ],
    ['an invalid time', { filters: { activeSince: 'soon' } }, "'Active Since' must be"],
    ['an unknown type', { filters: { roomType: 'PARTY' } }, "'Room Type' must be one of"],
    ['an unknown sort order', { sort: 'UP' }, "'Sort By' must be one of"],
  ])(
    'refuses %s, naming parameter and item, before anything is sent',
    async (_what, bad, words) => {
      const run = upwork.connected().run(room('getAll', bad));
      await expect(run).rejects.toThrow(words);
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
      expect(requests()).toBe(0);
    },
  );

  it('names the missing permission', async () => {
    upwork.control.setPermissions({ permissions: ['Common Entities – Read-Only'] });
    await expect(upwork.connected().run(room('getAll'))).rejects.toMatchObject({
      message: expect.stringContaining(
        'The Upwork API key lacks a permission. Tick "Messaging – Read-Only" on the key',
      ) as string,
    });
  });

  it('only needs "Read and Write"', async () => {
    upwork.control.setPermissions({
      permissions: ['Common Entities – Read-Only', 'Messaging – Read and Write'],
    });
    expect((await rooms(upwork.connected())).length).toBeGreaterThan(0);
  });

  it("leaves out fields that the key can't read, but no room", async () => {
    const n8n = upwork.connected();
    const all = await rooms(n8n);
    upwork.control.blockFields({ fields: ['Room.latestStory', 'Room.roomUsers', 'Room.public'] });
    const since = '2020-01-01T00:00:00Z';
    const { items, hints } = await upwork
      .connected()
      .run(room('getAll', { returnAll: true, filters: { activeSince: since } }));
    expect(items).toHaveLength(all.length);
    expect(items.flatMap(({ json }) => schemaErrors('room', json))).toEqual([]);
    expect(hints[0]).toContain('"Messaging – Read-Only"');
  });
});

describe('the list of rooms', () => {
  it('shows those with the latest activity first, and finds what was typed', async () => {
    const n8n = upwork.connected();
    const all = await rooms(n8n);
    const { results } = await n8n.listSearch('searchRooms');
    expect(results.map(({ value }) => value)).toEqual(all.map(({ id }) => id));
    const topic = textOf(
      all.find((one) => one.topic !== null),
      'topic',
    );
    const found = await n8n.listSearch('searchRooms', topic.toUpperCase());
    expect(found.results.map(({ value }) => value)).toEqual(
      all.filter((one) => one.topic === topic).map(({ id }) => id),
    );
    expect(found.results[0]).toMatchObject({
      name: expect.stringContaining(topic) as string,
      url: expect.stringMatching(
        /^https:\/\/www\.upwork\.com\/ab\/messages\/rooms\/room_/,
      ) as string,
    });
    expect((await n8n.listSearch('searchRooms', 'xylophonequartz')).results).toEqual([]);
  });

  it('shows those of the organization that is chosen in the node', async () => {
    const n8n = upwork.connected();
    const organizationId = { __rl: true, mode: 'id', value: AGENCY };
    const agencys = await records(n8n, room('getAll', { returnAll: true, organizationId }));
    const { results } = await n8n.listSearch('searchRooms', '', undefined, { organizationId });
    expect(results.map(({ value }) => value)).toEqual(agencys.map(({ id }) => id));
    expect(results).not.toEqual((await n8n.listSearch('searchRooms')).results);
  });
});

describe('more rooms than fit on a page', () => {
  it('are all returned, each once', async () => {
    const proposalIds = await quietProposals(upwork, 120);
    const before = await rooms(upwork.connected());
    for (const proposalId of proposalIds) {
      upwork.control.addMessages({ proposalId });
    }
    const n8n = upwork.connected();
    upwork.control.resetStats();
    const all = await rooms(n8n);
    expect(requests()).toBe(3);
    expect(new Set(all.map(({ id }) => id)).size).toBe(before.length + 120);
    expect(all).toHaveLength(before.length + 120);
    expect(await records(n8n, room('getAll', { limit: 110 }))).toHaveLength(110);
  });
});
