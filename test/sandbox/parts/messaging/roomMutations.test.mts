import {
  EXCEPTION,
  errorOf,
  type MessagingClient,
  messagingForTests,
  REFUSED,
} from '../../../sandboxClient/messagingClient.mts';
import type { Room } from '../../../sandboxClient/messagingRecords.mts';
import { AGENCY, ME } from '../../../sandboxClient/ids.mts';

const start = messagingForTests();

const CREATE = 'mutation($input: RoomCreateInputV2!) { createRoomV2(input: $input) { ...ARoom } }';
const CREATE_ONE_ON_ONE =
  'mutation($user: ID!, $org: ID!) { roomCreate1on1IfNotExists(userId: $user, orgId: $org) { ...ARoom } }';
const UPDATE = 'mutation($input: RoomUpdateInputV2) { updateRoomV2(input: $input) { ...ARoom } }';
const ARCHIVE = 'mutation($id: ID!) { archiveRoom(roomId: $id) { ...ARoom } }';
const REMOVE = 'mutation($id: ID!) { removeRoom(roomId: $id) }';
const ADD =
  'mutation($id: ID!, $users: [RoomUserInput!]!) { addUserToRoom(roomId: $id, roomUsers: $users) }';
const REMOVE_USER =
  'mutation($id: ID!, $user: ID!, $org: ID!) { removeUserFromRoom(roomId: $id, userId: $user, orgId: $org) }';

/** The members other than the connected user, as a mutation's input. */
function othersOf({ roomUsers }: Room) {
  return roomUsers
    .filter(({ user }) => user.id !== ME)
    .map(({ user, organization }) => ({ userId: user.id, organizationId: organization.id }));
}

function roleIn({ roomUsers }: Room, userId: string | undefined): string | undefined {
  return roomUsers.find(({ user }) => user.id === userId)?.role;
}

/** A group of the connected user with one other person, and a person who is not in it. */
async function ownGroup(messaging: MessagingClient) {
  const known = await messaging.roomThat(({ roomUsers }) => roomUsers.length > 3);
  const [other, stranger] = othersOf(known);
  const input = { roomType: 'GROUP', roomName: 'Launch', topic: 'Spring', users: [other] };
  const room = await messaging.roomFrom('createRoomV2', CREATE, { input });
  return { room, other, stranger };
}

const groupOfOthers = ({ roomType, owner, roomUsers }: Room) =>
  roomType === 'GROUP' &&
  owner?.user.name !== 'Robin S.' &&
  roomUsers.some(({ user }) => user.id === ME);

describe('a new room', () => {
  it('can be a group, which its creator owns', async () => {
    const { messaging } = await start();
    const { room, other } = await ownGroup(messaging);
    expect(room).toMatchObject({
      roomName: 'Launch',
      topic: 'Spring',
      roomType: 'GROUP',
      owner: { user: { name: 'Robin S.' } },
      numUnread: 0,
      latestStory: null,
    });
    expect(roleIn(room, other?.userId)).toBe('participant');
    expect((await messaging.rooms())[0]).toEqual(room);
    expect((await messaging.write(room.id, 'Welcome')).message).toBe('Welcome');
  });

  it('is the same for the same two people, however it is requested', async () => {
    const { messaging } = await start();
    const group = await messaging.roomThat(({ roomUsers }) => roomUsers.length > 3);
    for (const { userId, organizationId } of othersOf(group)) {
      const variables = { user: userId, org: organizationId };
      const field = 'roomCreate1on1IfNotExists';
      const room = await messaging.roomFrom(field, CREATE_ONE_ON_ONE, variables);
      expect(room).toMatchObject({ roomType: 'ONE_ON_ONE', roomUsers: [{}, {}] });
      expect(await messaging.roomFrom(field, CREATE_ONE_ON_ONE, variables)).toEqual(room);
      const input = { roomType: 'ONE_ON_ONE', users: [{ userId, organizationId }] };
      expect(await messaging.roomFrom('createRoomV2', CREATE, { input })).toEqual(room);
    }
  });

  it('is refused with unknown people, too many, none, or another owner', async () => {
    const { messaging } = await start();
    const { other, stranger } = await ownGroup(messaging);
    const nobody = { userId: '1', organizationId: '1' };
    const create = async (roomType: string, users: object[]) =>
      errorOf(await messaging.roomResponse(CREATE, { input: { roomType, users } }));
    expect(await create('GROUP', [nobody])).toBe('User not found for id=1');
    expect(await create('GROUP', [{ ...other, role: 'king' }])).toBe(EXCEPTION);
    expect(await create('GROUP', [{ ...other, role: 'owner' }])).toBe(EXCEPTION);
    expect(await create('ONE_ON_ONE', [])).toBe(EXCEPTION);
    expect(await create('ONE_ON_ONE', [{ ...other }, { ...stranger }])).toBe(EXCEPTION);
  });
});

