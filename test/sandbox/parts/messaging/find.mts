import type { Room } from '../../world/messaging/room.mts';
import type { Rooms } from '../../world/messaging/rooms.mts';
import type { RequestContext } from '../part.mts';
import { isVisible } from './filter.mts';

/** The first room that the organization of a request can see and that passes a test. */
export function findRoom(
  rooms: Rooms,
  { organizationId }: RequestContext,
  test: (room: Room) => boolean,
): Room | undefined {
  return rooms
    .all()
    .find((room) => room.organizationId === organizationId && isVisible(room) && test(room));
}

/**
 * The one-on-one room of the connected user with a person, identified by user ID and organization.
 */
export function oneOnOne(
  rooms: Rooms,
  userId: string,
  organizationId: string,
  context: RequestContext,
): Room | undefined {
  return findRoom(
    rooms,
    context,
    ({ type, members }) =>
      type === 'ONE_ON_ONE' &&
      members.some(
        ({ user, organization }) => user.id === userId && organization.id === organizationId,
      ),
  );
}
