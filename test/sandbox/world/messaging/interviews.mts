import { CLIENT, type Organization } from '../account.mts';
import type { JobPosting } from '../jobPostings.mts';
import type { Job } from '../jobs.mts';
import type { OwnProposal, OwnStatus } from '../ownProposals.mts';
import { idFor } from '../random.mts';
import type { ReceivedProposal } from '../receivedProposals.mts';
import { type Contact, isMe, me, contactOf } from './people.mts';
import type { Room } from './room.mts';

/** What the room of a proposal shows of the proposal. */
export interface Interview extends Pick<Room, 'offerIds' | 'contractId'> {
  proposalId: string;
  topic: string;
  client: Contact;
  freelancer: Contact;
  /** When the client sent the first message, in whole seconds. */
  since: number;
}

const IN_CONVERSATION: readonly OwnStatus[] = ['Activated', 'Offered', 'Hired'];

/** Whether the client has sent a message. */
export function hasConversation({ status }: OwnProposal): boolean {
  return IN_CONVERSATION.includes(status);
}

function wholeSecond(time: number): number {
  return Math.floor(time / 1000) * 1000;
}

/** The conversation about a proposal of the connected freelancer. */
export function ownInterview(proposal: OwnProposal, job: Job): Interview {
  const { id, organization, status, createdAt, modifiedAt } = proposal;
  const number = Number(id.slice(-9));
  const isOffered = status === 'Offered' || status === 'Hired';
  return {
    proposalId: id,
    topic: job.title,
    client: contactOf(job.client),
    freelancer: me(organization),
    offerIds: isOffered ? [idFor('offer', 0, number)] : [],
    contractId: status === 'Hired' ? idFor('contract', 0, number) : null,
    since: wholeSecond(modifiedAt ?? createdAt),
  };
}

/** The conversation about a proposal that the connected client has received, starting now. */
export function receivedInterview(
  { id, freelancer }: ReceivedProposal,
  { title }: JobPosting,
  now: number,
): Interview {
  return {
    proposalId: id,
    topic: title,
    client: me(CLIENT),
    freelancer: { user: freelancer, organization: freelancer.organization },
    offerIds: [],
    contractId: null,
    since: wholeSecond(now),
  };
}

/** The fields of its room. */
export function aboutProposal({ proposalId, topic, offerIds, contractId }: Interview) {
  return { proposalId, topic, offerIds, contractId };
}

/** The other person, and the organization that the connected user acts for. */
export function sidesOf({ client, freelancer }: Interview): {
  other: Contact;
  organization: Organization;
} {
  return isMe(client)
    ? { other: freelancer, organization: client.organization }
    : { other: client, organization: freelancer.organization };
}
