import type { JobBoardOptions } from './world/jobBoard.mts';
import type { Limits } from './limiter.mts';
import type { ProposalsOptions } from './parts/proposals/index.mts';
import type { TokenLifetimes } from './tokens.mts';

/** How the sandbox behaves. Lifetimes and intervals in seconds. */
export interface SandboxOptions
  extends Limits,
    TokenLifetimes,
    ProposalsOptions,
    Omit<JobBoardOptions, 'clock'> {
  /** 0 = any free port. */
  port: number;
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
  truthfulPages: boolean;
  /** Whether a list with `includeHidden_eq` has only hidden rooms. Upwork: unknown. */
  hiddenRoomsAlone: boolean;
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
  permissions: null,
  ownProposalsPermission: 'Client Proposals – Read and Write',
  callbackUrl: null,
  errorPaths: true,
  truthfulPages: false,
  hiddenRoomsAlone: false,
  invalidClientStatus: 400,
  now: Date.now,
};
