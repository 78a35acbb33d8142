import type { VendorProposalStatusFilterInput } from '../api';

/** Upwork has a list of the freelancer's proposals for each of these. */
export const STATUSES = [
  'Accepted',
  'Activated',
  'Archived',
  'Declined',
  'Hired',
  'Offered',
  'Pending',
  'Withdrawn',
] as const satisfies readonly VendorProposalStatusFilterInput[];

const LISTED = new Set<string>(STATUSES);

/**
 * Whether a proposal is one of those that were asked for. Upwork's lists overlap, so its real status
 * decides; one whose status has no list of its own belongs where Upwork lists it.
 */
export function hasStatus(
  status: string | undefined,
  wanted: readonly VendorProposalStatusFilterInput[],
): boolean {
  if (status === undefined || !LISTED.has(status)) return true;
  return wanted.some((one) => one === status);
}
