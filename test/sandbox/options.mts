import type { JobBoardOptions } from './world/jobBoard.mts';
import type { Limits } from './limiter.mts';
import type { ClientPageOptions } from './parts/clientPage.mts';
import type { JobPostingsOptions } from './parts/jobPostings/view.mts';
import type { JobsOptions } from './parts/jobs/options.mts';
import type { ProposalsOptions } from './parts/proposals/index.mts';
import type { UnknownIdOptions } from './parts/unknownId.mts';
import type { TokenLifetimes } from './tokens.mts';

/** How the sandbox behaves. Lifetimes and intervals in seconds. */
export interface SandboxOptions
  extends Limits,
    TokenLifetimes,
    ClientPageOptions,
    JobsOptions,
    JobPostingsOptions,
    ProposalsOptions,
    UnknownIdOptions,
    Omit<JobBoardOptions, 'clock'> {
  /** 0 = any free port. */
  port: number;
  /** Whether a 429 says how many seconds to wait, in Retry-After. Upwork: unknown. */
  retryAfter: boolean;
  /** The permissions of the key; `null` = all. */
  permissions: string[] | null;
  /** The callback registered on the key, which must match exactly; `null` = any on this machine. */
  callbackUrl: string | null;
  /** Whether an error says which field it is about. Upwork: unknown for reads under an alias. */
  errorPaths: boolean;
  /**
   * Whether `hasNextPage` is correct. Upwork: always false for rooms; only reliable in the job
   * search.
   */
  reliableHasNextPage: boolean;
  /** Whether a list with `includeHidden_eq` has only hidden rooms. Upwork: unknown. */
  hiddenRoomsAlone: boolean;
  /** Whether archiving a room hides it instead of making it read-only. Upwork: unknown. */
  archivingHides: boolean;
  /** The status of `invalid_client`. Upwork: 400 was seen, RFC 6749 also allows 401. */
  invalidClientStatus: 400 | 401;
  /** Epoch milliseconds. */
  now: () => number;
}

const DAY = 86_400;

export const DEFAULT_OPTIONS: SandboxOptions = {
  port: 0,
  seed: 1,
  jobs: 3000,
  jobInterval: 0,
  tokenLifetime: DAY,
  refreshTokenLifetime: 14 * DAY,
  refreshTokenGrace: DAY,
  perSecond: 10,
  perMinute: 300,
  perDay: 40_000,
  retryAfter: true,
  permissions: null,
  categorySlugs: true,
  documentedFilters: false,
  longestExpression: 340,
  renewedJobsFirst: true,
  readableClosedJobs: true,
  proposalsStatistics: 'exact',
  ownProposalsPermission: 'Client Proposals – Read and Write',
  largestClientPage: 50,
  cutsLargeClientPages: false,
  unknownIds: 'likely',
  uploadPermission: 'Submit Proposal',
  checksAttachments: true,
  callbackUrl: null,
  errorPaths: true,
  reliableHasNextPage: false,
  hiddenRoomsAlone: false,
  archivingHides: false,
  invalidClientStatus: 400,
  now: Date.now,
};
