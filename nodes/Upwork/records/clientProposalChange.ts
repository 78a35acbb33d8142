import type { ClientProposalShortlistMutation, PartialData } from '../api';
import { CLIENT_PROPOSAL_STATUSES, labelOf } from './choices';
import { toMarks } from './clientProposal';

/** What is selected of a proposal after a change. */
export const CLIENT_PROPOSAL_CHANGE_FIELDS = /* GraphQL */ `
  fragment ClientProposalChangeFields on UpdateClientProposalResult {
    proposal {
      id
      annotations
      status {
        status
      }
    }
    status
  }
`;

/** Upwork's response to every change of a proposal. */
type ChangeResult = PartialData<ClientProposalShortlistMutation>['changed'];

/** A proposal after a change. */
export interface ClientProposalChange {
  status: string | null;
  isShortlisted: boolean | null;
  isHidden: boolean | null;
  isRead: boolean | null;
  /** Upwork: the change is accepted, but applied later. */
  isPending: boolean;
  id: string;
  jobPostingId: string;
}

export function toClientProposalChange(
  { proposal, status }: ChangeResult,
  { jobPostingId, proposalId }: { jobPostingId: string; proposalId: string },
): ClientProposalChange {
  return {
    status: labelOf(CLIENT_PROPOSAL_STATUSES, proposal?.status?.status),
    ...toMarks(proposal?.annotations),
    isPending: status === 'PENDING',
    id: proposalId,
    jobPostingId,
  };
}
