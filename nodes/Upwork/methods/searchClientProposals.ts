import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { BY_CURSOR, query, toConnectionPage } from '../api';
import { parseJobId } from '../fields/locators/job';
import { organizationListClient, requireChosen, withClientAdvice } from './listClient';
import { toListResult, withNote } from './listResult';

const PAGE_SIZE = 40;

const document = query(
  'ClientProposalNames',
  /* GraphQL */ `
    query ClientProposalNames(
      $jobPostingId: ID!
      $filter: ClientProposalFilter
      $pagination: Pagination
    ) {
      clientProposals(jobPostingId: $jobPostingId, filter: $filter, pagination: $pagination) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            user {
              name
            }
            status {
              status
            }
          }
        }
      }
    }
  `,
  {
    example: (first) => ({
      jobPostingId: first('JobPosting.id'),
      pagination: { first: PAGE_SIZE },
    }),
  },
);

/** The proposals for the job posting that is chosen in the node, or those that match the search text. */
export async function searchClientProposals(
  this: ILoadOptionsFunctions,
  search?: string,
  paginationToken?: string,
): Promise<INodeListSearchResult> {
  const jobPostingId = requireChosen(this, {
    name: 'jobPostingId',
    parse: parseJobId,
    what: 'job posting',
  });
  const order = { ...BY_CURSOR, ...(paginationToken && { after: paginationToken }) };
  const page = organizationListClient(this).send(document, {
    jobPostingId,
    ...(search && { filter: { textQuery_eq: search } }),
    pagination: { first: PAGE_SIZE, after: order.after },
  });
  const { clientProposals } = await withClientAdvice(this, page);
  return toListResult(toConnectionPage(clientProposals), order, ({ id, user, status }) => ({
    name: withNote(user?.name ?? id, status?.status),
    value: id,
  }));
}
