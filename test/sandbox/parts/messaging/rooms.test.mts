import {
  EXCEPTION,
  errorOf,
  messagingForTests,
  REFUSED,
} from '../../../sandboxClient/messagingClient.mts';
import type { Room } from '../../../sandboxClient/messagingRecords.mts';
import { NOON } from '../../../sandboxClient/sandboxClient.mts';
import { ME } from '../../../sandboxClient/ids.mts';

const start = messagingForTests();

const ids = (rooms: Room[]) => rooms.map(({ id }) => id);

describe('the sample rooms', () => {
  it('are about forty, each with its own ID, and the same for the same seed', async () => {
    const one = await start();
    const same = await start();
    const other = await start({ seed: 9 });
    const rooms = await one.messaging.rooms();
    expect(await same.messaging.rooms()).toEqual(rooms);
    expect(await other.messaging.rooms()).not.toEqual(rooms);
    const all = [
      ...rooms,
      ...(await one.messaging.rooms({ subscribed_eq: false })),
      ...(await one.agency.rooms()),
    ];
    expect(new Set(ids(all)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(30);
    expect(all.every(({ id }) => /^room_[\da-f]{32}$/.test(id))).toBe(true);
  });

  it('include rooms with several hundred stories, with none, with unread ones and with attachments', async () => {
    const { messaging } = await start();
    const rooms = await messaging.rooms();
    const sizes = rooms.map(({ stories }) => stories.totalCount);
    expect(sizes.filter((size) => size >= 300).length).toBeGreaterThan(1);
    expect(sizes).toContain(0);
    expect(rooms.filter(({ numUnread }) => numUnread > 0).length).toBeGreaterThan(3);
    const large = await messaging.roomThat(({ stories }) => stories.totalCount >= 300);
    const stories = (await messaging.stories(large.id)).edges.map(({ node }) => node);
    expect(stories.some(({ attachments }) => attachments.length > 0)).toBe(true);
    expect(stories.some(({ message }) => message === null)).toBe(true);
  });
});

describe('the list of rooms', () => {
  it('hides those that the user is not subscribed to, unless they are requested', async () => {
    const { messaging } = await start();
    const shown = ids(await messaging.rooms());
    expect(ids(await messaging.rooms({ subscribed_eq: true }))).toEqual(shown);
    expect(ids(await messaging.rooms({ subscribed_eq: null }))).toEqual(shown);
    const others = ids(await messaging.rooms({ subscribed_eq: false }));
    expect(others.length).toBeGreaterThan(5);
    expect(shown.filter((id) => others.includes(id))).toEqual([]);
  });

  it('hides what the user has hidden, unless it is requested', async () => {
    const { messaging } = await start();
    const { edges } = await messaging.list({ pagination: { first: 100 } });
    expect(ids(edges.map(({ node }) => node))).toEqual(
      ids((await messaging.rooms()).filter(({ hidden }) => !hidden)),
    );
  });

  it('always has hasNextPage: false, unless configured otherwise', async () => {
    for (const reliableHasNextPage of [false, true]) {
      const { messaging } = await start({ reliableHasNextPage });
      const { pageInfo } = await messaging.list({ pagination: { first: 3 } });
      expect(pageInfo.hasNextPage).toBe(reliableHasNextPage);
    }
  });

  it.each<[string, (room: Room) => boolean]>([
    ['roomType_eq: ALL', () => true],
    ['roomType_eq: GROUP', ({ roomType }) => roomType === 'GROUP'],
    ['roomType_eq: ONE_ON_ONE', ({ roomType }) => roomType === 'ONE_ON_ONE'],
    ['roomType_eq: INTERVIEW', ({ roomType }) => roomType === 'INTERVIEW'],
    ['roomPrivacy_eq: ALL', () => true],
    ['roomPrivacy_eq: PUBLIC', (room) => room.public],
    ['roomPrivacy_eq: PRIVATE', (room) => !room.public],
    ['includeHidden_eq: true', () => true],
    ['includeHidden_eq: false', ({ hidden }) => !hidden],
    ['unreadRoomsOnly_eq: true', ({ numUnread }) => numUnread > 0],
    ['unreadRoomsOnly_eq: false', () => true],
    ['roomCategory_eq: FAVORITES', ({ favorite }) => favorite],
    ['roomCategory_eq: PEOPLE', ({ roomType }) => roomType === 'ONE_ON_ONE'],
    ['roomCategory_eq: INTERVIEW', ({ roomType }) => roomType === 'INTERVIEW'],
    ['roomCategory_eq: GROUP', ({ roomType }) => roomType === 'GROUP'],
  ])('with %s has exactly those', async (filter, test) => {
    const { messaging } = await start();
    const [name = '', value = ''] = filter.split(': ');
    const parsed = { true: true, false: false }[value] ?? value;
    const expected = (await messaging.rooms()).filter(test);
    expect(expected.length).toBeGreaterThan(0);
    expect(await messaging.rooms({ [name]: parsed })).toEqual(expected);
  });

  it('finds the rooms that were active since a time, and others on request', async () => {
    const { messaging } = await start();
    const all = await messaging.rooms();
    const since = '2026-11-17T12:00:00+0000';
    const isActive = ({ latestStory }: Room) =>
      (latestStory?.createdDateTime ?? '') >= since || latestStory === null;
    const active = await messaging.rooms({ activeSince_eq: since });
    expect(active.length).toBeGreaterThan(2);
    expect(active.length).toBeLessThan(all.length);
    expect(active.every(isActive)).toBe(true);
    const epoch = String(Date.parse(since));
    expect(await messaging.rooms({ activeSince_eq: epoch })).toEqual(active);

    const later = { activeSince_eq: new Date(NOON).toISOString() };
    expect(await messaging.rooms(later)).toEqual([]);
    expect(await messaging.rooms({ ...later, includeFavorites_eq: true })).toEqual(
      all.filter(({ favorite }) => favorite),
    );
    expect(await messaging.rooms({ ...later, includeUnreadIfActive_eq: true })).toEqual(
      all.filter(({ numUnread }) => numUnread > 0),
    );
    expect(await messaging.rooms({ includeFavorites_eq: true })).toEqual(all);
  });

  it.each([
    ['an invalid time', { activeSince_eq: 'yesterday' }],
    [
      'unread rooms and those active since a time',
      { activeSince_eq: '2026-11-17T12:00:00Z', unreadRoomsOnly_eq: true },
    ],
  ])('refuses %s', async (_, filter) => {
    const { messaging } = await start();
    expect(errorOf(await messaging.listResponse({ filter }))).toBe(EXCEPTION);
  });

  it('finds the room that a contract or an offer refers to', async () => {
    const { messaging } = await start();
    const room = await messaging.roomThat(({ contractId }) => contractId !== null);
    for (const id of [room.contractId, room.offerIds[0]]) {
      const filter = { objectReferenceId_eq: id, subscribed_eq: null };
      expect(ids(await messaging.rooms(filter))).toEqual([room.id]);
    }
    expect(await messaging.rooms({ objectReferenceId_eq: '1' })).toEqual([]);
  });

  it('is sorted by activity, latest first by default', async () => {
    const { messaging, control } = await start();
    const quiet = (await messaging.rooms()).at(-1);
    control.addMessages({ roomId: quiet?.id ?? '' });
    const active = await messaging.list({ pagination: { first: 100 } });
    expect(active.edges[0]?.node.id).toBe(quiet?.id);
    const ascending = await messaging.list({ pagination: { first: 100 }, sortOrder: 'ASC' });
    expect(ascending.edges).toEqual([...active.edges].reverse());
  });

  it('has pages that start without a cursor', async () => {
    const { messaging } = await start({ reliableHasNextPage: true });
    const all = ids(await messaging.rooms());
    expect((await messaging.list()).edges).toHaveLength(10);
    const pages: string[][] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { edges, pageInfo, totalCount } = await messaging.list({
        filter: { includeHidden_eq: true },
        pagination: { first: Math.ceil(all.length / 2), after },
      });
      expect(totalCount).toBe(all.length);
      pages.push(ids(edges.map(({ node }) => node)));
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    const half = Math.ceil(all.length / 2);
    expect(pages).toEqual([all.slice(0, half), all.slice(half)]);
  });

  it.each([{ first: 0 }, { first: 10, after: '0' }, { first: 10, after: 'x' }])(
    'refuses the page %p',
    async (pagination) => {
      const { messaging } = await start();
      expect(errorOf(await messaging.listResponse({ pagination }))).toBe(EXCEPTION);
    },
  );

  it('is that of the organization which the request acts for', async () => {
    const { messaging, agency } = await start();
    const [room] = await agency.rooms();
    expect(ids(await messaging.rooms())).not.toContain(room?.id);
    const query = 'query($id: ID!) { room(id: $id) { ...ARoom } }';
    expect(errorOf(await messaging.roomResponse(query, { id: room?.id }))).toBe(REFUSED);
    expect((await agency.room(room?.id ?? '')).id).toBe(room?.id);
  });
});

describe('one room', () => {
  it('is found by its contract and its offer; if there is none, the result is null', async () => {
    const { messaging } = await start();
    const room = await messaging.roomThat(({ contractId }) => contractId !== null);
    const byContract = 'query($id: ID!) { contractRoom(contractId: $id) { ...ARoom } }';
    const byOffer = 'query($id: ID!) { offerRoom(offerId: $id) { ...ARoom } }';
    expect(await messaging.roomFrom('contractRoom', byContract, { id: room.contractId })).toEqual(
      room,
    );
    expect(await messaging.roomFrom('offerRoom', byOffer, { id: room.offerIds[0] })).toEqual(room);
    const none = await messaging.send(
      '{ contractRoom(contractId: "1") { id } offerRoom(offerId: "1") { id } }',
    );
    expect(none.body).toEqual({ data: { contractRoom: null, offerRoom: null } });
  });

  it('is found by the other person of a one-on-one room', async () => {
    const { messaging } = await start();
    const room = await messaging.roomThat(({ roomType }) => roomType === 'ONE_ON_ONE');
    const other = room.roomUsers.find(({ user }) => user.id !== ME);
    const query =
      'query($id: ID!, $org: ID!) { oneOnOneRoom(userId: $id, organizationId: $org) { ...ARoom } }';
    const variables = { id: other?.user.id, org: other?.organization.id };
    expect(await messaging.roomFrom('oneOnOneRoom', query, variables)).toEqual(room);
    const none = await messaging.send('{ oneOnOneRoom(userId: "1", organizationId: "1") { id } }');
    expect(none.body).toEqual({ data: { oneOnOneRoom: null } });
  });

  it('of a proposal is refused until the client has sent a message', async () => {
    const { messaging, control, submitProposal } = await start();
    const query = 'query($id: ID!) { proposalRoom(vendorProposalId: $id) { ...ARoom } }';
    const proposalId = await submitProposal();
    expect(errorOf(await messaging.roomResponse(query, { id: proposalId }))).toBe(REFUSED);
    const [message] = control.addMessages({ proposalId, message: 'When could you start?' });
    const room = await messaging.roomFrom('proposalRoom', query, { id: proposalId });
    expect(room).toMatchObject({ id: message?.roomId, roomType: 'INTERVIEW', numUnread: 1 });
    control.addMessages({ proposalId });
    expect(await messaging.room(room.id)).toMatchObject({ numUnread: 2 });
    expect((await messaging.write(room.id, 'On Monday.')).message).toBe('On Monday.');
  });

  it('that does not exist is an error inside a 200', async () => {
    const { messaging } = await start();
    const response = await messaging.send('{ room(id: "room_0") { id } }');
    expect(errorOf(response)).toBe('Room not found for id=room_0');
    expect(response.body).toMatchObject({ data: null });
    expect(errorOf(await messaging.storiesResponse('room_0'))).toBe('Room not found for id=room_0');
    expect(errorOf(await messaging.writeResponse('room_0', 'Hello'))).toContain('Room not found');
  });
});
