import type { VendorProposalStatusFilterInput } from '../api';
import type { Choice } from './choices';

/** Upwork: there is a list of the freelancer's proposals for each of these. */
export type ProposalStatus = VendorProposalStatusFilterInput;

/** Upwork: what each status means. "Accepted" is not what it sounds like. */
export const PROPOSAL_STATUS_CHOICES: Choice<ProposalStatus>[] = [
  {
    name: 'Accepted',
    value: 'Accepted',
    description: 'Submitted and valid, but not accepted by the client',
  },
  {
    name: 'Activated',
    value: 'Activated',
    description: 'The client has replied to you or invited you',
  },
  { name: 'Archived', value: 'Archived', description: 'The job was closed' },
  {
    name: 'Declined',
    value: 'Declined',
    description: 'The proposal or the invitation was declined',
  },
  { name: 'Hired', value: 'Hired', description: 'The client has hired you' },
  { name: 'Offered', value: 'Offered', description: 'The client has made an offer' },
  { name: 'Pending', value: 'Pending', description: 'Submitted, but not valid yet' },
  { name: 'Withdrawn', value: 'Withdrawn', description: 'You withdrew the proposal' },
];

export const PROPOSAL_STATUSES: readonly ProposalStatus[] = PROPOSAL_STATUS_CHOICES.map(
  ({ value }) => value,
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
