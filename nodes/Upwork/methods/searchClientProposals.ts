import { NodeOperationError } from 'n8n-workflow';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { jobIdIn } from '../fields/locators/job';
import { query, toConnectionPage } from '../api';
import { currentParameter } from './currentParameter';
import { toListResult } from './entries';
import { organizationListClient } from './listClient';

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
);

/** The proposals for the job posting that is chosen in the node, or those that what was typed occurs in. */
export async function searchClientProposals(
  this: ILoadOptionsFunctions,
  typed?: string,
  paginationToken?: string,
): Promise<INodeListSearchResult> {
  const jobPostingId = jobIdIn(currentParameter(this, 'jobPostingId') ?? '');
  if (jobPostingId === undefined) {
    throw new NodeOperationError(this.getNode(), 'Choose the job posting first', {
      description: 'The list shows the proposals for one job posting.',
      level: 'warning',
    });
  }
  const { clientProposals } = await organizationListClient(this).send(document, {
    jobPostingId,
    ...(typed && { filter: { textQuery_eq: typed } }),
    pagination: { first: PAGE_SIZE, after: paginationToken ?? null },
  });
  return toListResult(toConnectionPage(clientProposals), ({ id, user, status }) => ({
    name: [user?.name ?? id, status?.status].filter(Boolean).join(' – '),
    value: id,
  }));
}
