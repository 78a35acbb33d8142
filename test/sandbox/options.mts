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
  /** Those ticked on the key; `null` = all that the sandbox knows. */
  permissions: string[] | null;
  /** The callback registered on the key, to be met exactly; `null` = any on this machine. */
  callbackUrl: string | null;
  /** Whether an error says which field it is about. Upwork: unknown for reads under an alias. */
  errorPaths: boolean;
  /** Whether `hasNextPage` is right. Upwork: always false for rooms; only that of the job search is sound. */
  truthfulPages: boolean;
  /** Whether a list that is to include hidden rooms has only those. Upwork: unknown. */
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
  uploadPermission: 'Submit Proposal',
  checksAttachments: true,
  callbackUrl: null,
  errorPaths: true,
  truthfulPages: false,
  hiddenRoomsAlone: false,
  invalidClientStatus: 400,
  now: Date.now,
};
