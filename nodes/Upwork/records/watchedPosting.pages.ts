import { query, toConnectionPage } from '../api';
import type { ConnectionPage, JobPostingsFilter, UpworkClient } from '../api';
import { WATCHED_POSTING_FIELDS } from './watchedPosting';
import type { WatchedPostingNode } from './watchedPosting';

const list = query(
  'WatchedPostingList',
  /* GraphQL */ `
    query WatchedPostingList($filter: JobPostingsFilter!) {
      organization {
        jobPosting(jobPostingFilter: $filter) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...WatchedPostingFields
            }
          }
        }
      }
    }
    ${WATCHED_POSTING_FIELDS}
  `,
  { example: () => ({ filter: { pagination_eq: { first: PAGE_SIZE } } }) },
);

const one = query(
  'WatchedPostingGet',
  /* GraphQL */ `
    query WatchedPostingGet($id: ID!) {
      jobPosting(jobPostingId: $id) {
        ...WatchedPostingFields
      }
    }
    ${WATCHED_POSTING_FIELDS}
  `,
  { batch: true, example: (first) => ({ id: first('JobPosting.id') }) },
);

/** Upwork: other lists of clients come in pages of 50 at most; for this one it is not known. */
const PAGE_SIZE = 50;

const OPEN = 'REQUESTED';

/** Freelancers can only apply for a posting that is open. */
const ONLY_OPEN: JobPostingsFilter = { statusAndAccess_any: [{ statuses_any: [OPEN] }] };

