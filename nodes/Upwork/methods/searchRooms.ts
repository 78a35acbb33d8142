import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listRooms } from '../records/room.pages';
import { roomUrl } from '../records/room';
import type { RoomNode } from '../records/room';
import { organizationListClient } from './listClient';

/** About as many as a person scrolls through; the search finds the others. */
const MAX_ROOMS = 100;

/** The rooms with the latest activity, or those that match the search text, for the list of a resource locator. */
export async function searchRooms(
  this: ILoadOptionsFunctions,
  search = '',
): Promise<INodeListSearchResult> {
  const rooms = await listRooms(organizationListClient(this), {
    filter: {},
    subscription: 'all',
    includeHidden: true,
    sortOrder: 'DESC',
    limit: MAX_ROOMS,
    matches: (room) => title(room).toLowerCase().includes(search.trim().toLowerCase()),
  });
  return {
    results: rooms.map((room) => ({
      name: title(room),
      value: room.id,
      url: roomUrl(room.id),
    })),
  };
}

function title({ id, roomName, topic }: RoomNode): string {
  return [roomName, topic].filter(Boolean).join(' – ') || id;
}
