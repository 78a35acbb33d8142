import { BY_CURSOR, query, toConnectionPage } from '../api';
import type { JobPostingStatus, PagedList, UpworkClient } from '../api';
import { WATCHED_POSTING_FIELDS } from './watchedPosting';
import type { WatchedPostingNode } from './watchedPosting';

const list = query(
  'WatchedPostingList',
  /* GraphQL */ `
    query WatchedPostingList($filter: JobPostingsFilter!) {
      organization {
        jobPosting(jobPostingFilter: $filter) {
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
  { batch: true, example: () => ({ filter: { pagination_eq: { first: PAGE_SIZE } } }) },
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

/** The pages of the postings with one of these statuses. Those of several lists share requests. */
export const watchedPostingPages = (
  client: UpworkClient,
  statuses: JobPostingStatus[],
): PagedList<WatchedPostingNode> => ({
  order: BY_CURSOR,
  async fetchPage(after) {
    const filter = {
      statusAndAccess_any: [{ statuses_any: statuses }],
      pagination_eq: { first: PAGE_SIZE, after },
    };
    const { organization } = await client.send(list, { filter });
    return toConnectionPage(organization?.jobPosting);
  },
});

/** One posting, as a list. Several share a request. */
export const watchedPostingPage = (
  client: UpworkClient,
  id: string,
): PagedList<WatchedPostingNode> => ({
  order: BY_CURSOR,
  async fetchPage() {
    const { jobPosting } = await client.send(one, { id });
    return { records: [jobPosting], edgeCount: 1, endCursor: null, hasNextPage: false };
  },
});
