import type {
  ILoadOptionsFunctions,
  INodeListSearchItems,
  INodeListSearchResult,
} from 'n8n-workflow';

import { listRooms } from '../records/room.pages';
import { roomUrl } from '../records/room';
import type { RoomNode } from '../records/room';
import { organizationListClient } from './listClient';
import { containing, withNote } from './listResult';

/** About as many as a person scrolls through; the search finds the others. */
const MAX_ROOMS = 100;

/**
 * A list, for a resource locator, of what the rooms with the latest activity have, or of what of it
 * matches the search text.
 */
export const searchInRooms = (entriesOf: (room: RoomNode) => INodeListSearchItems[]) =>
  async function (this: ILoadOptionsFunctions, search = ''): Promise<INodeListSearchResult> {
    const matches = containing(search);
    const matching = (room: RoomNode) => entriesOf(room).filter(({ name }) => matches(name));
    const rooms = await listRooms(organizationListClient(this), {
      filter: {},
      subscription: 'all',
      includeHidden: true,
      sortOrder: 'DESC',
      limit: MAX_ROOMS,
      matches: (room) => matching(room).length > 0,
    });
    const entries = new Map(rooms.flatMap(matching).map((entry) => [entry.value, entry]));
    return { results: [...entries.values()] };
  };

export const searchRooms = searchInRooms((room) => [
  { name: title(room), value: room.id, url: roomUrl(room.id) },
]);

/** The contracts that rooms are about. */
export const searchContracts = searchInRooms((room) =>
  room.contractId ? [about(room, room.contractId)] : [],
);

/** The offers that rooms are about. */
export const searchOffers = searchInRooms((room) =>
  (room.offerIds ?? []).map((id) => about(room, id)),
);

const about = (room: RoomNode, id: string): INodeListSearchItems => ({
  name: withNote(title(room), id),
  value: id,
});

function title({ id, roomName, topic }: RoomNode): string {
  return [roomName, topic].filter(Boolean).join(' – ') || id;
}
