import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { BY_CURSOR, query, toConnectionPage } from '../api';
import { JOB_POSTING_STATUSES, labelOf } from '../records/choices';
import { jobCiphertext, jobUrl } from '../records/job';

import { organizationListClient, withClientAdvice } from './listClient';
import { toListResult, withNote } from './listResult';

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
              info {
                status
              }
              content {
                title
              }
            }
          }
        }
      }
    }
  `,
  { example: () => ({ filter: { pagination_eq: { first: PAGE_SIZE } } }) },
);

/** The client's own job postings, or those whose title matches the search text. */
export async function searchJobPostings(
  this: ILoadOptionsFunctions,
  search?: string,
  paginationToken?: string,
): Promise<INodeListSearchResult> {
  const order = { ...BY_CURSOR, ...(paginationToken && { after: paginationToken }) };
  const page = organizationListClient(this).send(document, {
    filter: {
      ...(search && { title_eq: search }),
      pagination_eq: { first: PAGE_SIZE, after: order.after },
    },
  });
  const { organization } = await withClientAdvice(this, page);
  return toListResult(
    toConnectionPage(organization?.jobPosting),
    order,
    ({ id, content, info }) => ({
      name: withNote(content?.title ?? id, labelOf(JOB_POSTING_STATUSES, info?.status)),
      value: id,
      url: jobUrl(jobCiphertext(id)),
    }),
  );
}
