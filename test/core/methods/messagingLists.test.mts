import type { INodeParameters } from 'n8n-workflow';

import { AGENCY, ME } from '../../sandboxClient/ids.mts';
import type { Instance } from '../instance.mts';
import {
  isOpenInterview,
  message,
  records,
  room,
  roomIdThat,
  rooms,
  textOf,
} from '../messaging.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const byId = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });

/** The entries of a list in the editor. */
async function entries(
  n8n: Instance,
  list: Parameters<Instance['listSearch']>[0],
  typed = '',
  current: INodeParameters = {},
) {
  return (await n8n.listSearch(list, typed, undefined, current)).results;
}

describe('the list of messages', () => {
  async function twoMessages() {
    const n8n = upwork.connected();
    const roomId = await roomIdThat(n8n, isOpenInterview);
    const [hers] = upwork.control.addMessages({
      roomId,
      message: `Good morning,\n\nthe okapi has left its enclosure ${'once more '.repeat(20)}`,
      sentSecondsAgo: 60,
    });
    const [mine] = await records(n8n, message('send', { roomId, message: 'Which okapi?' }));
    return { n8n, roomId, hers: hers?.storyId, mine: textOf(mine, 'id') };
  }

  it('shows sender, time and beginning of the messages in the chosen room, newest first', async () => {
    const { n8n, roomId, hers, mine } = await twoMessages();
    for (const entered of [roomId, `https://www.upwork.com/ab/messages/rooms/${roomId}`]) {
      const [first, second] = await entries(n8n, 'searchMessages', '', { roomId: byId(entered) });
      expect(first).toEqual({
        name: expect.stringMatching(
          /^Robin S\., \d{4}-\d\d-\d\d \d\d:\d\d: Which okapi\?$/,
        ) as string,
        value: mine,
      });
      expect(second?.value).toBe(hers);
      expect(second?.name).toMatch(/: Good morning, the okapi has left .{10,60}…$/);
    }
  });

  it('finds what was typed, also further into a message', async () => {
    const { n8n, roomId, hers } = await twoMessages();
    const found = await entries(n8n, 'searchMessages', 'ONCE MORE once', { roomId: byId(roomId) });
    expect(found[0]?.value).toBe(hers);
    expect(await entries(n8n, 'searchMessages', 'zebra', { roomId: byId(roomId) })).toEqual([]);
  });

  it('asks for the room first', async () => {
    await expect(upwork.connected().listSearch('searchMessages')).rejects.toThrow(
      'Choose the room first',
    );
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('gives what Message: Get takes', async () => {
    const { n8n, roomId } = await twoMessages();
    const [first] = await entries(n8n, 'searchMessages', '', { roomId: byId(roomId) });
    const messageId = { __rl: true, mode: 'list', value: first?.value ?? '' };
    const found = await records(n8n, message('get', { roomId, messageId }));
    expect(found).toMatchObject([{ text: 'Which okapi?' }]);
  });
});

describe('the lists of people', () => {
  it('show the participants of the chosen room, so that one can be removed or leave', async () => {
    const n8n = upwork.connected();
    const users = (await entries(n8n, 'searchPeople')).slice(0, 2).map(({ value }) => ({
      personId: byId(String(value)),
    }));
    const created = room('create', {
      roomType: 'GROUP',
      roomName: 'Ark',
      users: { user: users },
    });
    const [group] = await records(n8n, created);
    const roomId = textOf(group, 'id');
    const current = { roomId: byId(roomId) };
    const participants = await entries(n8n, 'searchParticipants', '', current);
    expect(participants).toHaveLength(3);
    expect(participants[0]).toMatchObject({
      name: expect.stringMatching(/^Robin S/) as string,
    });
    const [, other] = participants;
    const typed = other?.name.slice(0, 8);
    expect(await entries(n8n, 'searchParticipants', typed, current)).toContainEqual(other);
    const personId = { __rl: true, mode: 'list', value: other?.value ?? '' };
    expect(await records(n8n, room('removeUser', { roomId, personId }))).toMatchObject([
      { success: true },
    ]);
    const left = await entries(n8n, 'searchParticipants', '', current);
    expect(left).toEqual(participants.filter((one) => one !== other));
  });

  it('ask for the room first', async () => {
    await expect(upwork.connected().listSearch('searchParticipants')).rejects.toThrow(
      'Choose the room first',
    );
  });

  it('show everybody in your rooms once, but not you', async () => {
    const n8n = upwork.connected();
    const people = await entries(n8n, 'searchPeople');
    expect(people.length).toBeGreaterThan(5);
    for (const { name, value } of people) {
      expect(name).toMatch(/^.+ \(.+\)$/);
      expect(value).toMatch(/^\d+\/\d+$/);
      expect(value).not.toContain(`${ME}/`);
    }
    expect(new Set(people.map(({ value }) => value)).size).toBe(people.length);
    const typed = people[3]?.name.toUpperCase();
    expect(await entries(n8n, 'searchPeople', typed)).toContainEqual(people[3]);
    expect(await entries(n8n, 'searchPeople', 'xylophonequartz')).toEqual([]);
  });
});

describe.each([
  { list: 'searchContracts', by: 'contract', parameter: 'contractId' },
  { list: 'searchOffers', by: 'offer', parameter: 'offerId' },
] as const)('the list of $by s', ({ list, by, parameter }) => {
  it('shows those that your rooms are about, so that Room: Get finds the room', async () => {
    const n8n = upwork.connected();
    const found = await entries(n8n, list);
    expect(found.length).toBeGreaterThan(0);
    const [first] = found;
    const id = { __rl: true, mode: 'list', value: first?.value ?? '' };
    const [about] = await records(n8n, room('get', { roomBy: by, [parameter]: id }));
    expect(first?.name).toContain(textOf(about, 'name'));
    expect(first?.name).toContain(`(${String(first?.value)})`);
    expect(JSON.stringify([about?.contractId, about?.offerIds])).toContain(String(first?.value));
    expect(await entries(n8n, list, first?.name.toUpperCase())).toEqual([first]);
  });
});

it.each(['searchRooms', 'searchContracts', 'searchPeople'] as const)(
  '%s shows what the organization in the node has',
  async (list) => {
    const n8n = upwork.connected();
    const own = await entries(n8n, list);
    const agency = await entries(n8n, list, '', { options: { organizationId: byId(AGENCY) } });
    expect(agency).not.toEqual(own);
    expect((await rooms(n8n)).length).toBeGreaterThan(0);
  },
);
