import {
  EXCEPTION,
  errorOf,
  messagingForTests,
  REFUSED,
} from '../../../sandboxClient/messagingClient.mts';
import type { Room } from '../../../sandboxClient/messagingRecords.mts';
import { call } from '../../../sandboxClient/sandboxClient.mts';
import { ME } from '../../../sandboxClient/ids.mts';

const start = messagingForTests();

/** The date format of Upwork's messaging service. */
const messagingTime = (date = '') => new Date(date).toISOString();

const isOpen = ({ readOnly, blockDateTime }: Room) => !readOnly && blockDateTime === null;

describe('the stories of a room', () => {
  it('come newest first, in pages that new ones do not shift', async () => {
    const { messaging, control } = await start({ reliableHasNextPage: true });
    const room = await messaging.roomThat(({ stories }) => stories.totalCount >= 300);
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { edges, pageInfo, totalCount } = await messaging.stories(room.id, {
        pagination: { first: 100, after },
      });
      expect(totalCount).toBeGreaterThanOrEqual(room.stories.totalCount);
      seen.push(...edges.map(({ node }) => `${node.createdDateTime} ${node.id}`));
      ({ endCursor: after, hasNextPage: more } = pageInfo);
      control.addMessages({ roomId: room.id, count: 3 });
    }
    expect(seen).toHaveLength(room.stories.totalCount);
    expect(new Set(seen).size).toBe(seen.length);
    const times = seen.map((line) => line.slice(0, 24));
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(times).size).toBeLessThan(times.length);
  });

  it("are null for Upwork's own messages, with an error alongside the data", async () => {
    const { messaging, control } = await start();
    const { id: roomId } = await messaging.roomThat(({ roomType }) => roomType === 'GROUP');
    control.addMessages({ roomId, message: 'Ada B. joined', system: true });
    const response = await messaging.storiesResponse(roomId, { pagination: { first: 2 } });
    expect(response.body).toMatchObject({
      data: {
        roomStories: { edges: [{ node: null }, { node: { id: expect.any(String) as string } }] },
      },
      errors: [
        {
          message:
            "Cannot return null for non-nullable type: 'GenericUser' within parent 'RoomStory' " +
            '(/roomStories/edges/0/node/user)',
          path: ['roomStories', 'edges', 0, 'node', 'user'],
          extensions: { classification: 'NullValueInNonNullableField' },
        },
      ],
    });
  });

  it('can be limited to a time range, whose end is ignored with a cursor', async () => {
    const { messaging } = await start();
    const room = await messaging.roomThat(({ stories }) => stories.totalCount >= 300);
    const { edges } = await messaging.stories(room.id);
    const times = edges.map(({ node }) => node.createdDateTime);
    const range = { rangeStart: messagingTime(times[40]), rangeEnd: messagingTime(times[20]) };
    const found = await messaging.stories(room.id, { storyCreatedDateTime_bt: range });
    const inRange = times.filter((time) => time >= (times[40] ?? '') && time <= (times[20] ?? ''));
    expect(found.totalCount).toBe(inRange.length);
    expect(found.edges.map(({ node }) => node.createdDateTime)).toEqual(inRange.slice(0, 10));

    const first = await messaging.stories(room.id, { pagination: { first: 1 } });
    const next = await messaging.stories(room.id, {
      storyCreatedDateTime_bt: range,
      pagination: { first: 100, after: first.pageInfo.endCursor },
    });
    expect(next.edges[0]).toEqual(edges[1]);
    expect(next.edges.at(-1)?.node.createdDateTime).toBe(times[40]);
  });

  it.each([
    { storyCreatedDateTime_bt: { rangeStart: 'yesterday' } },
    { storyCreatedDateTime_bt: { rangeStart: '2026-11-20T12:00:00+0000' } },
    { pagination: { first: 10, after: '0' } },
    { pagination: { first: 101 } },
  ])('refuse %p', async (storyFilter) => {
    const { messaging } = await start();
    const [room] = await messaging.rooms();
    expect(errorOf(await messaging.storiesResponse(room?.id ?? '', storyFilter))).toBe(EXCEPTION);
  });

  it('can be read one by one, with room, author and attachments', async () => {
    const { messaging, control } = await start();
    const [room] = await messaging.rooms();
    const [message] = control.addMessages({
      roomId: room?.id ?? '',
      message: 'Here it is',
      attachments: ['plan.pdf'],
    });
    const { body } = await messaging.send(
      `query($roomId: ID!, $storyId: ID!) {
        roomStory(roomId: $roomId, storyId: $storyId) {
          message createdDateTime organization { flag { client } } room { roomName }
          attachments { objectType metadata { key value } author { user { name } role } }
        }
        missing: roomStory(roomId: $roomId, storyId: "story_0") { id }
      }`,
      { roomId: message?.roomId, storyId: message?.storyId },
    );
    expect(body).toMatchObject({
      data: {
        roomStory: {
          message: 'Here it is',
          createdDateTime: '2026-11-20T12:00:00.000Z',
          organization: { flag: { client: true } },
          room: { roomName: room?.roomName },
          attachments: [
            {
              objectType: 'FILE',
              metadata: [{ key: 'fileName', value: 'plan.pdf' }, { key: 'fileSize' }],
              author: { user: { name: room?.roomName } },
            },
          ],
        },
        missing: null,
      },
    });
  });
});

