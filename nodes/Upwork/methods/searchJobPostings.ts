import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { query, toConnectionPage } from '../api';
import { jobCiphertext, jobUrl } from '../records/job';
import { toListResult } from './entries';
import { organizationListClient } from './listClient';

const PAGE_SIZE = 50;

const document = query(
  'JobPostingTitles',
  /* GraphQL */ `
    query JobPostingTitles($filter: JobPostingsFilter!) {
      organization {
        jobPosting(jobPostingFilter: $filter) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              content {
                title
              }
            }
          }
        }
      }
    }
  `,
);

/** The client's own job postings, or those whose title fits what was typed. */
export async function searchJobPostings(
  this: ILoadOptionsFunctions,
  typed?: string,
  paginationToken?: string,
): Promise<INodeListSearchResult> {
  const { organization } = await organizationListClient(this).send(document, {
    filter: {
      ...(typed && { title_eq: typed }),
      pagination_eq: { first: PAGE_SIZE, after: paginationToken ?? null },
    },
  });
  return toListResult(toConnectionPage(organization?.jobPosting), ({ id, content }) => ({
    name: content?.title ?? id,
    value: id,
    url: jobUrl(jobCiphertext(id)),
  }));
}
