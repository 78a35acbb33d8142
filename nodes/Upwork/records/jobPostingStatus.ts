import type { JobPostingStatus } from '../api';

/** The statuses of a job posting, as the menus show them. */
export const JOB_POSTING_STATUSES: readonly { name: string; value: JobPostingStatus }[] = [
  { name: 'Cancelled', value: 'CANCELLED' },
  { name: 'Deleted Draft', value: 'DELETED_DRAFT' },
  { name: 'Draft', value: 'DRAFT' },
  { name: 'Filled', value: 'FILLED' },
  { name: 'Open', value: 'REQUESTED' },
  { name: 'Waiting for Payment Method', value: 'PENDING_PAYMENT_METHOD' },
  { name: 'Waiting for Verification', value: 'VERIFICATION_PENDING' },
];

/** As the menus show it; Upwork's own name if they don't have it. */
export const jobPostingStatus = (status: string): string =>
  JOB_POSTING_STATUSES.find(({ value }) => value === status)?.name ?? status;