describe('a change of a room', () => {
  it('changes what it contains and leaves the rest', async () => {
    const { messaging } = await start();
    const { room } = await ownGroup(messaging);
    const input = { roomId: room.id, topic: 'Summer', reason: 'It is late' };
    const changed = await messaging.roomFrom('updateRoomV2', UPDATE, { input });
    expect(changed).toEqual({ ...room, topic: 'Summer' });
    expect(await messaging.room(room.id)).toEqual(changed);
  });

  it('can archive and unarchive it', async () => {
    const { messaging } = await start();
    const { room } = await ownGroup(messaging);
    const archived = await messaging.roomFrom('archiveRoom', ARCHIVE, { id: room.id });
    expect(archived).toEqual({ ...room, readOnly: true });
    expect(errorOf(await messaging.writeResponse(room.id, 'Hello'))).toBe(REFUSED);
    const input = { roomId: room.id, readOnly: false };
    expect(await messaging.roomFrom('updateRoomV2', UPDATE, { input })).toEqual(room);
    expect((await messaging.write(room.id, 'Hello')).message).toBe('Hello');
  });

  it('or its removal is up to its owner and admins', async () => {
    const { messaging } = await start();
    const room = await messaging.roomThat(groupOfOthers);
    const input = { roomId: room.id, roomName: 'Mine' };
    expect(errorOf(await messaging.roomResponse(UPDATE, { input }))).toBe(REFUSED);
    expect(errorOf(await messaging.send(REMOVE, { id: room.id }))).toBe(REFUSED);
    expect(errorOf(await messaging.roomResponse(UPDATE, {}))).toBe(EXCEPTION);
    expect(await messaging.room(room.id)).toEqual(room);
  });

  it('can be its removal', async () => {
    const { messaging } = await start();
    const { room } = await ownGroup(messaging);
    expect((await messaging.send(REMOVE, { id: room.id })).body).toEqual({
      data: { removeRoom: 'SUCCESS' },
    });
    expect(errorOf(await messaging.send(REMOVE, { id: room.id }))).toContain('Room not found');
    expect((await messaging.rooms()).map(({ id }) => id)).not.toContain(room.id);
  });
});

