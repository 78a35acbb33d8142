import { type Contact, isMe, me, shortName } from '../../world/messaging/people.mts';
import { type Member, type Role, ROLES, type Room } from '../../world/messaging/room.mts';
import type { Rooms } from '../../world/messaging/rooms.mts';
import { organizationFor } from '../access.mts';
import { type RequestContext, UpworkError } from '../part.mts';
import { assertAdmin, refuse, roomFor } from './access.mts';
import { oneOnOne } from './find.mts';
import { DONE } from './storyMutations.mts';
import { roomView } from './views.mts';

interface RoomUserInput {
  userId: string;
  organizationId: string;
  role?: string | null;
}

interface RoomCreateInput {
  roomName?: string | null;
  topic?: string | null;
  users?: (RoomUserInput | null)[] | null;
  roomType: 'ONE_ON_ONE' | 'GROUP';
}

interface RoomUpdateInput {
  roomId: string;
  roomName?: string | null;
  topic?: string | null;
  readOnly?: boolean | null;
}

function roleOf({ role }: RoomUserInput): Role {
  if (role === null || role === undefined) return 'participant';
  const known = ROLES.find((name) => name === role);
  if (!known) throw new UpworkError('Exception occurred');
  return known;
}

function isSame(one: Contact): (other: Contact) => boolean {
  return (other) => other.user.id === one.user.id;
}

/**
 * A one-on-one room has two members; an interview is open to the people of both companies; groups
 * are up to their admins.
 */
function assertCanAdd(room: Room, member: Member): void {
  const { organization } = member;
  if (room.type === 'ONE_ON_ONE') refuse();
  if (room.type === 'GROUP') assertAdmin(room);
  else if (!room.members.some((other) => other.organization.id === organization.id)) refuse();
  // Only owners can hand over a room. Otherwise their role can't be changed.
  const owner = room.members.find(({ role }) => role === 'owner');
  if (owner && (member.role === 'owner' ? !isMe(owner) : isSame(owner)(member))) refuse();
}

/** Adds a member, or changes their role. An owner who hands over the room becomes an admin. */
function add(room: Room, member: Member): void {
  const members = room.members.map((other): Member => {
    return other.role === 'owner' && member.role === 'owner' ? { ...other, role: 'admin' } : other;
  });
  room.members = members.some(isSame(member))
    ? members.map((other) => (isSame(member)(other) ? member : other))
    : [...members, member];
}

function assertCanRemove(room: Room, member: Member): void {
  if (room.type === 'ONE_ON_ONE' || member.role === 'owner') refuse();
  if (room.type === 'INTERVIEW' && room.members.indexOf(member) < 2) refuse();
  if (!isMe(member)) assertAdmin(room);
}

function setReadOnly(room: Room, readOnly: boolean, now: number): void {
  room.readOnlyAt = readOnly ? (room.readOnlyAt ?? now) : null;
}

/** The mutations that create, change and remove rooms, and add and remove their members. */
export function roomMutations(rooms: Rooms, archivingHides: boolean) {
  function contact(userId: string, organizationId: string): Contact {
    const found = rooms.contact(userId, organizationId);
    if (!found) throw new UpworkError(`User not found for id=${userId}`);
    return found;
  }

  function membersFrom(users: RoomUserInput[]): Member[] {
    return users.map((user) => ({
      ...contact(user.userId, user.organizationId),
      role: roleOf(user),
    }));
  }

  /**
   * Two people share one room, however often it is requested; it is named after the other person.
   */
  function oneOnOneWith(other: Contact, topic: string | null, context: RequestContext): Room {
    const { organizationId } = context;
    const creator = me(organizationFor(organizationId));
    return (
      oneOnOne(rooms, other.user.id, other.organization.id, context) ??
      rooms.create({
        organizationId,
        type: 'ONE_ON_ONE',
        name: shortName(other.user),
        topic,
        creator,
        members: [
          { ...other, role: 'participant' },
          { ...creator, role: 'participant' },
        ],
      })
    );
  }

  function group(
    { roomName: name = null, topic = null }: RoomCreateInput,
    others: Member[],
    { organizationId }: RequestContext,
  ): Room {
    const creator = me(organizationFor(organizationId));
    const members: Member[] = [{ ...creator, role: 'owner' }, ...others];
    return rooms.create({ organizationId, type: 'GROUP', name, topic, creator, members });
  }

  return {
    roomCreate1on1IfNotExists(
      { userId, orgId }: { userId: string; orgId: string },
      context: RequestContext,
    ) {
      return roomView(oneOnOneWith(contact(userId, orgId), null, context));
    },
    createRoomV2({ input }: { input: RoomCreateInput }, context: RequestContext) {
      const others = membersFrom((input.users ?? []).filter((user) => user !== null));
      // Whoever creates a room is its only owner.
      if (others.some(({ role }) => role === 'owner')) throw new UpworkError('Exception occurred');
      if (input.roomType === 'GROUP') return roomView(group(input, others, context));
      const [other] = others;
      if (!other || others.length > 1) throw new UpworkError('Exception occurred');
      return roomView(oneOnOneWith(other, input.topic ?? null, context));
    },
    /** The `reason` of a change is not shown anywhere. */
    updateRoomV2(
      { input }: { input?: RoomUpdateInput | null },
      { organizationId }: RequestContext,
    ) {
      if (!input) throw new UpworkError('Exception occurred');
      const room = roomFor(rooms, input.roomId, organizationId);
      assertAdmin(room);
      room.name = input.roomName ?? room.name;
      room.topic = input.topic ?? room.topic;
      setReadOnly(room, input.readOnly ?? room.readOnlyAt !== null, rooms.now());
      return roomView(room);
    },
    archiveRoom({ roomId }: { roomId: string }, { organizationId }: RequestContext) {
      const room = roomFor(rooms, roomId, organizationId);
      if (archivingHides) room.hidden = true;
      else setReadOnly(room, true, rooms.now());
      return roomView(room);
    },
    removeRoom({ roomId }: { roomId: string }, { organizationId }: RequestContext) {
      const room = roomFor(rooms, roomId, organizationId);
      assertAdmin(room);
      rooms.remove(room);
      return DONE;
    },
    addUserToRoom(
      { roomId, roomUsers }: { roomId: string; roomUsers: RoomUserInput[] },
      { organizationId }: RequestContext,
    ) {
      const room = roomFor(rooms, roomId, organizationId);
      const added = membersFrom(roomUsers);
      for (const member of added) assertCanAdd(room, member);
      for (const member of added) add(room, member);
      return true;
    },
    removeUserFromRoom(
      { roomId, userId, orgId }: { roomId: string; userId: string; orgId: string },
      { organizationId }: RequestContext,
    ) {
      const room = roomFor(rooms, roomId, organizationId);
      const member = room.members.find(
        ({ user, organization }) => user.id === userId && organization.id === orgId,
      );
      if (!member) throw new UpworkError(`User not found for id=${userId}`);
      assertCanRemove(room, member);
      room.members = room.members.filter((other) => other !== member);
      if (isMe(member)) room.subscribed = false;
      return true;
    },
  };
}
