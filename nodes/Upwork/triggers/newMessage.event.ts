import { mapPages } from '../api';
import { flagField } from '../fields/builders';
import { enteredRoomField, readRoomId } from '../fields/locators/room';
import { outputOf, simplifyField } from '../fields/simplify';
import { momentOf } from '../records/dates';
import { newMessages, toNewMessage } from '../records/newMessage';
import { allRooms, oneRoom } from '../records/roomActivity';
import type { RoomActivityList, RoomActivityNode } from '../records/roomActivity';
import type { TriggerEvent } from './event';
import { nestedSource } from './sources/nested/nestedSource';
import type { OuterList, OuterRecord } from './sources/nested/nestedSource';

/** Each ten of them take a request per poll. */
const MAX_ROOMS = 50;

export const newMessage: TriggerEvent = {
  value: 'newMessage',
  name: 'New Message',
  description: 'When someone sends you a message',
  records: 'messages',
  output: 'newMessage',
  permissions: ['Messaging – Read-Only'],
  fields: [
    {
      displayName: 'Rooms',
      name: 'rooms',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      placeholder: 'Add Room',
      default: {},
      description: 'The rooms (conversations) to watch. Leave empty to watch all of yours.',
      options: [{ displayName: 'Room', name: 'room', values: [enteredRoomField] }],
    },
    simplifyField,
  ],
  options: [
    {
      ...flagField(
        'Include Own Messages',
        'includeOwn',
        'Whether to emit the messages that you send, too',
      ),
      default: false,
    },
  ],

  source(client, parameters) {
    const toOutput = outputOf(parameters, toNewMessage);
    const includesOwn = parameters.flag('options.includeOwn');
    const roomIds = parameters.entries('rooms.room').map(readRoomId);
    const chosen = [...new Set(roomIds)].sort();
    if (chosen.length > MAX_ROOMS) {
      throw parameters.invalid(
        'rooms',
        `has ${chosen.length} rooms`,
        `Choose ${MAX_ROOMS} at most, or none to watch all of your rooms with one request.`,
      );
    }
    const lists = chosen.length > 0 ? chosen.map((id) => oneRoom(client, id)) : allRooms(client);
    return nestedSource({
      scope: chosen.join(' '),
      chosen: chosen.length > 0 ? chosen : null,
      outerLists: lists.map(withActivity),
      innerList: ({ id }) =>
        mapPages(newMessages(client, id), (message) => [
          {
            id: message.id,
            at: momentOf(message.createdDateTime),
            matches: includesOwn || message.isOwn !== true,
            output: () => toOutput(message),
          },
        ]),
    });
  },
};

const withActivity = ({ id, ...pages }: RoomActivityList): OuterList<OuterRecord> => ({
  id,
  ...mapPages(pages, (room) => [activityOf(room)]),
});

/** A room without messages has no latest one. If the key can't read it, every poll has to look into the room. */
const activityOf = ({ id, latestStory }: RoomActivityNode): OuterRecord => ({
  id,
  version: latestStory === undefined ? null : (latestStory?.id ?? 'none'),
  activeAt: momentOf(latestStory?.createdDateTime),
});