describe('the people of a room', () => {
  it('can be added by its admins, each once, and removed', async () => {
    const { messaging } = await start();
    const { room, other, stranger } = await ownGroup(messaging);
    const users = [
      { ...stranger, role: 'admin' },
      { ...other, role: 'admin' },
    ];
    const added = await messaging.send(ADD, { id: room.id, users });
    expect(added.body).toEqual({ data: { addUserToRoom: true } });
    const full = await messaging.room(room.id);
    expect(full.roomUsers.map(({ role }) => role).sort()).toEqual(['admin', 'admin', 'owner']);

    const removal = { id: room.id, user: other?.userId, org: other?.organizationId };
    const removed = await messaging.send(REMOVE_USER, removal);
    expect(removed.body).toEqual({ data: { removeUserFromRoom: true } });
    expect((await messaging.room(room.id)).roomUsers).toHaveLength(2);
    expect(errorOf(await messaging.send(REMOVE_USER, removal))).toContain('User not found');
  });

  it('include one owner, who can hand over the room and can’t be replaced otherwise', async () => {
    const { messaging } = await start();
    const { room, other, stranger } = await ownGroup(messaging);
    const add = (user: object) => messaging.send(ADD, { id: room.id, users: [user] });
    expect((await add({ ...other, role: 'owner' })).body).toMatchObject({ data: {} });
    const handedOver = await messaging.room(room.id);
    expect(roleIn(handedOver, other?.userId)).toBe('owner');
    expect(roleIn(handedOver, ME)).toBe('admin');
    expect(errorOf(await add({ ...stranger, role: 'owner' }))).toBe(REFUSED);
    const some = [stranger, { ...other, role: 'participant' }];
    expect(errorOf(await messaging.send(ADD, { id: room.id, users: some }))).toBe(REFUSED);
    expect(errorOf(await add({ ...other, role: 'participant' }))).toBe(REFUSED);
    const removal = { id: room.id, user: other?.userId, org: other?.organizationId };
    expect(errorOf(await messaging.send(REMOVE_USER, removal))).toBe(REFUSED);
    expect(await messaging.room(room.id)).toEqual(handedOver);
  });

  it('of a group are up to its admins, but anyone can leave, and then no longer sees it', async () => {
    const { messaging } = await start();
    const { stranger } = await ownGroup(messaging);
    const room = await messaging.roomThat((one) => groupOfOthers(one) && !one.public);
    const mine = room.roomUsers.find(({ user }) => user.id === ME);
    expect(errorOf(await messaging.send(ADD, { id: room.id, users: [stranger] }))).toBe(REFUSED);
    const participant = room.roomUsers.find(({ role, user }) => role !== 'owner' && user.id !== ME);
    const removal = { user: participant?.user.id, org: participant?.organization.id };
    expect(errorOf(await messaging.send(REMOVE_USER, { id: room.id, ...removal }))).toBe(REFUSED);

    const leave = { id: room.id, user: ME, org: mine?.organization.id };
    expect((await messaging.send(REMOVE_USER, leave)).body).toMatchObject({ data: {} });
    expect(errorOf(await messaging.writeResponse(room.id, 'Bye'))).toBe(REFUSED);
    const listed = [
      ...(await messaging.rooms()),
      ...(await messaging.rooms({ subscribed_eq: false })),
    ];
    expect(listed.map(({ id }) => id)).not.toContain(room.id);
  });

  it('can leave a public group, which is then among those that they are not subscribed to', async () => {
    const { messaging } = await start();
    const room = await messaging.roomThat((one) => groupOfOthers(one) && one.public);
    const mine = room.roomUsers.find(({ user }) => user.id === ME);
    const leave = { id: room.id, user: ME, org: mine?.organization.id };
    expect((await messaging.send(REMOVE_USER, leave)).body).toMatchObject({ data: {} });
    expect((await messaging.rooms()).map(({ id }) => id)).not.toContain(room.id);
    const others = await messaging.rooms({ subscribed_eq: false });
    expect(others.map(({ id }) => id)).toContain(room.id);
  });

  it('of a one-on-one room are always two', async () => {
    const { messaging } = await start();
    const { other } = await ownGroup(messaging);
    const room = await messaging.roomThat(({ roomType }) => roomType === 'ONE_ON_ONE');
    expect(errorOf(await messaging.send(ADD, { id: room.id, users: [other] }))).toBe(REFUSED);
    for (const { user, organization } of room.roomUsers) {
      const removal = { id: room.id, user: user.id, org: organization.id };
      expect(errorOf(await messaging.send(REMOVE_USER, removal))).toBe(REFUSED);
    }
  });

  it('of an interview belong to its two companies, and the first two can’t be removed', async () => {
    const { messaging, agency } = await start();
    const interview = await agency.roomThat(({ roomType }) => roomType === 'INTERVIEW');
    const team = await agency.roomThat(({ roomType }) => roomType === 'GROUP');
    const isInside = ({ userId }: { userId: string }) => roleIn(interview, userId) !== undefined;
    const outsider = othersOf(team).find(
      (person) => person.organizationId !== AGENCY && !isInside(person),
    );
    const users = [outsider];
    expect(errorOf(await agency.send(ADD, { id: interview.id, users }))).toBe(REFUSED);

    const [client, ...rest] = othersOf(interview);
    const colleague = rest.find(({ organizationId }) => organizationId === AGENCY);
    const without = { id: interview.id, user: colleague?.userId, org: AGENCY };
    const first = { id: interview.id, user: client?.userId, org: client?.organizationId };
    const me = { id: interview.id, user: ME, org: AGENCY };
    expect(errorOf(await agency.send(REMOVE_USER, first))).toBe(REFUSED);
    expect(errorOf(await agency.send(REMOVE_USER, me))).toBe(REFUSED);
    // The connected user is not an admin there.
    expect(errorOf(await agency.send(REMOVE_USER, without))).toBe(REFUSED);
    const added = await agency.send(ADD, { id: interview.id, users: [colleague] });
    expect(added.body).toEqual({ data: { addUserToRoom: true } });
    expect((await agency.room(interview.id)).roomUsers).toHaveLength(interview.roomUsers.length);
    expect(errorOf(await messaging.send(ADD, { id: interview.id, users }))).toBe(REFUSED);
  });
});