describe('a message', () => {
  it('is sent, is the latest in its room, and does not mark others as read', async () => {
    const { messaging, control } = await start();
    const room = await messaging.roomThat((one) => one.numUnread > 0 && isOpen(one));
    const story = await messaging.write(room.id, 'Good morning');
    expect(story).toMatchObject({
      message: 'Good morning',
      createdDateTime: '2026-11-20T12:00:00.000Z',
      user: { id: ME, name: 'Robin S.' },
    });
    const { edges } = await messaging.stories(room.id);
    expect(edges[0]?.node).toEqual(story);
    expect(await messaging.room(room.id)).toMatchObject({ numUnread: room.numUnread });
    expect(control.sentMessages()).toEqual([
      {
        roomId: room.id,
        storyId: story.id,
        message: 'Good morning',
        createdDateTime: story.createdDateTime,
      },
    ]);
  });

  it('has 1 to 10,240 characters', async () => {
    const { messaging, control } = await start();
    const { id } = await messaging.roomThat(isOpen);
    const longest = '€'.repeat(10_240);
    expect((await messaging.write(id, longest)).message).toBe(longest);
    for (const message of [`${longest}.`, '', null]) {
      expect(errorOf(await messaging.writeResponse(id, message))).toBe(EXCEPTION);
    }
    expect(control.sentMessages()).toHaveLength(1);
  });

  it('can be changed and removed by its author only', async () => {
    const { messaging, sandbox } = await start();
    const room = await messaging.roomThat((one) => one.stories.totalCount > 5 && isOpen(one));
    const { id: storyId } = await messaging.write(room.id, 'First');
    sandbox.control.advanceTime({ seconds: 60 });
    const change =
      'mutation($input: RoomStoryUpdateInputV2!) { updateRoomStoryV2(input: $input) { status } }';
    const remove =
      'mutation($room: ID!, $story: ID!) { removeRoomStory(roomId: $room, storyId: $story) }';
    const input = { roomId: room.id, storyId, message: 'Second' };
    expect((await messaging.send(change, { input })).body).toEqual({
      data: { updateRoomStoryV2: { status: 'SUCCESS' } },
    });
    const changed = await messaging.stories(room.id);
    expect(changed.edges[0]?.node).toMatchObject({
      message: 'Second',
      createdDateTime: '2026-11-20T12:00:00.000Z',
      updatedDateTime: '2026-11-20T12:01:00.000Z',
    });

    const theirs = changed.edges.find(({ node }) => node.user.id !== ME)?.node.id;
    const others = { ...input, storyId: theirs };
    expect(errorOf(await messaging.send(change, { input: others }))).toBe(REFUSED);
    expect(errorOf(await messaging.send(remove, { room: room.id, story: theirs }))).toBe(REFUSED);
    expect(errorOf(await messaging.send(remove, { room: room.id, story: 'x' }))).toContain(
      'Story not found',
    );

    await messaging.send(remove, { room: room.id, story: storyId });
    const left = await messaging.stories(room.id);
    expect(left.totalCount).toBe(room.stories.totalCount);
    expect(left.edges.map(({ node }) => node.id)).not.toContain(storyId);
  });

  it.each<[string, (room: Room) => boolean]>([
    ['archived', ({ readOnly }) => readOnly],
    ['blocked', ({ blockDateTime }) => blockDateTime !== null],
    ["someone else's", ({ roomUsers }) => !roomUsers.some(({ user }) => user.id === ME)],
  ])('is refused in a room that is %s', async (_, test) => {
    const { messaging, control } = await start();
    const { id } = await messaging.roomThat(test);
    expect(errorOf(await messaging.writeResponse(id, 'Hello'))).toBe(REFUSED);
    expect(control.sentMessages()).toEqual([]);
  });
});

