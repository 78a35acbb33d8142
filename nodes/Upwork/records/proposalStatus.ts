import type { VendorProposalStatusFilterInput } from '../api';

/** Upwork: there is a list of the freelancer's proposals for each of these. */
export type ProposalStatus = VendorProposalStatusFilterInput;

export const PROPOSAL_STATUSES: readonly ProposalStatus[] = [
  'Accepted',
  'Activated',
  'Archived',
  'Declined',
  'Hired',
  'Offered',
  'Pending',
  'Withdrawn',
];

const LISTED = new Set<string>(PROPOSAL_STATUSES);

/**
 * Whether a proposal has one of the statuses. Upwork's lists overlap, so the proposal's own status
 * decides; one whose status has no list belongs to the list that Upwork returns it in.
 */
export function hasStatus(
  status: string | undefined,
  statuses: readonly ProposalStatus[],
): boolean {
  if (status === undefined || !LISTED.has(status)) return true;
  return statuses.some((one) => one === status);
}
