import type { VendorProposalStatusFilterInput } from '../api';

/** Upwork: there is a list of the freelancer's proposals for each of these. */
export type ProposalStatus = VendorProposalStatusFilterInput;

interface ProposalStatusMeaning {
  status: ProposalStatus;
  meaning: string;
}

/** Upwork: what each status means. "Accepted" is not what it sounds like. */
export const PROPOSAL_STATUS_MEANINGS: readonly ProposalStatusMeaning[] = [
  { status: 'Accepted', meaning: 'Submitted and valid, but not accepted by the client' },
  { status: 'Activated', meaning: 'The client has replied to you or invited you' },
  { status: 'Archived', meaning: 'The job was closed' },
  { status: 'Declined', meaning: 'The proposal or the invitation was declined' },
  { status: 'Hired', meaning: 'The client has hired you' },
  { status: 'Offered', meaning: 'The client has made an offer' },
  { status: 'Pending', meaning: 'Submitted, but not valid yet' },
  { status: 'Withdrawn', meaning: 'You withdrew the proposal' },
];

export const PROPOSAL_STATUSES: readonly ProposalStatus[] = PROPOSAL_STATUS_MEANINGS.map(
  ({ status }) => status,
);

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
