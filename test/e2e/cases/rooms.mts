import { type JsonObject, jsonObject, jsonObjects, jsonString } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import { askSandbox } from '../askSandbox.mts';
import { ME } from '../../sandboxClient/ids.mts';
import { refused } from './operationCase.mts';

// Helpers for the cases of rooms and messages.

const CREATE = `mutation Create($roomName: String!, $users: [RoomUserInput]) {
  createRoomV2(input: { roomName: $roomName, roomType: GROUP, users: $users }) { id }
}`;

const ONE_ON_ONES = `{
  roomList(filter: { roomType_eq: ONE_ON_ONE, subscribed_eq: true }, pagination: { first: 1 }) {
    edges { node { roomUsers { user { id } organization { id } } } }
  }
}`;

const SEND = `mutation Send($roomId: ID!) {
  createRoomStoryV2(input: { roomId: $roomId, message: "A first try" }) { id }
}`;

export interface Person {
  userId: string;
  organizationId: string;
}

/** The parameter for a person. */
export const personParameter = ({ userId, organizationId }: Person) => ({
  personId: idLocator(`${userId}/${organizationId}`),
});

/** The error of every operation on a room for invalid text. */
export const NO_ROOM = refused('roomId', 'the lobby', 'is not a room\'s ID or URL: "the lobby"');

/** A new group of the connected user, with these members. */
export async function newGroup(
  sandbox: Sandbox,
  users: Person[] = [],
  roomName = 'Launch of the zebra',
): Promise<string> {
  const { createRoomV2 } = await askSandbox(sandbox, CREATE, { roomName, users });
  return jsonString(jsonObject(createRoomV2).id);
}

/** Another person, who can be added to a room. */
export async function anotherPerson(sandbox: Sandbox): Promise<Person> {
  const { edges } = jsonObject((await askSandbox(sandbox, ONE_ON_ONES)).roomList);
  const people = jsonObjects(edges)
    .flatMap(({ node }) => jsonObjects(jsonObject(node).roomUsers))
    .map(({ user, organization }) => ({
      userId: jsonString(jsonObject(user).id),
      organizationId: jsonString(jsonObject(organization).id),
    }));
  const found = people.find(({ userId }) => userId !== ME);
  if (found === undefined) throw new Error('The sandbox has no room with another person');
  return found;
}

/** Sends a message of the connected user. */
export async function sendMessage(sandbox: Sandbox, roomId: string): Promise<string> {
  const { createRoomStoryV2 } = await askSandbox(sandbox, SEND, { roomId });
  return jsonString(jsonObject(createRoomStoryV2).id);
}

/** Fields of a room as the sandbox has it now. */
export async function readRoom(sandbox: Sandbox, id: unknown, fields: string): Promise<JsonObject> {
  const query = `query Room($id: ID!) { room(id: $id) { ${fields} } }`;
  return jsonObject((await askSandbox(sandbox, query, { id })).room);
}
