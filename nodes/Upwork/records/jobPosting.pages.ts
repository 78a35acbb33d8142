import { paginate, query, toConnectionPage } from '../api';
import type { JobPostingsFilter, Page, UpworkClient } from '../api';
import { JOB_POSTING_FIELDS } from './jobPosting';
import type { JobPostingNode } from './jobPosting';

const document = query(
  'JobPostingList',
  /* GraphQL */ `
    query JobPostingList($filter: JobPostingsFilter!) {
      organization {
        jobPosting(jobPostingFilter: $filter) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...JobPostingFields
            }
          }
        }
      }
    }
    ${JOB_POSTING_FIELDS}
  `,
  { example: () => ({ filter: { pagination_eq: { first: PAGE_SIZE } } }) },
);

/** Upwork: other lists of clients come in pages of 50 at most; for this one it is not known. */
const PAGE_SIZE = 50;

/** The client's job postings page by page, each once. */
export function listJobPostings(
  client: UpworkClient,
  filter: JobPostingsFilter,
): AsyncGenerator<Page<JobPostingNode>> {
  return paginate(async (after) => {
    const { organization } = await client.send(document, {
      filter: { ...filter, pagination_eq: { first: PAGE_SIZE, after } },
    });
    return toConnectionPage(organization?.jobPosting);
  });
}
