import type { ClientProposalShortlistMutation, PartialData } from '../api';
import { proposalMarks } from './clientProposal';

/** What is read of a proposal after a change. */
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

/** What every change of a proposal answers. */
type Changed = PartialData<ClientProposalShortlistMutation>['changed'];

/** A proposal after a change. */
export function toClientProposalChange(
  { proposal, status }: Changed,
  { jobPostingId, proposalId }: { jobPostingId: string; proposalId: string },
) {
  return {
    id: proposalId,
    jobPostingId,
    status: proposal?.status?.status ?? null,
    ...proposalMarks(proposal?.annotations),
    // Upwork: the change is accepted, and takes place later.
    isPending: status === 'PENDING',
  };
}
