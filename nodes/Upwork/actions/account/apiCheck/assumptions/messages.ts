import { query } from '../../../../api';
import type { CheckRoomListsQuery, PartialData } from '../../../../api';
import { momentOf } from '../../../../records/dates';
import { roomActivityList } from '../../../../records/roomActivity';
import { allMatch, findIn, held, notHeld, notSeen, unseen } from '../assumption';
import type { Assumption, Finding } from '../assumption';

const LISTED_ROOMS = /* GraphQL */ `
  fragment ListedRooms on RoomConnection {
    edges {
      node {
        id
        hidden
      }
    }
  }
`;

const lists = query(
  'CheckRoomLists',
  /* GraphQL */ `
    query CheckRoomLists {
      unspecified: roomList(pagination: { first: 100 }) {
        ...ListedRooms
      }
      subscribed: roomList(
        filter: { subscribed_eq: true, includeHidden_eq: false, roomType_eq: ALL }
        pagination: { first: 100 }
      ) {
        ...ListedRooms
      }
      subscribedHidden: roomList(
        filter: { subscribed_eq: true, includeHidden_eq: true, roomType_eq: ALL }
        pagination: { first: 100 }
      ) {
        ...ListedRooms
      }
      others: roomList(
        filter: { subscribed_eq: false, includeHidden_eq: false, roomType_eq: ALL }
        pagination: { first: 100 }
      ) {
        ...ListedRooms
      }
      othersHidden: roomList(
        filter: { subscribed_eq: false, includeHidden_eq: true, roomType_eq: ALL }
        pagination: { first: 100 }
      ) {
        ...ListedRooms
      }
    }
    ${LISTED_ROOMS}
  `,
);

const largePage = query(
  'CheckLargeRoomPage',
  /* GraphQL */ `
    query CheckLargeRoomPage {
      roomList(pagination: { first: 200 }) {
        totalCount
        edges {
          node {
            id
          }
        }
      }
    }
  `,
);

export const messages: readonly Assumption[] = [
  {
    fact: "Every room ID begins with `room_` and is part of the room's URL.",
    check: (evidence) => allMatch(evidence.texts('Room.id'), /^room_/, 'IDs'),
  },
  {
    fact: 'A message has at most 10,240 characters.',
    check: unseen("Can't be checked without changing something on Upwork."),
  },
  {
    fact: 'Without `includeHidden_eq: true`, a list leaves out hidden rooms. With it, the list may or may not include the other rooms.',
    documents: [lists],
    check: (evidence) => findIn(evidence, lists, findHidden),
  },
  {
    fact: 'All rooms are in four lists: subscribed or not, hidden or not. The code reads the lists under aliases and merges them.',
    check: (evidence) => findIn(evidence, lists, findMissing),
  },
  {
    fact: 'A filter that isn\'t set may hide rooms. The code sets each one that has a value for "all".',
    check: (evidence) => findIn(evidence, lists, findUnnamed),
  },
  {
    fact: 'Pages of 100 rooms work. They stop near 120, whatever is requested.',
    documents: [largePage],
    check: (evidence) =>
      findIn(evidence, largePage, ({ roomList: { edges, totalCount } }) => {
        const size = edges?.length ?? 0;
        const total = totalCount ?? 0;
        const details = `A page of 200 had ${size} of ${total} rooms.`;
        if (total <= 120) return notSeen(details);
        return size < Math.min(total, 200) ? held(details) : notHeld(details);
      }),
  },
  {
    fact: 'Rooms are listed by the time of their `latestStory`, latest first. The code finds new messages of a room that is further down within half an hour.',
    check: (evidence) =>
      findIn(evidence, roomActivityList, ({ roomList: { edges } }) => {
        const times = (edges ?? []).flatMap(
          (edge) => momentOf(edge?.node?.latestStory?.createdDateTime) ?? [],
        );
        const outOfOrder = times.filter((time, index) => time > (times[index - 1] ?? time)).length;
        const details = `${outOfOrder} of ${times.length} rooms come after one with an older message.`;
        if (times.length < 2) return notSeen(details);
        return outOfOrder === 0 ? held(details) : notHeld(details);
      }),
  },
  {
    fact: "Which permission `Room.vendorProposal` needs isn't known. Without it, a new message has no proposal and no job.",
    check: unseen('The check does not know which permissions the key has.'),
  },
  {
    fact: "`archiveRoom` sets `readOnly` or `hidden`; it isn't known which. A room counts as archived if it is either.",
    check: unseen("Can't be checked without changing something on Upwork."),
  },
  {
    fact: '`proposalRoom` fails if a proposal has no room; the other lookups return null.',
    check: unseen('The check does not know whether the proposal has a room.'),
  },
  {
    fact: "Only one-on-one rooms can be opened through the API by anyone. A proposal's room opens with the client's first message.",
    check: unseen("Can't be checked without changing something on Upwork."),
  },
  {
    fact: 'System messages have no `user`, so their node is null with an error alongside the data.',
    check(evidence) {
      const count = evidence.values('RoomStoryEdge.node').filter((node) => node === null).length;
      return count > 0
        ? held(`${count} messages were null.`)
        : notSeen('The room that was read has no system messages.');
    },
  },
  {
    fact: "The error for a system message has a path to `user`, or its text names the types 'GenericUser' and 'RoomStory'.",
    check(evidence) {
      const errors = evidence.errorsAlongsideData(/\.?RoomStory/);
      return errors.length > 0
        ? held(errors.join(' '))
        : notSeen('Upwork did not return this error.');
    },
  },
];

type RoomLists = PartialData<CheckRoomListsQuery>;

const roomsIn = ({ edges }: RoomLists['others']) =>
  (edges ?? []).flatMap((edge) => edge?.node ?? []);

function findHidden({ subscribed, subscribedHidden, others, othersHidden }: RoomLists): Finding {
  const included = [subscribedHidden, othersHidden].flatMap(roomsIn);
  const count = included.filter(({ hidden }) => hidden).length;
  if (count === 0) return notSeen('There are no hidden rooms.');
  const details = `With includeHidden_eq: true: ${count} hidden rooms and ${included.length - count} others.`;
  const isLeftOut = ![subscribed, others].flatMap(roomsIn).some(({ hidden }) => hidden);
  return isLeftOut
    ? held(details)
    : notHeld(`${details} Without it, Upwork returned hidden rooms, too.`);
}

/** The IDs of the rooms in several lists. */
const idsIn = (lists: Omit<RoomLists, 'unspecified'>): Set<string> =>
  new Set(Object.values(lists).flatMap((list) => roomsIn(list).map(({ id }) => id)));

function findMissing({ unspecified, ...four }: RoomLists): Finding {
  const known = idsIn(four);
  const sizes = Object.entries(four).map(([name, list]) => `${name} ${roomsIn(list).length}`);
  const missing = roomsIn(unspecified).filter(({ id }) => !known.has(id)).length;
  const details = `Rooms on the first pages: ${sizes.join(', ')}; ${known.size} different rooms in total.`;
  return missing === 0
    ? held(details)
    : notHeld(`${details} ${missing} other rooms are in none of these lists.`);
}

function findUnnamed({ unspecified, ...four }: RoomLists): Finding {
  const count = roomsIn(unspecified).length;
  const all = idsIn(four).size;
  const details = `Rooms without filters: ${count}; with all filters set: ${all}.`;
  return all > count ? held(details) : notSeen(details);
}
