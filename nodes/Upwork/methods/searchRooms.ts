import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listRooms } from '../records/room.list';
import { roomUrl } from '../records/room';
import type { RoomNode } from '../records/room';
import { organizationListClient } from './listClient';

/** As many as somebody may want to scroll through; typing finds the others. */
const MOST_SHOWN = 100;

/** The rooms with the latest activity, or those that what was typed occurs in, for the list of a resource locator. */
export async function searchRooms(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  const rooms = await listRooms(organizationListClient(this), {
    filter: {},
    subscription: 'all',
    sortOrder: 'DESC',
    limit: MOST_SHOWN,
    isWanted: (room) => title(room).toLowerCase().includes(typed.trim().toLowerCase()),
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
