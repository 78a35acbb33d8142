import { labelOf } from './choices';
import type { Proposal } from './proposal';
import { PROPOSAL_STATUS_CHOICES } from './proposalStatus';

/** One of the freelancer's own proposals whose status has changed. */
export interface ProposalChange extends Proposal {
  /** Null if it wasn't known. */
  previousStatus: string | null;
  /** What happened: "Status Changed", "Invitation" or "Direct Offer". */
  change: string;
}

export type ChangeFields = Pick<ProposalChange, 'previousStatus' | 'change'>;

/** Upwork: what it is when a proposal first appears with one of these. */
const FIRST_BY_CLIENT: Partial<Record<string, string>> = {
  Activated: 'Invitation',
  Offered: 'Direct Offer',
};

/** @param isFirst whether the proposal is new and begins with this status */
export const toChangeFields = (
  status: string,
  previousStatus: string | null,
  isFirst: boolean,
): ChangeFields => ({
  previousStatus: labelOf(PROPOSAL_STATUS_CHOICES, previousStatus),
  change: (isFirst ? FIRST_BY_CLIENT[status] : undefined) ?? 'Status Changed',
});
