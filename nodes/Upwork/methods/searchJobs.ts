import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { upworkClient } from '../api/client';
import { query } from '../api/document';
import { FIRST_CURSOR } from '../api/pages';
import type { JobTitlesQuery, JobTitlesQueryVariables } from '../graphql.generated';
import { jobUrl } from '../output/job';

const PAGE_SIZE = 50;

const document = query<JobTitlesQuery, JobTitlesQueryVariables>(/* GraphQL */ `
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
`);

/** The newest jobs, or those that fit what was typed, for the list of a resource locator. */
export async function searchJobs(
  this: ILoadOptionsFunctions,
  typed?: string,
  paginationToken?: string,
): Promise<INodeListSearchResult> {
  const { marketplaceJobPostingsSearch: connection } = await upworkClient(this).send(document, {
    filter: {
      ...(typed && { searchExpression_eq: typed }),
      pagination_eq: { first: PAGE_SIZE, after: paginationToken ?? FIRST_CURSOR },
    },
  });
  const next = connection?.pageInfo?.hasNextPage ? connection.pageInfo.endCursor : undefined;
  return {
    results: (connection?.edges ?? []).flatMap((edge) =>
      edge
        ? [{ name: edge.node.title, value: edge.node.id, url: jobUrl(edge.node.ciphertext) }]
        : [],
    ),
    ...(next && { paginationToken: next }),
  };
}
