import { either, type Guard, isListOf, isNull, isObject } from '../sandbox/guards.mts';
import type { SandboxOptions } from '../sandbox/index.mts';
import { AGENCY } from './ids.mts';
import {
  type Connection,
  isConnectionOf,
  isRoom,
  isStory,
  type Room,
  ROOM,
  STORY,
  type Story,
} from './messagingRecords.mts';
import { submit } from './ownProposals.mts';
import { type SandboxResponse, type SandboxClient, sandboxForTests } from './sandboxClient.mts';

/** Upwork's errors for invalid input, and for a lack of access. */
export const EXCEPTION = 'Exception occurred';
export const REFUSED = 'Authorization failed';

const LIST = /* GraphQL */ `
  query Rooms($filter: RoomFilter, $pagination: Pagination, $sortOrder: SortOrder) {
    roomList(filter: $filter, pagination: $pagination, sortOrder: $sortOrder) {
      totalCount
      edges {
        node {
          ...ARoom
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
  ${ROOM}
`;

const STORIES = /* GraphQL */ `
  query Stories($filter: RoomStoryFilter) {
    roomStories(filter: $filter) {
      totalCount
      edges {
        node {
          ...AStory
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
  ${STORY}
`;

/** Reads the only root field of a successful response. */
function read<T>(response: SandboxResponse, field: string, isRight: Guard<T>): T {
  const data = isObject(response.body) ? response.body.data : undefined;
  const value = isObject(data) ? data[field] : undefined;
  if (!isRight(value)) throw new Error(`Not the response of ${field}: ${response.text}`);
  return value;
}

/** The first message of `errors` in a response with status 200. */
export function errorOf({ status, body }: SandboxResponse): unknown {
  const errors = isObject(body) ? body.errors : undefined;
  return status === 200 && isListOf(isObject)(errors) ? errors[0]?.message : undefined;
}

/** The queries and mutations of a connected user, for one of their organizations. */
export class MessagingClient {
  readonly #client: SandboxClient;
  readonly #headers: Record<string, string>;

  constructor(client: SandboxClient, organizationId?: string) {
    this.#client = client;
    this.#headers = organizationId ? { 'X-Upwork-API-TenantId': organizationId } : {};
  }

  send(query: string, variables: Record<string, unknown> = {}): Promise<SandboxResponse> {
    return this.#client.send(query, variables, this.#headers);
  }

  listResponse(variables: Record<string, unknown>): Promise<SandboxResponse> {
    return this.send(LIST, variables);
  }

  async list(variables: Record<string, unknown> = {}): Promise<Connection<Room>> {
    return read(await this.listResponse(variables), 'roomList', isConnectionOf(isRoom));
  }

  /** Up to a hundred rooms that match a filter, including hidden ones, latest activity first. */
  async rooms(filter: Record<string, unknown> = {}): Promise<Room[]> {
    const { edges } = await this.list({
      filter: { includeHidden_eq: true, ...filter },
      pagination: { first: 100 },
    });
    return edges.map(({ node }) => node);
  }

  /** The first room that passes a test, subscribed to or not. */
  async roomThat(test: (room: Room) => boolean): Promise<Room> {
    const all = [...(await this.rooms()), ...(await this.rooms({ subscribed_eq: false }))];
    const found = all.find(test);
    if (!found) throw new Error('The sandbox has no such room');
    return found;
  }

  async room(id: string): Promise<Room> {
    const response = await this.send(`query($id: ID!) { room(id: $id) { ...ARoom } } ${ROOM}`, {
      id,
    });
    return read(response, 'room', isRoom);
  }

  storiesResponse(
    roomId: string,
    storyFilter: Record<string, unknown> = {},
  ): Promise<SandboxResponse> {
    return this.send(STORIES, { filter: { roomId_eq: roomId, storyFilter } });
  }

  async stories(
    roomId: string,
    storyFilter: Record<string, unknown> = { pagination: { first: 100 } },
  ): Promise<Connection<Story>> {
    const response = await this.storiesResponse(roomId, storyFilter);
    return read(response, 'roomStories', isConnectionOf(isStory));
  }

  /** Up to a hundred messages of people, newest first. Upwork's own messages are null. */
  async messages(roomId: string): Promise<Story[]> {
    const response = await this.storiesResponse(roomId, { pagination: { first: 100 } });
    const isStoryOrNull = either(isStory, isNull);
    const { edges } = read(response, 'roomStories', isConnectionOf(isStoryOrNull));
    return edges.flatMap(({ node }) => node ?? []);
  }

  writeResponse(roomId: string, message: string | null): Promise<SandboxResponse> {
    return this.send(
      `mutation($input: RoomStoryCreateInputV2!) { createRoomStoryV2(input: $input) { ...AStory } } ${STORY}`,
      { input: { roomId, message } },
    );
  }

  async write(roomId: string, message: string): Promise<Story> {
    return read(await this.writeResponse(roomId, message), 'createRoomStoryV2', isStory);
  }

  /** A mutation or query of one field that returns a room. */
  roomResponse(
    operation: string,
    variables: Record<string, unknown> = {},
  ): Promise<SandboxResponse> {
    return this.send(`${operation} ${ROOM}`, variables);
  }

  async roomFrom(
    field: string,
    operation: string,
    variables: Record<string, unknown> = {},
  ): Promise<Room> {
    return read(await this.roomResponse(operation, variables), field, isRoom);
  }
}

/** Returns a function that starts a sandbox with clients for the freelancer and for the agency. */
export function messagingForTests() {
  const start = sandboxForTests();
  return async (options: Partial<SandboxOptions> = {}) => {
    const { sandbox, client } = await start({ jobs: 0, ...options });
    return {
      sandbox,
      control: sandbox.control,
      submitProposal: () => submit(sandbox, client),
      messaging: new MessagingClient(client),
      agency: new MessagingClient(client, AGENCY),
    };
  };
}
