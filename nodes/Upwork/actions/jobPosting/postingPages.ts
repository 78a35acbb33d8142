import type { UpworkClient } from '../../api/client';
import { query } from '../../api/documents/document';
import { cursorPages, eachOnce, pageOf } from '../../api/pages';
import type { Batch } from '../../api/pages';
import type { JobPostingsFilter } from '../../graphql.generated';
import { JOB_POSTING_FIELDS } from '../../output/jobPosting';
import type { JobPostingNode } from '../../output/jobPosting';

const document = query(
  'JobPostings',
  /* GraphQL */ `
    query JobPostings($filter: JobPostingsFilter!) {
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
);

/** Upwork: other lists of clients come in pages of 50 at most; nobody has told of this one. */
const PAGE_SIZE = 50;

/** The client's job postings page by page, each once. */
export function postingPages(
  client: UpworkClient,
  filter: JobPostingsFilter,
): AsyncGenerator<Batch<JobPostingNode>> {
  const pages = cursorPages(async (after) => {
    const { organization } = await client.send(document, {
      filter: { ...filter, pagination_eq: { first: PAGE_SIZE, after } },
    });
    return pageOf(organization?.jobPosting);
  }, null);
  return eachOnce(pages);
}
