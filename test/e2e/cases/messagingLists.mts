import { type JsonObject, jsonObject, jsonObjects } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import { askSandbox } from '../askSandbox.mts';
import type { Entry, ListCase } from './list.mts';
import { anotherPerson, newGroup, readRoom, sendMessage } from './rooms.mts';

const ROOMS = `{
  roomList(filter: { roomType_eq: ALL, subscribed_eq: true }, pagination: { first: 100 }) {
    edges { node { roomName topic contractId offerIds } }
  }
}`;

const PEOPLE = 'roomUsers { user { id name } organization { id name } }';

/** The people in a room: a user together with an organization. */
async function peopleIn(sandbox: Sandbox, roomId: string): Promise<Entry[]> {
  const { roomUsers } = await readRoom(sandbox, roomId, PEOPLE);
  return jsonObjects(roomUsers).map((roomUser) => {
    const [user, organization] = [jsonObject(roomUser.user), jsonObject(roomUser.organization)];
    const [name, company] = [String(user.name), String(organization.name)];
    return {
      name: company === name ? name : `${name} (${company})`,
      value: `${String(user.id)}/${String(organization.id)}`,
    };
  });
}

/** A list of what rooms are about, which is searched for one ID. */
const aboutRooms = (method: string, idsOf: (room: JsonObject) => unknown[]): ListCase => ({
  method,
  async prepare(sandbox) {
    const { edges } = jsonObject((await askSandbox(sandbox, ROOMS)).roomList);
    const found = jsonObjects(edges)
      .map(({ node }) => jsonObject(node))
      .flatMap((room) => idsOf(room).map((id) => ({ room, id: String(id) })));
    const [{ room, id } = { room: {}, id: '' }] = found;
    const title = [room.roomName, room.topic].filter(Boolean).join(' – ');
    return { typed: id, entries: [{ name: `${title} (${id})`, value: id }] };
  },
});

export const messagingListCases: ListCase[] = [
  aboutRooms('searchContracts', ({ contractId }) => (contractId === null ? [] : [contractId])),
  aboutRooms('searchOffers', ({ offerIds }) => (Array.isArray(offerIds) ? offerIds : [])),
  {
    method: 'searchMessages',
    async prepare(sandbox) {
      const roomId = await newGroup(sandbox);
      const value = await sendMessage(sandbox, roomId);
      return {
        parameters: { roomId: idLocator(roomId) },
        entries: [{ name: expect.stringMatching(/^Robin S\., .+: A first try$/), value }],
      };
    },
  },
  {
    method: 'searchParticipants',
    async prepare(sandbox) {
      const roomId = await newGroup(sandbox, [await anotherPerson(sandbox)]);
      return {
        parameters: { roomId: idLocator(roomId) },
        entries: await peopleIn(sandbox, roomId),
      };
    },
  },
  {
    method: 'searchPeople',
    async prepare(sandbox) {
      const [, person] = await peopleIn(
        sandbox,
        await newGroup(sandbox, [await anotherPerson(sandbox)]),
      );
      return { typed: String(person?.name), entries: person ? [person] : [] };
    },
  },
  {
    method: 'searchRooms',
    async prepare(sandbox) {
      const value = await newGroup(sandbox, [], 'Dance of the okapi');
      return { typed: 'dance of', entries: [{ name: 'Dance of the okapi', value }] };
    },
  },
];
