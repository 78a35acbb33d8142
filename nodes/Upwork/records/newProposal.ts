import { toClientProposal } from './clientProposal';
import type { ClientProposal, ClientProposalNode } from './clientProposal';
import type { WatchedPostingNode } from './watchedPosting';

/** As Upwork returns it, with its posting, and whether it has just been received or was changed. */
export type NewProposalNode = ClientProposalNode & {
  jobPosting: WatchedPostingNode;
  change: 'New' | 'Changed';
};

/** A proposal that a client has just received, or that was changed. */
export interface NewProposal extends ClientProposal {
  jobPostingTitle: string | null;
  change: string;
}

export const toNewProposal = ({
  jobPosting,
  change,
  ...proposal
}: NewProposalNode): NewProposal => ({
  ...toClientProposal(jobPosting.id)(proposal),
  jobPostingTitle: jobPosting.content?.title ?? null,
  change,
});
