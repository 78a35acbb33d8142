import type { Clock } from '../../clock.mts';
import type { OwnProposals } from '../ownProposals.mts';
import { hexFor } from '../random.mts';
import { contacts, FIRST_ROOMS, firstRoomAt, interviewsAtFirst } from './firstRooms.mts';
import { aboutProposal, type Interview, sidesOf } from './interviews.mts';
import { type Contact, isMe, shortName } from './people.mts';
import { type NewStory, post, type Room, type Story } from './room.mts';
import { THEIRS } from './texts.mts';

type NewRoom = Pick<Room, 'organizationId' | 'type' | 'name' | 'topic' | 'creator' | 'members'> &
  Partial<Pick<Room, 'proposalId' | 'offerIds' | 'contractId' | 'createdAt'>>;

/** A message of the connected user, as it was when it was sent. */
export interface Sent {
  roomId: string;
  storyId: string;
  message: string;
  createdAt: number;
}

/** All rooms of the sandbox, for all three organizations of the connected user. */
export class Rooms {
  readonly #seed: number;
  readonly #clock: Clock;
  readonly #people: Contact[];
  readonly #proposals: OwnProposals;
  readonly #byId = new Map<string, Room>();
  /** The proposals that have, or had, a room. */
  readonly #opened = new Set<string>();
  readonly #sent: Sent[] = [];
  #created = 0;

  constructor({ seed, clock }: { seed: number; clock: Clock }, proposals: OwnProposals) {
    this.#seed = seed;
    this.#clock = clock;
    this.#proposals = proposals;
    const interviews = interviewsAtFirst(proposals.interviews);
    this.#people = contacts(seed, interviews);
    for (let index = 0; index < FIRST_ROOMS; index += 1) {
      const interview = interviews[index];
      if (interview) this.#opened.add(interview.proposalId);
      this.#keep(firstRoomAt(seed, index, this.#people, this.now(), interview));
    }
  }

  /** In whole seconds, like Upwork's dates. */
  now(): number {
    return Math.floor(this.#clock.now() / 1000) * 1000;
  }

  all(): Room[] {
    this.#catchUp();
    return [...this.#byId.values()];
  }

  byId(id: string): Room | undefined {
    this.#catchUp();
    return this.#byId.get(id);
  }

  /** A person to whom the connected user can send messages. */
  contact(userId: string, organizationId: string): Contact | undefined {
    return this.#people.find(
      ({ user, organization }) => user.id === userId && organization.id === organizationId,
    );
  }

  create(room: NewRoom): Room {
    const { createdAt = this.now() } = room;
    this.#created += 1;
    return this.#keep({
      proposalId: null,
      offerIds: [],
      contractId: null,
      ...room,
      id: `room_${hexFor('created room', this.#seed, this.#created)}`,
      note: null,
      public: false,
      subscribed: true,
      hidden: false,
      muted: false,
      favoriteAt: null,
      readOnlyAt: null,
      blocked: null,
      createdAt,
      lastVisitedAt: createdAt,
      lastReadAt: createdAt,
      firstUnread: 0,
      posted: 0,
      stories: [],
    });
  }

  /** Opens the room of a proposal, which happens when the client sends the first message. */
  open(interview: Interview): Room {
    const { other, organization } = sidesOf(interview);
    this.#opened.add(interview.proposalId);
    this.#people.push(other);
    return this.create({
      ...aboutProposal(interview),
      organizationId: organization.id,
      type: 'INTERVIEW',
      name: shortName(other.user),
      creator: interview.client,
      members: [
        { ...interview.client, role: 'owner' },
        { ...interview.freelancer, role: 'participant' },
      ],
      createdAt: interview.since,
    });
  }

  /** The room of a proposal, if there is one. */
  ofProposal(id: string): Room | undefined {
    return this.all().find(({ proposalId }) => proposalId === id);
  }

  remove({ id }: Room): void {
    this.#byId.delete(id);
  }

  /** Sends a message of the connected user. What they have not read stays unread. */
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

  /** Adds a message of another person. */
  receive(room: Room, story: Omit<NewStory, 'author'>): Story {
    return post(room, { ...story, author: room.members.find((one) => !isMe(one)) ?? room.creator });
  }

  /** Adds a message of Upwork's own. */
  announce(room: Room, story: Omit<NewStory, 'author'>): Story {
    return post(room, { ...story, author: null });
  }

  /** All that was sent, oldest first. */
  sent(): readonly Sent[] {
    return this.#sent;
  }

  /** A proposal whose client has sent a message has a room, and a message in it. */
  #catchUp(): void {
    for (const interview of this.#proposals.interviews) {
      if (this.#opened.has(interview.proposalId)) continue;
      const room = this.open(interview);
      this.receive(room, { message: THEIRS[2], createdAt: interview.since });
    }
  }

  #keep(room: Room): Room {
    this.#byId.set(room.id, room);
    return room;
  }
}
