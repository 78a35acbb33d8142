import type { ClientProposalShortlistMutation, PartialData } from '../api';
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
  id: string;
  jobPostingId: string;
  status: string | null;
  isShortlisted: boolean | null;
  isHidden: boolean | null;
  isRead: boolean | null;
  /** Upwork: the change is accepted, but applied later. */
  isPending: boolean;
}

export function toClientProposalChange(
  { proposal, status }: ChangeResult,
  { jobPostingId, proposalId }: { jobPostingId: string; proposalId: string },
): ClientProposalChange {
  return {
    id: proposalId,
    jobPostingId,
    status: proposal?.status?.status ?? null,
    ...toMarks(proposal?.annotations),
    isPending: status === 'PENDING',
  };
}
