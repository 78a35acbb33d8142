import { AGENCY, CLIENT, DEFAULT_ORGANIZATION, type Organization } from '../account.mts';
import { hexFor, idFor, type Random, randomFrom } from '../random.mts';
import { TOPICS } from '../topics.mts';
import { aboutProposal, type Interview } from './interviews.mts';
import { type Contact, contactAt, isMe, me, shortName } from './people.mts';
import { lastActivity, type Member, type NewStory, post, type Room } from './room.mts';
import { FILES, GROUPS, MINE, NOTES, THEIRS } from './texts.mts';

export const FIRST_ROOMS = 40;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The steps are chosen so that every combination that a filter can select occurs. */
function isEvery(step: number, index: number, offset: number): boolean {
  return index % step === offset;
}

function typeAt(index: number): Room['type'] {
  return isEvery(5, index, 4) ? 'GROUP' : index % 5 < 2 ? 'INTERVIEW' : 'ONE_ON_ONE';
}

function organizationAt(index: number): Organization {
  if (isEvery(8, index, 6)) return AGENCY;
  return isEvery(8, index, 7) ? CLIENT : DEFAULT_ORGANIZATION;
}

/** Assigns these conversations to the first rooms, by the number of the room. */
export function interviewsAtFirst(ongoing: readonly Interview[]): (Interview | undefined)[] {
  const remaining = [...ongoing];
  return Array.from({ length: FIRST_ROOMS }, (_, index) => {
    if (typeAt(index) !== 'INTERVIEW') return undefined;
    const { id } = organizationAt(index);
    const position = remaining.findIndex(({ freelancer }) => freelancer.organization.id === id);
    return position < 0 ? undefined : remaining.splice(position, 1)[0];
  });
}

/** The other people in the rooms, then some colleagues of the agency. */
export function contacts(seed: number, interviews: (Interview | undefined)[]): Contact[] {
  return Array.from({ length: FIRST_ROOMS + 6 }, (_, index) => {
    if (index >= FIRST_ROOMS) return contactAt(seed, index, 'agency');
    const client = interviews[index]?.client;
    return (
      client ?? contactAt(seed, index, organizationAt(index) === CLIENT ? 'freelancer' : 'client')
    );
  });
}

function members(index: number, type: Room['type'], isMember: boolean, people: Contact[]) {
  const organization = organizationAt(index);
  const other = people.slice(index, index + 1);
  const mine = isMember ? [me(organization)] : [];
  if (type === 'ONE_ON_ONE') return asMembers([...other, ...mine]);
  // The client owns an interview; the connected user owns every other group.
  const mineFirst = type === 'GROUP' ? isEvery(2, index, 0) : organization === CLIENT;
  const others = type === 'GROUP' ? people.slice(index, index + 4) : other;
  const colleagues = organization === AGENCY ? people.slice(FIRST_ROOMS, FIRST_ROOMS + 2) : [];
  const [first, ...rest] = mineFirst ? [...mine, ...others] : [...others, ...mine];
  return [...asMembers(first ? [first] : [], 'owner'), ...asMembers([...rest, ...colleagues])];
}

function asMembers(people: Contact[], role: Member['role'] = 'participant'): Member[] {
  return people.map((person) => ({ ...person, role }));
}

function nameAndTopic(random: Random, type: Room['type'], other: Contact | undefined) {
  if (type === 'GROUP') return { name: random.pick(GROUPS), topic: null };
  const name = other ? shortName(other.user) : null;
  if (type === 'ONE_ON_ONE') return { name, topic: null };
  const { titles, tools } = random.pick(TOPICS);
  return { name, topic: random.pick(titles).replace('{tool}', random.pick(tools)) };
}

/** What an interview without a proposal refers to: nothing yet, an offer, or also a contract. */
function references(seed: number, index: number, type: Room['type']) {
  if (type !== 'INTERVIEW') return { proposalId: null, offerIds: [], contractId: null };
  const stage = Math.floor(index / 5) % 3;
  return {
    proposalId: null,
    offerIds: stage > 0 ? [idFor('offer', seed, index)] : [],
    contractId: stage > 1 ? idFor('contract', seed, index) : null,
  };
}