describe('the permissions', () => {
  const READ_ONLY = 'Messaging – Read-Only';
  const READ_AND_WRITE = 'Messaging – Read and Write';
  const QUERY = '{ roomList { totalCount } }';
  const MUTATION = 'mutation { archiveRoom(roomId: "room_0") { id } }';

  it('to read do not allow changes; those to write allow both', async () => {
    const { messaging, control } = await start();
    control.setPermissions({ permissions: [READ_ONLY] });
    expect((await messaging.send(QUERY)).body).toMatchObject({ data: {} });
    expect(errorOf(await messaging.send(MUTATION))).toContain('[Mutation.archiveRoom]');
    control.setPermissions({ permissions: [READ_AND_WRITE] });
    expect((await messaging.send(QUERY)).body).toMatchObject({ data: {} });
    expect(errorOf(await messaging.send(MUTATION))).toContain('Room not found');
  });

  it('are needed for everything', async () => {
    const { messaging, control } = await start();
    control.setPermissions({ permissions: ['Common Entities – Read-Only'] });
    expect(errorOf(await messaging.send(QUERY))).toContain('[Query.roomList]');
    expect(errorOf(await messaging.send(MUTATION))).toContain('[Mutation.archiveRoom]');
  });
});

describe("other people's messages", () => {
  it('are unread, even within the same second, and even if they appear late', async () => {
    const { messaging, control } = await start();
    const room = await messaging.roomThat(
      (one) => one.numUnread === 0 && one.stories.totalCount > 0,
    );
    control.addMessages({ roomId: room.id, count: 2, message: 'Hello' });
    const [late] = control.addMessages({ roomId: room.id, sentSecondsAgo: 30 * 86_400 });
    expect(await messaging.room(room.id)).toMatchObject({ numUnread: 3 });
    const { edges } = await messaging.stories(room.id);
    expect(edges.slice(0, 2).map(({ node }) => node.message)).toEqual(['Hello', 'Hello']);
    expect(edges.findIndex(({ node }) => node.id === late?.storyId)).toBeGreaterThan(1);
    expect(edges[0]?.node.user.id).not.toBe(ME);
  });

  it.each([
    ['without a room', {}, 'either roomId or proposalId'],
    [
      'with a room and a proposal',
      { roomId: 'room_0', proposalId: '1' },
      'either roomId or proposalId',
    ],
    ['in an unknown room', { roomId: 'room_0' }, 'there is no room'],
    ['to an unknown proposal', { proposalId: '1' }, 'the freelancer has no proposal "1"'],
    ['zero times', { proposalId: '1', count: 0 }, 'count must be a whole number'],
    [
      'if they are too long',
      { proposalId: '1', message: 'x'.repeat(10_241) },
      'at most 10240 characters',
    ],
  ])('are refused %s', async (_, input, message) => {
    const { control } = await start();
    expect(() => control.addMessages(input)).toThrow(message);
  });

  it('can be added by other processes, which can also read the sent ones', async () => {
    const { sandbox, messaging, submitProposal } = await start();
    const post = (name: string, input: object) =>
      call(`${sandbox.url}/sandbox/${name}`, { method: 'POST', body: JSON.stringify(input) });
    const proposalId = await submitProposal();
    const added = await post('addMessages', { proposalId, message: 'Hello' });
    expect(added.body).toMatchObject([{ message: 'Hello' }]);
    const { id } = await messaging.roomThat(isOpen);
    await messaging.write(id, 'Hello too');
    expect((await post('sentMessages', {})).body).toMatchObject([
      { roomId: id, message: 'Hello too' },
    ]);
    expect((await post('addMessages', { room: id })).status).toBe(400);
  });
});
