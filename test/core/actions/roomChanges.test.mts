import type { INodeParameters } from 'n8n-workflow';

import { ME } from '../../sandboxClient/ids.mts';
import type { Instance } from '../instance.mts';
import {
  isOpenInterview,
  participantsOf,
  message,
  people,
  personParameter,
  records,
  room,
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

const GROUP = { roomType: 'GROUP', roomName: 'Launch of the zebra' };

async function ownGroup(n8n: Instance, users: INodeParameters[] = []): Promise<string> {
  const [created] = await records(n8n, room('create', { ...GROUP, users: { user: users } }));
  return textOf(created, 'id');
}

async function getRoom(n8n: Instance, roomId: string) {
  const [found] = await records(n8n, room('get', { roomId }));
  return found;
}

describe('room: create', () => {
  it('creates a group with its people and its topic', async () => {
    const n8n = upwork.connected();
    const users = await people(n8n, 2);
    const [one, other] = users.map(personParameter);
    const [created] = await records(
      n8n,
      room('create', {
        ...GROUP,
        additionalFields: { topic: 'Stripes' },
        users: { user: [{ ...one }, { ...other, role: 'admin' }] },
      }),
    );
    expect(schemaErrors('roomSummary', created ?? {})).toEqual([]);
    expect(created).toMatchObject({ name: GROUP.roomName, topic: 'Stripes', type: 'Group' });
    const found = await getRoom(n8n, textOf(created, 'id'));
    expect(found).toMatchObject(created ?? {});
    const [raw] = await records(
      n8n,
      room('get', { roomId: textOf(created, 'id'), simplify: false }),
    );
    const roles = participantsOf(raw).map(({ userId, role }) => [userId, role]);
    expect(roles).toEqual([
      [ME, 'owner'],
      [users[0]?.userId, 'participant'],
      [users[1]?.userId, 'admin'],
    ]);
  });

  it('opens a one-on-one room once, even if it is asked to twice', async () => {
    const n8n = upwork.connected();
    const open = room('create', { roomType: 'ONE_ON_ONE', ...(await stranger(n8n)) });
    const [first, second] = await records(n8n, open, [{}, {}]);
    expect(schemaErrors('roomSummary', first ?? {})).toEqual([]);
    expect(first).toMatchObject({ type: 'One-on-One' });
    expect(second).toEqual(first);
  });

  it.each<[string, INodeParameters, string]>([
    ['a group without a name', { roomType: 'GROUP' }, "'Name' is empty"],
    [
      'another owner',
      { ...GROUP, users: { user: [{ personId: '1/1', role: 'owner' }] } },
      `'Role' in entry 1 of 'Users' is Owner, but whoever creates a room owns it`,
    ],
    [
      'a person without an organization',
      { ...GROUP, users: { user: [{ personId: '1' }] } },
      "'Person' in entry 1 of 'Users' is not a user ID and an organization ID",
    ],
    ['nobody', { roomType: 'ONE_ON_ONE' }, "'Person' is empty"],
    ['an unknown type', { roomType: 'INTERVIEW' }, "'Room Type' has no choice"],
  ])(
    'refuses %s, naming parameter and item, before anything is sent',
    async (_what, bad, words) => {
      const run = upwork.connected().run(room('create', bad));
      await expect(run).rejects.toThrow(words);
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
      expect(upwork.control.stats().requests.graphql).toBe(0);
    },
  );
});

describe('room: update', () => {
  it('changes what is entered and leaves the rest', async () => {
    const n8n = upwork.connected();
    const roomId = await ownGroup(n8n);
    const updateFields = { topic: 'Hooves', reason: 'Stripes are done' };
    const [updated] = await records(n8n, room('update', { roomId, updateFields }));
    expect(schemaErrors('roomSummary', updated ?? {})).toEqual([]);
    expect(updated).toMatchObject({ name: GROUP.roomName, topic: 'Hooves', isArchived: false });
    expect(await getRoom(n8n, roomId)).toMatchObject(updated ?? {});
  });

  it('refuses an update that changes nothing', async () => {
    const updateFields = { reason: 'I feel like it', archived: true };
    const run = upwork.connected().run(room('update', { roomId: 'room_1', updateFields }));
    await expect(run).rejects.toThrow("'Update Fields' is empty [item 0]");
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe.each([
  { archivingHides: false, is: 'read-only', unarchived: { isArchived: false, isHidden: false } },
  // Upwork's API can't unhide a room, so a hidden one remains archived.
  { archivingHides: true, is: 'hidden', unarchived: { isArchived: true, isHidden: true } },
])('room: archive, if an archived room is $is', ({ archivingHides, unarchived }) => {
  const there = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, archivingHides });

  it('returns isArchived after the change and wherever the room is read', async () => {
    const n8n = there.connected();
    const roomId = await ownGroup(n8n);
    expect(await getRoom(n8n, roomId)).toMatchObject({ isArchived: false, isHidden: false });
    const [archived] = await records(n8n, room('archive', { roomId }));
    expect(schemaErrors('roomSummary', archived ?? {})).toEqual([]);
    expect(archived).toMatchObject({ id: roomId, isArchived: true });
    const isArchived = { isArchived: true, isReadOnly: !archivingHides, isHidden: archivingHides };
    expect(await getRoom(n8n, roomId)).toMatchObject(isArchived);
    expect((await rooms(n8n)).find(({ id }) => id === roomId)).toMatchObject(isArchived);
    const [renamed] = await records(
      n8n,
      room('update', { roomId, updateFields: { topic: 'Hooves' } }),
    );
    expect(renamed).toMatchObject({ topic: 'Hooves', isArchived: true });
  });

  it('returns the actual state after unarchiving', async () => {
    const n8n = there.connected();
    const roomId = await ownGroup(n8n);
    await n8n.run(room('archive', { roomId }));
    const [opened] = await records(n8n, room('unarchive', { roomId }));
    expect(schemaErrors('roomSummary', opened ?? {})).toEqual([]);
    expect(opened).toMatchObject({ id: roomId, isArchived: unarchived.isArchived });
    expect(await getRoom(n8n, roomId)).toMatchObject(unarchived);
  });

  it.each([
    ['readOnly', archivingHides || null, archivingHides],
    ['hidden', !archivingHides || null, null],
  ] as const)(
    "is only what the other field tells if the key can't read %s",
    async (blocked, isArchived, isHidden) => {
      const n8n = there.connected();
      const roomId = await ownGroup(n8n);
      await n8n.run(room('archive', { roomId }));
      there.control.blockFields({ fields: [`Room.${blocked}`] });
      expect(await getRoom(n8n, roomId)).toMatchObject({ isArchived, isHidden });
    },
  );

  it('is not known if neither can be read', async () => {
    const n8n = there.connected();
    const roomId = await ownGroup(n8n);
    there.control.blockFields({ fields: ['Room.readOnly', 'Room.hidden'] });
    expect(await getRoom(n8n, roomId)).toMatchObject({ isArchived: null, isHidden: null });
  });
});

describe('room: delete', () => {
  it('deletes a room', async () => {
    const n8n = upwork.connected();
    const roomId = await ownGroup(n8n);
    const deleted = await records(n8n, room('delete', { roomId }));
    expect(deleted).toEqual([{ deleted: true, id: roomId }]);
    expect(deleted.flatMap((one) => schemaErrors('deletedRoom', one))).toEqual([]);
    expect((await rooms(n8n)).map(({ id }) => id)).not.toContain(roomId);
  });

  it('fails if Upwork does not allow it', async () => {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    await expect(n8n.run(room('delete', { roomId }))).rejects.toThrow(
      'Upwork does not allow this for Robin Sandbox. Nothing was changed on Upwork.',
    );
  });
});

describe('room: add users and remove user', () => {
  it('adds people and removes them', async () => {
    const n8n = upwork.connected();
    const users = await people(n8n, 2);
    const roomId = await ownGroup(n8n);
    const user = users.map(personParameter);
    const added = await records(n8n, room('addUsers', { roomId, users: { user } }));
    const userIds = users.map(({ userId }) => userId);
    expect(added).toEqual([{ success: true, userIds: userIds.join(', '), roomId }]);
    expect(added.flatMap((one) => schemaErrors('addedUsers', one))).toEqual([]);
    const participants = textsOf(await getRoom(n8n, roomId), 'participantIds');
    expect(participants.slice(1)).toEqual(user.map(({ personId }) => personId));
    const removed = await records(n8n, room('removeUser', { roomId, ...user[0] }));
    expect(removed).toEqual([{ success: true, userId: userIds[0], roomId }]);
    expect(removed.flatMap((one) => schemaErrors('removedUser', one))).toEqual([]);
    const left = textsOf(await getRoom(n8n, roomId), 'participantIds');
    expect(left).toEqual([participants[0], participants[2]]);
  });

  it.each<[string, INodeParameters, string]>([
    ['nobody', {}, "'Users' is empty"],
    [
      'a name instead of an ID',
      { users: { user: [{ personId: 'Ada Abt' }] } },
      `'Person' in entry 1 of 'Users' is not a user ID and an organization ID with a slash between them: "Ada Abt"`,
    ],
    [
      'an unknown role',
      { users: { user: [{ personId: '1/1', role: 'king' }] } },
      "'Role' in entry 1 of 'Users' has no choice",
    ],
  ])('refuses %s', async (_what, bad, words) => {
    const run = upwork.connected().run(room('addUsers', { roomId: 'room_1', ...bad }));
    await expect(run).rejects.toThrow(words);
    await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

/**
 * Every change: its operation, its root field in Upwork's API, and its parameters besides a room
 * and a person.
 */
const CHANGES: [string, string, INodeParameters][] = [
  ['create', 'createRoomV2', GROUP],
  ['create', 'roomCreate1on1IfNotExists', { roomType: 'ONE_ON_ONE' }],
  ['update', 'updateRoomV2', { updateFields: { topic: 'Hooves' } }],
  ['archive', 'archiveRoom', {}],
  ['unarchive', 'updateRoomV2', {}],
  ['delete', 'removeRoom', {}],
  ['addUsers', 'addUserToRoom', {}],
  ['removeUser', 'removeUserFromRoom', {}],
];

describe.each(CHANGES)('room: %s by %s', (operation, field, parameters) => {
  const prepare = async (n8n: Instance): Promise<INodeParameters> => {
    const users = (await people(n8n, 1)).map(personParameter);
    const needsPerson = operation === 'removeUser' || parameters.roomType === 'ONE_ON_ONE';
    return room(operation, {
      ...(operation !== 'create' && { roomId: await ownGroup(n8n, users) }),
      ...(needsPerson && users[0]),
      ...(operation === 'addUsers' && { users: { user: users } }),
      ...parameters,
    });
  };

  it('names the missing permission', async () => {
    const n8n = upwork.connected();
    const change = await prepare(n8n);
    upwork.control.setPermissions({
      permissions: ['Common Entities – Read-Only', 'Messaging – Read-Only'],
    });
    await expect(n8n.run(change)).rejects.toMatchObject({
      message: expect.stringContaining(
        'The API key lacks the permission "Messaging – Read and Write"',
      ) as string,
    });
  });

  it('is executed once if the response is lost, and the error says that it may have been', async () => {
    const n8n = upwork.connected();
    const change = await prepare(n8n);
    upwork.control.resetStats();
    upwork.control.addFault({ at: 'graphql', kind: 'reset', when: 'after', times: 1 });
    await expect(n8n.run(change)).rejects.toThrow(UNCERTAIN);
    expect(upwork.control.stats().executed).toEqual({ [`Mutation.${field}`]: 1 });
  });
});

it('an archived room accepts no messages', async () => {
  const n8n = upwork.connected();
  const roomId = await ownGroup(n8n);
  await n8n.run(room('archive', { roomId }));
  await expect(n8n.run(message('send', { roomId, message: 'Hello' }))).rejects.toThrow(
    'Upwork does not allow this for Robin Sandbox. Nothing was changed on Upwork.',
  );
});
