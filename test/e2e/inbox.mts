import type { Sandbox } from '../sandbox/index.mts';
import { MessagingClient } from '../sandboxClient/messagingClient.mts';
import type { Room, Story } from '../sandboxClient/messagingRecords.mts';
import { SandboxClient } from '../sandboxClient/sandboxClient.mts';
import { ME } from '../sandboxClient/ids.mts';

/** The freelancer's conversations, read from the sandbox directly, not through the package. */
export class Inbox {
  readonly messaging: MessagingClient;

  constructor(sandbox: Sandbox) {
    this.messaging = new MessagingClient(new SandboxClient(sandbox));
  }

  async unreadRooms(): Promise<Room[]> {
    const lists = [true, false].map((subscribed) =>
      this.messaging.rooms({ unreadRoomsOnly_eq: true, subscribed_eq: subscribed }),
    );
    return (await Promise.all(lists)).flat();
  }

  /** All messages from other people that the freelancer has not read. */
  async unreadMessages(): Promise<Story[]> {
    const rooms = await this.unreadRooms();
    const lists = rooms.map(async ({ id, numUnread }) =>
      (await this.messaging.messages(id)).filter(({ user }) => user.id !== ME).slice(0, numUnread),
    );
    return (await Promise.all(lists)).flat();
  }

  /** The unread rooms in which the freelancer can write. */
  async openRooms(): Promise<Room[]> {
    const rooms = await this.unreadRooms();
    return rooms.filter(({ readOnly, blockDateTime }) => !readOnly && blockDateTime === null);
  }

  /** The last message of each of those rooms, if it is from another person. */
  async unanswered(): Promise<Story[]> {
    const rooms = await this.openRooms();
    const lists = rooms.map(async ({ id }) => (await this.messaging.messages(id)).slice(0, 1));
    return (await Promise.all(lists)).flat().filter(({ user }) => user.id !== ME);
  }
}
