import type {
  ILoadOptionsFunctions,
  INodeListSearchItems,
  INodeListSearchResult,
} from 'n8n-workflow';

import { query } from '../api';
import type { PartialData, RoomParticipantsQuery } from '../api';
import { personValue } from '../records/person';
import { listClient, organizationListClient, requireRoom } from './listClient';
import { containing, withNote } from './listResult';
import { searchInRooms } from './searchRooms';

const participants = query(
  'RoomParticipants',
  /* GraphQL */ `
    query RoomParticipants($id: ID!) {
      room(id: $id) {
        roomUsers {
          user {
            id
            name
          }
          organization {
            id
            name
          }
        }
      }
    }
  `,
  { example: (first) => ({ id: first('Room.id') }) },
);

const connectedUser = query(
  'ConnectedUser',
  /* GraphQL */ `
    query ConnectedUser {
      user {
        id
      }
    }
  `,
);

type RoomUsers = PartialData<RoomParticipantsQuery>['room']['roomUsers'];

/** The people of a room. Upwork needs both IDs of a person. */
const entriesOf = (roomUsers: RoomUsers): INodeListSearchItems[] =>
  (roomUsers ?? []).flatMap(({ user, organization }) => {
    if (!user || !organization) return [];
    const [userId, organizationId] = [user.id, organization.id];
    const name = user.name ?? userId;
    return {
      name: withNote(name, organization.name === name ? null : organization.name),
      value: personValue({ userId, organizationId }),
    };
  });

/** The participants of the room that is chosen in the node. */
export async function searchParticipants(
  this: ILoadOptionsFunctions,
  search = '',
): Promise<INodeListSearchResult> {
  const { room } = await organizationListClient(this).send(participants, { id: requireRoom(this) });
  const matches = containing(search);
  return { results: entriesOf(room.roomUsers).filter(({ name }) => matches(name)) };
}

const searchEverybody = searchInRooms(({ roomUsers }) => entriesOf(roomUsers));

/** The other people in the rooms of the connected user. */
export async function searchPeople(
  this: ILoadOptionsFunctions,
  search?: string,
): Promise<INodeListSearchResult> {
  const [{ user: me }, { results }] = await Promise.all([
    listClient(this).send(connectedUser, {}),
    searchEverybody.call(this, search),
  ]);
  const isMe = ({ value }: INodeListSearchItems) =>
    me ? String(value).startsWith(`${me.id}/`) : false;
  return { results: results.filter((person) => !isMe(person)) };
}
