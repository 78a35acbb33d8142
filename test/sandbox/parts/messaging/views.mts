import { CLIENT, ORGANIZATIONS } from '../../world/account.mts';
import { type Contact, shortName } from '../../world/messaging/people.mts';
import {
  type Attachment,
  type Member,
  myself,
  type Room,
  type Story,
  unreadStories,
} from '../../world/messaging/room.mts';
import { messagingTimeOrNull, messagingTime } from '../dates.mts';
import type { RequestContext } from '../part.mts';
import { genericOrganization, genericUser } from '../people.mts';
import { storyPage, type StoryFilter } from './stories.mts';

/** Upwork shows people to others by a short name. */
function userView({ user }: Contact) {
  return genericUser({ ...user, name: shortName(user) });
}

function roomUser({ members }: Room, person: Contact | Member) {
  const member = members.find(({ user }) => user.id === person.user.id);
  return {
    user: userView(person),
    organization: genericOrganization(person.organization),
    role: member?.role ?? null,
  };
}

function attachmentView(room: Room, { author, createdAt }: Story, file: Attachment) {
  return {
    objectReferenceId: file.id,
    objectType: 'FILE',
    metadata: [
      { key: 'fileName', value: file.fileName },
      { key: 'fileSize', value: String(file.fileSize) },
    ],
    createdDateTime: messagingTime(createdAt),
    author: author && roomUser(room, author),
  };
}

/** RoomStory. */
export function storyView(room: Room, story: Story) {
  return {
    id: story.id,
    room: () => roomView(room),
    createdDateTime: messagingTime(story.createdAt),
    updatedDateTime: messagingTime(story.updatedAt),
    // Upwork: a system message has none, although the schema calls it non-null.
    user: story.author && userView(story.author),
    message: story.message,
    organization: story.author && genericOrganization(story.author.organization),
    roomStoryNote: story.favorite
      ? { favorite: true, abuseType: 'NONE', whitelisted: false, abuseDetails: null }
      : null,
    attachments: story.attachments.map((file) => attachmentView(room, story, file)),
  };
}

/** RoomStoryConnection: the newest stories first. */
export function storiesView(room: Room, filter: StoryFilter | null | undefined) {
  const { totalCount, page, pageInfo } = storyPage(room.stories, filter ?? {});
  return {
    totalCount,
    edges: page.map(({ cursor, item }) => ({ cursor, node: storyView(room, item) })),
    pageInfo,
  };
}

type ProposalResolver = (args: { id: string }, context: RequestContext) => unknown;

/** The freelancer's proposal that a room is about, as `vendorProposal` returns it. */
function proposalOf({ proposalId: id, organizationId }: Room) {
  return (
    _: unknown,
    context: RequestContext,
    { rootValue }: { rootValue: { vendorProposal: ProposalResolver } },
  ): unknown =>
    id === null || organizationId === CLIENT.id ? null : rootValue.vendorProposal({ id }, context);
}

/** Room. */
export function roomView(room: Room): object {
  const owner = room.members.find(({ role }) => role === 'owner');
  const organization = ORGANIZATIONS.find(({ id }) => id === room.organizationId);
  const latestStory = () => {
    const latest = room.stories.at(-1);
    return latest ? storyView(room, latest) : null;
  };
  return {
    id: room.id,
    roomName: room.name,
    organization: organization ? genericOrganization(organization) : null,
    creator: () => roomUser(room, room.creator),
    createdAtDateTime: messagingTime(room.createdAt),
    public: room.public,
    topic: room.topic,
    owner: () => (owner ? roomUser(room, owner) : null),
    numUnread: () => unreadStories(room).length,
    roomFavoriteDateTime: messagingTimeOrNull(room.favoriteAt),
    favorite: room.favoriteAt !== null,
    // How a message mentions someone is unknown, so there are no mentions here.
    numUnreadMentions: 0,
    roomUsers: () => room.members.map((member) => roomUser(room, member)),
    numUsers: room.members.length,
    joinDateTime: myself(room) ? messagingTime(room.createdAt) : null,
    lastVisitedDateTime: messagingTime(room.lastVisitedAt),
    lastReadDateTime: messagingTime(room.lastReadAt),
    roomType: room.type,
    readOnlyDateTime: messagingTimeOrNull(room.readOnlyAt),
    readOnly: room.readOnlyAt !== null,
    blockDateTime: messagingTimeOrNull(room.blocked?.at),
    blockedBy: room.blocked && roomUser(room, room.blocked.by),
    hidden: room.hidden,
    muted: room.muted,
    contractId: room.contractId,
    vendorProposal: proposalOf(room),
    roomNote: room.note,
    roomNotePresent: room.note !== null,
    offerIds: room.offerIds,
    recruiters: [],
    latestStory,
    story({ id }: { id: string }) {
      const found = room.stories.find((story) => story.id === id);
      return found ? storyView(room, found) : null;
    },
    stories: ({ filter }: { filter?: StoryFilter | null }) => storiesView(room, filter),
    latestStoryPreRendered: latestStory,
  };
}
