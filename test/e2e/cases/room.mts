import { jsonObject, jsonObjects } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import { askSandbox } from '../askSandbox.mts';
import { ME } from '../../sandboxClient/ids.mts';
import { refused, type ResourceCases } from './operationCase.mts';
import { newGroup, NO_ROOM, personParameter, readRoom, anotherPerson } from './rooms.mts';

const LIST = `query List($subscribed: Boolean!) {
  roomList(
    filter: { roomType_eq: GROUP, subscribed_eq: $subscribed }
    pagination: { first: 100 }
  ) { edges { node { id } } }
}`;

const ARCHIVE = 'mutation Archive($roomId: ID!) { archiveRoom(roomId: $roomId) { id } }';

/**
 * The IDs of all groups: Upwork lists either those that the user is subscribed to, or the others.
 */
async function groupIds(sandbox: Sandbox): Promise<unknown[]> {
  const results = await Promise.all(
    [true, false].map((subscribed) => askSandbox(sandbox, LIST, { subscribed })),
  );
  return results
    .flatMap(({ roomList }) => jsonObjects(jsonObject(roomList).edges))
    .map(({ node }) => jsonObject(node).id);
}

/** The IDs of the people in a room. */
async function memberIds(sandbox: Sandbox, roomId: string): Promise<unknown[]> {
  const { roomUsers } = await readRoom(sandbox, roomId, 'roomUsers { user { id } }');
  return jsonObjects(roomUsers).map(({ user }) => jsonObject(user).id);
}

export const roomCases: ResourceCases = {
  resource: 'room',
  cases: [
    {
      operation: 'addUsers',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        const person = await anotherPerson(sandbox);
        return {
          parameters: {
            roomId: idLocator(roomId),
            users: { user: [{ ...personParameter(person), role: 'participant' }] },
          },
          async check(output) {
            expect(output).toMatchObject([{ success: true }]);
            expect(await memberIds(sandbox, roomId)).toEqual([ME, person.userId]);
          },
        };
      },
      refused: NO_ROOM,
    },
    {
      operation: 'archive',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        return {
          parameters: { roomId: idLocator(roomId) },
          async check(output) {
            expect(output).toMatchObject([{ id: roomId, isArchived: true }]);
            expect(await readRoom(sandbox, roomId, 'readOnly')).toEqual({ readOnly: true });
          },
        };
      },
      refused: NO_ROOM,
    },
    {
      operation: 'create',
      async prepare(sandbox) {
        const person = await anotherPerson(sandbox);
        return {
          parameters: {
            roomType: 'GROUP',
            roomName: 'Counting stripes',
            users: { user: [{ ...personParameter(person), role: 'admin' }] },
          },
          async check(output) {
            expect(output).toMatchObject([{ name: 'Counting stripes', type: 'Group' }]);
            const fields = 'roomName roomUsers { user { id } role }';
            expect(await readRoom(sandbox, output[0]?.id, fields)).toEqual({
              roomName: 'Counting stripes',
              roomUsers: [
                { user: { id: ME }, role: 'owner' },
                { user: { id: person.userId }, role: 'admin' },
              ],
            });
          },
        };
      },
      refused: refused('roomName', ' ', 'is empty'),
    },
    {
      operation: 'delete',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        return {
          parameters: { roomId: idLocator(roomId) },
          async check(output) {
            expect(output).toMatchObject([{ deleted: true }]);
            expect(await groupIds(sandbox)).not.toContain(roomId);
          },
        };
      },
      refused: NO_ROOM,
    },
    {
      operation: 'get',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox, [await anotherPerson(sandbox)]);
        return {
          parameters: { roomBy: 'room', roomId: idLocator(roomId) },
          async check(output) {
            const { roomName } = await readRoom(sandbox, roomId, 'roomName');
            expect(output).toMatchObject([{ id: roomId, name: roomName, type: 'Group' }]);
            const members = await memberIds(sandbox, roomId);
            const ids = String(output[0]?.participantIds).split(', ');
            expect(ids.map((id) => id.split('/')[0])).toEqual(members);
          },
        };
      },
      refused: NO_ROOM,
    },
    {
      operation: 'getAll',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        return {
          parameters: {
            returnAll: true,
            filters: { roomType: 'GROUP' },
            sort: 'activityDescending',
          },
          async check(output) {
            const ids = output.map(({ id }) => id);
            expect(ids).toContain(roomId);
            expect(ids.sort()).toEqual((await groupIds(sandbox)).sort());
          },
        };
      },
      refused: refused('sort', 'sideways', 'has no choice "sideways"'),
    },
    {
      operation: 'removeUser',
      async prepare(sandbox) {
        const person = await anotherPerson(sandbox);
        const roomId = await newGroup(sandbox, [person]);
        return {
          parameters: {
            roomId: idLocator(roomId),
            ...personParameter(person),
          },
          async check(output) {
            expect(output).toMatchObject([{ success: true }]);
            expect(await memberIds(sandbox, roomId)).toEqual([ME]);
          },
        };
      },
      refused: refused(
        'personId',
        'Ada Abt',
        'is not a user ID and an organization ID with a slash between them: "Ada Abt"',
      ),
    },
    {
      operation: 'unarchive',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        await askSandbox(sandbox, ARCHIVE, { roomId });
        return {
          parameters: { roomId: idLocator(roomId) },
          async check(output) {
            expect(output).toMatchObject([{ id: roomId, isArchived: false }]);
            expect(await readRoom(sandbox, roomId, 'readOnly')).toEqual({ readOnly: false });
          },
        };
      },
      refused: NO_ROOM,
    },
    {
      operation: 'update',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        return {
          parameters: { roomId: idLocator(roomId), updateFields: { topic: 'Hooves' } },
          async check(output) {
            const { roomName } = await readRoom(sandbox, roomId, 'roomName');
            expect(output).toMatchObject([{ id: roomId, name: roomName, topic: 'Hooves' }]);
            expect(await readRoom(sandbox, roomId, 'topic')).toEqual({ topic: 'Hooves' });
          },
        };
      },
      refused: NO_ROOM,
    },
  ],
};
