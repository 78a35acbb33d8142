import type { World } from '../../world/index.mts';
import { receivedInterview } from '../../world/messaging/interviews.mts';
import { type Annotation, isOpen, type ReceivedProposal } from '../../world/receivedProposals.mts';
import { type StatusReason, reasonsOf } from '../../world/reasons.mts';
import { forClients } from '../access.mts';
import { writerIn } from '../messaging/access.mts';
import { checked } from '../messaging/storyMutations.mts';
import { incorrectValue } from '../part.mts';
import { findClientProposal } from './client.mts';

interface Target {
  proposalId: string;
  jobPostingId: string;
}

interface Decline extends Target {
  reason?: string | null;
  otherReason?: string | null;
  message?: string | null;
}

type Changes = Partial<Pick<ReceivedProposal, 'status' | 'annotations' | 'reason'>>;

function annotated(
  { annotations }: ReceivedProposal,
  name: Annotation,
  isOn: boolean,
): Pick<ReceivedProposal, 'annotations'> {
  const others = annotations.filter((annotation) => annotation !== name);
  return { annotations: isOn ? [...others, name] : others };
}

function statusReason({ reason: id, otherReason }: Decline): StatusReason | null {
  if (otherReason) return { id: '0', reason: 'Other', description: otherReason };
  if (!id) return null;
  const known = reasonsOf('PROPOSAL_REJECT', true).find((reason) => reason.id === id);
  if (!known) throw incorrectValue();
  return { id, reason: known.reason, description: null };
}

/**
 * What a client can do with a proposal. What Upwork refuses, and how, is unknown; this is a guess.
 */
export function clientProposalActions(world: World) {
  const { receivedProposals, jobPostings, rooms } = world;

  /**
   * Sends a message to the proposal's room. The client starts the conversation, so the room is
   * opened if there is none.
   */
  function sendMessage(proposal: ReceivedProposal, message: string): void {
    const posting = jobPostings.byId(proposal.jobPostingId);
    if (!posting || message.trim() === '') throw incorrectValue();
    const text = checked(message);
    const room =
      rooms.ofProposal(proposal.id) ??
      rooms.open(receivedInterview(proposal, posting, rooms.now()));
    rooms.send(room, writerIn(room), text);
  }

  function change<Request extends Target>(
    request: Request | null | undefined,
    decide: (proposal: ReceivedProposal, request: Request) => Changes,
  ) {
    if (!request) throw incorrectValue();
    const proposal = receivedProposals.byId(request.proposalId);
    if (proposal?.jobPostingId !== request.jobPostingId) throw incorrectValue();
    const { id } = receivedProposals.change(proposal, decide(proposal, request));
    return { proposal: findClientProposal(world, id), status: 'SUCCESS' };
  }

  return {
    shortlistClientProposal: forClients(
      (args: { clientProposalShortlistRequest?: (Target & { shortlisted: boolean }) | null }) =>
        change(args.clientProposalShortlistRequest, (proposal, { shortlisted }) =>
          annotated(proposal, 'Shortlisted', shortlisted),
        ),
    ),
    hideClientProposal: forClients(
      (args: { clientProposalHideRequest: Target & { hide: boolean } }) =>
        change(args.clientProposalHideRequest, (proposal, { hide }) =>
          annotated(proposal, 'Hidden', hide),
        ),
    ),
    markClientProposalAsRead: forClients((args: { clientProposalReadRequest?: Target | null }) =>
      change(args.clientProposalReadRequest, (proposal) => annotated(proposal, 'Read', true)),
    ),
    declineClientProposal: forClients((args: { clientProposalDeclineRequest?: Decline | null }) =>
      change(args.clientProposalDeclineRequest, (proposal, request) => {
        if (!isOpen(proposal)) throw incorrectValue();
        const reason = statusReason(request);
        if (request.message) sendMessage(proposal, request.message);
        return { status: 'Declined', reason };
      }),
    ),
    // With the first message, the proposal becomes active.
    messageClientProposal: forClients(
      (args: { clientProposalMessageRequest?: (Target & { message: string }) | null }) =>
        change(args.clientProposalMessageRequest, (proposal, { message }) => {
          sendMessage(proposal, message);
          return { status: proposal.status === 'Created' ? 'Activated' : proposal.status };
        }),
    ),
  };
}
