import type { INodeProperties } from 'n8n-workflow';

import { locatorField } from '../builders';
import { ORGANIZATION_PATHS } from '../organization';
import type { Parameters } from '../parameters';
import { readLocator } from './locator';

/** Upwork: every room's ID begins like this, and the URL of its page contains it. */
const ROOM_ID = /\broom_[\w-]+/g;

const FIELD = {
  displayName: 'Room',
  name: 'roomId',
  required: true,
  description: 'The room, which is what Upwork calls a conversation',
};

const MODES = {
  url: {
    placeholder: 'e.g. https://www.upwork.com/ab/messages/rooms/room_0123456789abcdef',
    regex: '^https?://(www\\.)?upwork\\.com/.*room_\\w+.*$',
    errorMessage: "Not the URL of an Upwork room: it should contain 'room_'",
  },
  id: {
    placeholder: 'e.g. room_0123456789abcdef',
    regex: '^room_\\w+$',
    errorMessage: 'Not a valid Upwork room ID',
  },
};

/** Choosing a room. */
export const roomLocatorField: INodeProperties = locatorField(FIELD, {
  ...MODES,
  searchListMethod: 'searchRooms',
  dependsOn: ORGANIZATION_PATHS,
});

/** Choosing a room in a node without lists. */
export const enteredRoomField: INodeProperties = locatorField(FIELD, MODES);

const findRoomIds = (entered: string): Set<string> => new Set(entered.match(ROOM_ID));

/** The ID in an ID or a URL. */
export function parseRoomId(entered: string): string | undefined {
  const [id, another] = findRoomIds(entered);
  return another === undefined ? id : undefined;
}

export const readRoomId = (parameters: Parameters): string =>
  readLocator(parameters, 'roomId', {
    find: findRoomIds,
    problem: "is not a room's ID or URL",
    advice:
      'Enter an ID that begins with room_, or a URL such as https://www.upwork.com/ab/messages/rooms/room_0123456789abcdef.',
  });
