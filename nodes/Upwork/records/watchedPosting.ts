import type { PartialData, WatchedPostingGetQuery } from '../api';

/** What is selected of a job posting to see whether there is news about its proposals. */
export const WATCHED_POSTING_FIELDS = /* GraphQL */ `
  fragment WatchedPostingFields on JobPosting {
    id
    info {
      status
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

/**
 * What differs whenever the numbers of a posting's proposals do; null if Upwork doesn't return them.
 * All of them count: a proposal that is withdrawn could make up for a new one.
 */
export function proposalsVersion({ proposalsStatistics }: WatchedPostingNode): string | null {
  if (typeof proposalsStatistics?.totalProposals !== 'number') return null;
  return Object.values(proposalsStatistics).join('.');
}
