import {
  either,
  type Guard,
  isBoolean,
  isListOf,
  isNull,
  isNumber,
  isRecord,
  isString,
} from '../sandbox/guards.mts';

// Rooms and stories as the tests of the sandbox's messaging select them.

interface Person {
  user: { id: string; name: string };
  organization: { id: string };
  role: string;
}

export interface Room {
  id: string;
  roomName: string | null;
  topic: string | null;
  roomType: string;
  public: boolean;
  hidden: boolean;
  favorite: boolean;
  readOnly: boolean;
  numUnread: number;
  contractId: string | null;
  offerIds: string[];
  owner: { user: { name: string } } | null;
  blockDateTime: string | null;
  roomUsers: Person[];
  latestStory: { createdDateTime: string } | null;
  stories: { totalCount: number };
}

export interface Story {
  id: string;
  message: string | null;
  createdDateTime: string;
  updatedDateTime: string;
  user: { id: string; name: string };
  attachments: { metadata: { key: string; value: string }[] }[];
}

export interface Connection<Node> {
  totalCount: number;
  edges: { node: Node }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

export const ROOM = /* GraphQL */ `
  fragment ARoom on Room {
    id
    roomName
    topic
    roomType
    public
    hidden
    favorite
    readOnly
    numUnread
    contractId
    offerIds
    owner {
      user {
        name
      }
    }
    blockDateTime
    roomUsers {
      user {
        id
        name
      }
      organization {
        id
      }
      role
    }
    latestStory {
      createdDateTime
    }
    stories {
      totalCount
    }
  }
`;

export const STORY = /* GraphQL */ `
  fragment AStory on RoomStory {
    id
    message
    createdDateTime
    updatedDateTime
    user {
      id
      name
    }
    attachments {
      metadata {
        key
        value
      }
    }
  }
`;

const isText = either(isString, isNull);

function hasExactly<T extends object>(fields: { [Key in keyof T]: Guard<T[Key]> }): Guard<T> {
  return isRecord<T, object>(fields, {});
}

const isName = hasExactly({ user: hasExactly({ name: isString }) });
const isNamedUser = hasExactly({ id: isString, name: isString });

export const isRoom: Guard<Room> = hasExactly<Room>({
  id: isString,
  roomName: isText,
  topic: isText,
  roomType: isString,
  public: isBoolean,
  hidden: isBoolean,
  favorite: isBoolean,
  readOnly: isBoolean,
  numUnread: isNumber,
  contractId: isText,
  offerIds: isListOf(isString),
  owner: either(isName, isNull),
  blockDateTime: isText,
  roomUsers: isListOf(
    hasExactly<Person>({
      user: isNamedUser,
      organization: hasExactly({ id: isString }),
      role: isString,
    }),
  ),
  latestStory: either(hasExactly({ createdDateTime: isString }), isNull),
  stories: hasExactly({ totalCount: isNumber }),
});

export const isStory: Guard<Story> = hasExactly<Story>({
  id: isString,
  message: isText,
  createdDateTime: isString,
  updatedDateTime: isString,
  user: isNamedUser,
  attachments: isListOf(
    hasExactly({ metadata: isListOf(hasExactly({ key: isString, value: isString })) }),
  ),
});

export function isConnectionOf<Node>(isNode: Guard<Node>): Guard<Connection<Node>> {
  return hasExactly<Connection<Node>>({
    totalCount: isNumber,
    edges: isListOf(hasExactly<{ node: Node }>({ node: isNode })),
    pageInfo: hasExactly({ endCursor: isText, hasNextPage: isBoolean }),
  });
}
