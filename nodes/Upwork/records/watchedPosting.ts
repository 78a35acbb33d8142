import type { JobPostingStatus, PartialData, WatchedPostingGetQuery } from '../api';
import { upworkTime } from './dates';

/** What is selected of a job posting to see whether there is news about its proposals. */
export const WATCHED_POSTING_FIELDS = /* GraphQL */ `
  fragment WatchedPostingFields on JobPosting {
    id
    info {
      status
      filledDateTime
      auditTime {
        modifiedDateTime
      }
    }
    content {
      title
    }
    proposalsStatistics {
      totalProposals
      totalMessaged
      totalHired
      totalInvitesSent
      totalApplicantsWithAutoHidden
      totalArchived
      totalAutoHidden
      totalDeclined
      totalHidden
      totalOffered
      totalShortlisted
      totalWithdrawn
    }
  }
`;

/** As Upwork returns it. */
export type WatchedPostingNode = PartialData<WatchedPostingGetQuery>['jobPosting'];

/** Freelancers can apply for it. */
export const OPEN = 'REQUESTED' satisfies JobPostingStatus;
/** They could. */
export const CLOSED = ['CANCELLED', 'FILLED'] satisfies JobPostingStatus[];

/**
 * What differs whenever the numbers of its proposals do; null if Upwork doesn't return them. All of the
 * numbers count, because a proposal that is withdrawn could make up for a new one. A posting that is
 * closed gets no more proposals.
 */
export function proposalsVersion({ info, proposalsStatistics }: WatchedPostingNode): string | null {
  const status = info?.status ?? OPEN;
  if (typeof proposalsStatistics?.totalProposals === 'number') {
    return [status, ...Object.values(proposalsStatistics)].join(' ');
  }
  return status === OPEN ? null : status;
}

/** When a posting was closed, in epoch milliseconds; null if it is open, or Upwork doesn't say. */
export function closedAt({ info }: WatchedPostingNode): number | null {
  if ((info?.status ?? OPEN) === OPEN) return null;
  const dates = [info?.filledDateTime, info?.auditTime?.modifiedDateTime];
  const times = dates.flatMap((date) => (date ? upworkTime(date) : [])).filter(Number.isFinite);
  return times.length > 0 ? Math.max(...times) : null;
}
