import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { organizationListClient } from './listClient';
import { query } from '../api/document';
import { FIRST_CURSOR } from '../api/pages';
import { jobCiphertext, jobUrl } from '../output/job';

const PAGE_SIZE = 50;

const document = query(
  'JobTitles',
  /* GraphQL */ `
    query JobTitles($filter: MarketplaceJobPostingsSearchFilter) {
      marketplaceJobPostingsSearch(
        marketPlaceJobFilter: $filter
        searchType: USER_JOBS_SEARCH
        sortAttributes: [{ field: RECENCY }]
      ) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ciphertext
            title
          }
        }
      }
    }
  `,
);

/** The newest jobs, or those that fit what was typed, for the list of a resource locator. */
export async function searchJobs(
  this: ILoadOptionsFunctions,
  typed?: string,
  paginationToken?: string,
): Promise<INodeListSearchResult> {
  const { marketplaceJobPostingsSearch: connection } = await organizationListClient(this).send(
    document,
    {
      filter: {
        ...(typed && { searchExpression_eq: typed }),
        pagination_eq: { first: PAGE_SIZE, after: paginationToken ?? FIRST_CURSOR },
      },
    },
  );
  const next = connection?.pageInfo?.hasNextPage ? connection.pageInfo.endCursor : undefined;
  return {
    results: (connection?.edges ?? []).flatMap((edge) =>
      edge
        ? [
            {
              name: edge.node.title ?? edge.node.id,
              value: edge.node.id,
              url: jobUrl(edge.node.ciphertext ?? jobCiphertext(edge.node.id)),
            },
          ]
        : [],
    ),
    ...(next && { paginationToken: next }),
  };
}
