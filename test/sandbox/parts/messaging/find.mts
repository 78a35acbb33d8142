import type { Room } from '../../world/messaging/room.mts';
import type { Rooms } from '../../world/messaging/rooms.mts';
import type { RequestContext } from '../part.mts';
import { isVisible } from './filter.mts';

/** The room that the organisation of a request sees and that passes a test. */
export function findRoom(
  rooms: Rooms,
  { organizationId }: RequestContext,
  test: (room: Room) => boolean,
): Room | undefined {
  return rooms
    .all()
    .find((room) => room.organizationId === organizationId && isVisible(room) && test(room));
}

/** The room of the connected person and one other, who is told by their id and their organisation. */
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
