import { query } from '../../../../api';
import type { Evidence } from '../evidence';
import { allMatch, held, notHeld, notSeen, unseen } from '../assumption';
import type { Assumption } from '../assumption';

const lists = query(
  'CheckRoomLists',
  /* GraphQL */ `
    query CheckRoomLists {
      unspecified: roomList(pagination: { first: 100 }) {
        edges {
          node {
            id
            hidden
          }
        }
      }
      subscribed: roomList(
        filter: { subscribed_eq: true, includeHidden_eq: false, roomType_eq: ALL }
        pagination: { first: 100 }
      ) {
        edges {
          node {
            id
            hidden
          }
        }
      }
      subscribedHidden: roomList(
        filter: { subscribed_eq: true, includeHidden_eq: true, roomType_eq: ALL }
        pagination: { first: 100 }
      ) {
        edges {
          node {
            id
            hidden
          }
        }
      }
      others: roomList(
        filter: { subscribed_eq: false, includeHidden_eq: false, roomType_eq: ALL }
        pagination: { first: 100 }
      ) {
        edges {
          node {
            id
            hidden
          }
        }
      }
      othersHidden: roomList(
        filter: { subscribed_eq: false, includeHidden_eq: true, roomType_eq: ALL }
        pagination: { first: 100 }
      ) {
        edges {
          node {
            id
            hidden
          }
        }
      }
    }
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
    check: unseen('Only a change would show it.'),
  },
  {
    fact: 'Without `includeHidden_eq: true`, a list leaves out hidden rooms. With it, the others may be in it or not.',
    documents: [lists],
    check(evidence) {
      const found = roomLists(evidence);
      if (!found) return notSeen('The lists did not arrive.');
      const { subscribed, subscribedHidden, others, othersHidden } = found;
      const withHidden = [...subscribedHidden, ...othersHidden];
      const count = withHidden.filter(({ hidden }) => hidden).length;
      if (count === 0) return notSeen('There is no hidden room.');
      const details = `With it: ${count} hidden rooms and ${withHidden.length - count} others.`;
      const isLeftOut = ![...subscribed, ...others].some(({ hidden }) => hidden);
      return isLeftOut ? held(details) : notHeld(`${details} Hidden rooms came without it, too.`);
    },
  },
  {
    fact: 'So all rooms are in four lists: subscribed or not, hidden or not. The code reads them as aliases, and merges.',
    check(evidence) {
      const found = roomLists(evidence);
      if (!found) return notSeen('The lists did not arrive.');
      const { unspecified, ...four } = found;
      const sizes = Object.entries(four).map(([name, rooms]) => `${name} ${rooms.length}`);
      const merged = new Set(Object.values(four).flatMap((rooms) => rooms.map(({ id }) => id)));
      const missing = unspecified.filter(({ id }) => !merged.has(id)).length;
      const details = `Rooms of the first pages: ${sizes.join(', ')}; together ${merged.size}.`;
      return missing === 0 ? held(details) : notHeld(`${details} ${missing} others are in none.`);
    },
  },
  {
    fact: 'A filter that isn\'t named may hide rooms. The code names each one that has a value for "all".',
    check(evidence) {
      const found = roomLists(evidence);
      if (!found) return notSeen('The lists did not arrive.');
      const { unspecified, ...four } = found;
      const merged = new Set(Object.values(four).flatMap((rooms) => rooms.map(({ id }) => id)));
      const details = `Without a filter ${unspecified.length} rooms, with all of them ${merged.size}.`;
      return merged.size > unspecified.length ? held(details) : notSeen(details);
    },
  },
  {
    fact: 'Pages of 100 rooms work. They stop near 120, whatever is asked for.',
    documents: [largePage],
    check(evidence) {
      const list = evidence.data(largePage)?.roomList;
      const failure = evidence.failure(largePage);
      if (!list) return notSeen(failure?.message ?? 'It was not tried.');
      const size = list.edges?.length ?? 0;
      const details = `A page of 200 had ${size} of ${list.totalCount ?? 'an unknown number of'} rooms.`;
      if ((list.totalCount ?? 0) <= 120) return notSeen(details);
      return size < 200 ? held(details) : notHeld(details);
    },
  },
  {
    fact: '`proposalRoom` fails if a proposal has no room; the other lookups return null.',
    check: unseen('Whether the proposal that was tried has a room is not known.'),
  },
  {
    fact: "Only one-on-one rooms can be opened through the API by anyone. A proposal's room opens with the client's first message.",
    check: unseen('Only a change would show it.'),
  },
  {
    fact: 'System messages have no `user`, so their node is null and an error stands beside the data.',
    check(evidence) {
      const count = evidence.values('RoomStoryEdge.node').filter((node) => node === null).length;
      return count > 0
        ? held(`${count} messages were null.`)
        : notSeen('The room that was read has no such message.');
    },
  },
  {
    fact: "That error has a path to `user`, or its text names the types 'GenericUser' and 'RoomStory'.",
    check(evidence) {
      const errors = evidence.errorsBesideData(/\.?RoomStory/);
      return errors.length > 0 ? held(errors.join(' ')) : notSeen('There was no such error.');
    },
  },
];

interface RoomInList {
  id: string;
  hidden?: boolean | null | undefined;
}

interface RoomEdges {
  edges?: ({ node?: RoomInList | null | undefined } | null)[] | null | undefined;
}

const roomsOf = ({ edges }: RoomEdges): RoomInList[] =>
  (edges ?? []).flatMap((edge) => edge?.node ?? []);

function roomLists(evidence: Evidence) {
  const data = evidence.data(lists);
  return (
    data && {
      unspecified: roomsOf(data.unspecified),
      subscribed: roomsOf(data.subscribed),
      subscribedHidden: roomsOf(data.subscribedHidden),
      others: roomsOf(data.others),
      othersHidden: roomsOf(data.othersHidden),
    }
  );
}
