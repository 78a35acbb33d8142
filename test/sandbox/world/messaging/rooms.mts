import type { Clock } from '../../clock.mts';
import { DEFAULT_ORGANIZATION } from '../account.mts';
import { hexFor, randomFrom } from '../random.mts';
import { contacts, FIRST_ROOMS, firstRoomAt } from './firstRooms.mts';
import { type Contact, contactAt, isMe, me, shortName } from './people.mts';
import { type NewStory, post, type Room, type Story } from './room.mts';

type NewRoom = Pick<Room, 'organizationId' | 'type' | 'name' | 'topic' | 'creator' | 'members'> &
  Partial<Pick<Room, 'proposalId'>>;

/** A message of the connected person, as it was when it was sent. */
export interface Sent {
  roomId: string;
  storyId: string;
  message: string;
  createdAt: number;
}

/** All the rooms of the sandbox, those of all three hats of the connected person. */
export class Rooms {
  readonly #seed: number;
  readonly #clock: Clock;
  readonly #people: Contact[];
  readonly #byId = new Map<string, Room>();
  readonly #sent: Sent[] = [];
  #created = 0;

  constructor({ seed, clock }: { seed: number; clock: Clock }) {
    this.#seed = seed;
    this.#clock = clock;
    this.#people = contacts(seed);
    for (let index = 0; index < FIRST_ROOMS; index += 1) {
      this.#keep(firstRoomAt(seed, index, this.#people, this.now()));
    }
  }

  /** In whole seconds: Upwork's dates know nothing finer. */
  now(): number {
    return Math.floor(this.#clock.now() / 1000) * 1000;
  }

  all(): Room[] {
    return [...this.#byId.values()];
  }

  byId(id: string): Room | undefined {
    return this.#byId.get(id);
  }

  /** Somebody whom the connected person could write to. */
  contact(userId: string, organizationId: string): Contact | undefined {
    return this.#people.find(
      ({ user, organization }) => user.id === userId && organization.id === organizationId,
    );
  }

  create(said: NewRoom): Room {
    const now = this.now();
    this.#created += 1;
    return this.#keep({
      proposalId: null,
      ...said,
      id: `room_${hexFor('created room', this.#seed, this.#created)}`,
      note: null,
      public: false,
      subscribed: true,
      hidden: false,
      muted: false,
      favoriteAt: null,
      readOnlyAt: null,
      blocked: null,
      contractId: null,
      offerIds: [],
      createdAt: now,
      lastVisitedAt: now,
      lastReadAt: now,
      firstUnread: 0,
      posted: 0,
      stories: [],
    });
  }

  /** The room of a freelancer's proposal comes to be when its client writes for the first time. */
  openProposal(proposalId: string): Room {
    const random = randomFrom(this.#seed, 'proposal', proposalId);
    const client = contactAt(this.#seed, random.whole(100, 999), 'client');
    this.#people.push(client);
    return this.create({
      organizationId: DEFAULT_ORGANIZATION.id,
      type: 'INTERVIEW',
      name: shortName(client.user),
      topic: null,
      creator: client,
      members: [
        { ...client, role: 'owner' },
        { ...me(DEFAULT_ORGANIZATION), role: 'participant' },
      ],
      proposalId,
    });
  }

  remove({ id }: Room): void {
    this.#byId.delete(id);
  }

  /** A message of the connected person. What they have not read stays unread. */
  send(room: Room, author: Contact, message: string): Story {
    const story = post(room, { author, message, createdAt: this.now() });
    this.#sent.push({
      roomId: room.id,
      storyId: story.id,
      message,
      createdAt: story.createdAt,
    });
    return story;
  }

  /** A message of somebody else. */
  receive(room: Room, story: Omit<NewStory, 'author'>): Story {
    return post(room, { ...story, author: room.members.find((one) => !isMe(one)) ?? room.creator });
  }

  /** All that was sent, oldest first. */
  sent(): readonly Sent[] {
    return this.#sent;
  }

  #keep(room: Room): Room {
    this.#byId.set(room.id, room);
    return room;
  }
}