function storyCount(random: Random, index: number): number {
  if (isEvery(10, index, 3)) return 0;
  return isEvery(10, index, 5) ? random.whole(300, 500) : random.whole(6, 40);
}

function storyOf(random: Random, author: Contact, createdAt: number): NewStory {
  const fileNames = random.chance(0.1) ? random.several(FILES, random.whole(1, 2)) : [];
  const text = isMe(author) ? random.pick(MINE) : random.pick(THEIRS);
  const message = fileNames.length > 0 && random.chance(0.3) ? null : text;
  return { author, message, createdAt, fileNames, favorite: random.chance(0.03) };
}

const joined = ({ user }: Contact): string => `${shortName(user)} joined`;

/** The ages of the stories relative to the last one, oldest first. Some are in the same second. */
function ages(random: Random, count: number): number[] {
  let age = 0;
  return Array.from({ length: count }, (_, index) => {
    if (index > 0 && !random.chance(0.1)) age += random.whole(1, 300) * MINUTE;
    return age;
  }).reverse();
}

/** The same ages, scaled down if they exceed the maximum. */
function fitted(ages: number[], longest: number): number[] {
  const [oldest = 0] = ages;
  if (oldest <= longest) return ages;
  return ages.map((age) => Math.floor((age * longest) / oldest / 1000) * 1000);
}

/**
 * Room number `index` as it is at the start of the sandbox. The higher the number, the older its last activity.
 * @param interview the conversation that it is about, if any
 */
export function firstRoomAt(
  seed: number,
  index: number,
  people: Contact[],
  start: number,
  interview: Interview | undefined,
): Room {
  const random = randomFrom(seed, 'room', index);
  const type = typeAt(index);
  const subscribed = !isEvery(3, index, 1);
  const isPublic = type === 'GROUP' && !isEvery(3, index, 0);
  // The connected user has not joined all public groups.
  const isMember = subscribed || !isPublic;
  const inside = members(index, type, isMember, people);
  const isUnread = isMember && (isEvery(4, index, 0) || isEvery(7, index, 0));
  const unread = isUnread ? random.whole(1, 5) : 0;
  const quiet = (index * 7 + random.whole(1, 5)) * HOUR;
  const since = interview?.since ?? -Infinity;
  const last = Math.max(start - quiet, start - Math.floor((start - since) / 2000) * 1000);
  const storyAges = fitted(ages(random, storyCount(random, index)), last - since);
  const createdAt = Math.max(since, last - (storyAges[0] ?? 0) - HOUR);
  const [creator = me(organizationAt(index))] = inside;
  const room: Room = {
    id: `room_${hexFor('room', seed, index)}`,
    organizationId: organizationAt(index).id,
    type,
    ...nameAndTopic(random, type, people[index]),
    note: isEvery(9, index, 8) ? random.pick(NOTES) : null,
    public: isPublic,
    creator,
    members: inside,
    subscribed,
    hidden: isEvery(11, index, 5),
    muted: isEvery(13, index, 4),
    favoriteAt: isEvery(7, index, 2) ? createdAt + HOUR : null,
    readOnlyAt: isEvery(17, index, 11) ? last : null,
    blocked: isEvery(20, index, 12) ? { at: last, by: creator } : null,
    ...references(seed, index, type),
    ...(interview && aboutProposal(interview)),
    createdAt,
    lastVisitedAt: createdAt,
    lastReadAt: createdAt,
    firstUnread: 0,
    posted: 0,
    stories: [],
  };
  // Upwork announces in a group who has joined.
  if (type === 'GROUP') post(room, { author: null, message: joined(creator), createdAt });
  const [other = creator] = inside.filter((member) => !isMe(member));
  storyAges.forEach((age, number) => {
    const isNew = number >= storyAges.length - unread;
    const author = isNew || random.chance(0.55) ? other : random.pick([other, ...inside]);
    // The client starts an interview.
    const isFirst = number === 0 && type === 'INTERVIEW';
    post(room, storyOf(random, isFirst ? creator : author, last - age));
  });
  room.firstUnread = Math.max(0, room.posted - unread);
  room.lastReadAt = room.stories[room.firstUnread - 1]?.createdAt ?? createdAt;
  room.lastVisitedAt = Math.max(room.lastReadAt, lastActivity(room) - 2 * HOUR);
  return room;
}
