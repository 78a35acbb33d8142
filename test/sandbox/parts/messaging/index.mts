import type { SandboxOptions } from '../../options.mts';
import type { World } from '../../world/index.mts';
import { lastActivity, type Room } from '../../world/messaging/room.mts';
import type { Pagination, SortOrder } from '../connection.mts';
import { type Part, type RequestContext, UpworkError } from '../part.mts';
import { unknownId } from '../unknownId.mts';
import { refuse, roomFor, roomNotFound, storyNotFound } from './access.mts';
import { type RoomFilter, roomTest } from './filter.mts';
import { findRoom, oneOnOne } from './find.mts';
import { pageOf } from './pages.mts';
import { roomMutations } from './roomMutations.mts';
import type { StoryFilter } from './stories.mts';
import { storyMutations } from './storyMutations.mts';
import { roomView, storiesView, storyView } from './views.mts';

interface RoomListArguments {
  filter?: RoomFilter | null;
  pagination?: Pagination | null;
  sortOrder?: SortOrder | null;
}

/** Upwork: pages of rooms are about this long at most, whatever is requested. */
const MAX_ROOMS_PER_PAGE = 120;

const READ_AND_WRITE = 'Messaging – Read and Write';
const READ = ['Messaging – Read-Only', READ_AND_WRITE];

/** Upwork: lists of rooms start without `after`; the cursor is an offset, so that activity shifts the pages. */
function offsetOf(after: string | null | undefined): number {
  if (after === null || after === undefined) return 0;
  if (!/^[1-9]\d*$/.test(after)) throw new UpworkError('Exception occurred');
  return Number(after);
}

function roomList(
  rooms: Room[],
  { filter, pagination, sortOrder }: RoomListArguments,
  hiddenAlone: boolean,
) {
  const found = rooms
    .filter(roomTest(filter ?? {}, hiddenAlone))
    .sort((one, other) => lastActivity(one) - lastActivity(other));
  // What Upwork sorts by, and the default order, are unknown.
  if (sortOrder !== 'ASC') found.reverse();
  const offset = offsetOf(pagination?.after);
  const { page, pageInfo } = pageOf(
    found.slice(offset),
    pagination,
    (_, index) => String(offset + index + 1),
    MAX_ROOMS_PER_PAGE,
  );
  return {
    totalCount: found.length,
    edges: page.map(({ item }) => ({ node: roomView(item) })),
    pageInfo,
  };
}

/** The rooms and messages of the organization that the request acts for. */
export function messagingPart(
  { rooms }: World,
  {
    hiddenRoomsAlone,
    archivingHides,
    unknownIds,
    ownProposalsPermission,
  }: Pick<
    SandboxOptions,
    'hiddenRoomsAlone' | 'archivingHides' | 'unknownIds' | 'ownProposalsPermission'
  >,
): Part {
  function viewOf(room: Room | undefined): object | null {
    return room ? roomView(room) : null;
  }

  const reads = {
    room: ({ id }: { id: string }, { organizationId }: RequestContext) =>
      rooms.byId(id)
        ? roomView(roomFor(rooms, id, organizationId))
        : unknownId({ unknownIds }, 'error', roomNotFound(id)),
    roomList: (args: RoomListArguments, { organizationId }: RequestContext) =>
      roomList(
        rooms.all().filter((room) => room.organizationId === organizationId),
        args,
        hiddenRoomsAlone,
      ),
    oneOnOneRoom: (
      { userId, organizationId }: { userId: string; organizationId: string },
      context: RequestContext,
    ) => viewOf(oneOnOne(rooms, userId, organizationId, context)),
    offerRoom: ({ offerId }: { offerId: string }, context: RequestContext) =>
      viewOf(findRoom(rooms, context, ({ offerIds }) => offerIds.includes(offerId))),
    contractRoom: ({ contractId }: { contractId: string }, context: RequestContext) =>
      viewOf(findRoom(rooms, context, (room) => room.contractId === contractId)),
    /**
     * A freelancer can't open a proposal's room: it doesn't exist until the client has sent a
     * message.
     */
    proposalRoom({ vendorProposalId }: { vendorProposalId: string }, context: RequestContext) {
      const room = findRoom(rooms, context, ({ proposalId }) => proposalId === vendorProposalId);
      return room ? roomView(room) : refuse();
    },
    roomStories(
      { filter }: { filter?: { roomId_eq: string; storyFilter?: StoryFilter | null } | null },
      { organizationId }: RequestContext,
    ) {
      if (!filter) throw new UpworkError('Exception occurred');
      const room = roomFor(rooms, filter.roomId_eq, organizationId);
      return storiesView(room, filter.storyFilter);
    },
    roomStory(
      { roomId, storyId }: { roomId: string; storyId: string },
      { organizationId }: RequestContext,
    ) {
      if (!rooms.byId(roomId)) return unknownId({ unknownIds }, 'error', roomNotFound(roomId));
      const room = roomFor(rooms, roomId, organizationId);
      const story = room.stories.find(({ id }) => id === storyId);
      return story
        ? storyView(room, story)
        : unknownId({ unknownIds }, 'null', storyNotFound(storyId));
    },
  };
  const writes = { ...storyMutations(rooms), ...roomMutations(rooms, archivingHides) };

  return {
    needs: {
      // Upwork: unknown.
      'Room.vendorProposal': ownProposalsPermission,
      ...Object.fromEntries(Object.keys(reads).map((name) => [`Query.${name}`, READ])),
      ...Object.fromEntries(
        Object.keys(writes).map((name) => [`Mutation.${name}`, READ_AND_WRITE]),
      ),
    },
    enterpriseOnly: [],
    roots: { ...reads, ...writes },
  };
}
