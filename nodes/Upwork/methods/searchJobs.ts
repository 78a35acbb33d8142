import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FROM_ZERO, query, toConnectionPage, ZERO_CURSOR } from '../api';
import { jobCiphertext, jobUrl } from '../records/job';
import { organizationListClient } from './listClient';
import { toListResult } from './listResult';

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
  { example: () => ({ filter: { pagination_eq: { first: PAGE_SIZE, after: ZERO_CURSOR } } }) },
);

/** The newest jobs, or those that match the search text, for the list of a resource locator. */
export async function searchJobs(
  this: ILoadOptionsFunctions,
  search?: string,
  paginationToken?: string,
): Promise<INodeListSearchResult> {
  const order = { ...FROM_ZERO, ...(paginationToken && { after: paginationToken }) };
  const { marketplaceJobPostingsSearch: connection } = await organizationListClient(this).send(
    document,
    {
      filter: {
        ...(search && { searchExpression_eq: search }),
        pagination_eq: { first: PAGE_SIZE, after: order.after },
      },
    },
  );
  return toListResult(toConnectionPage(connection), order, ({ id, title, ciphertext }) => ({
    name: title ?? id,
    value: id,
    url: jobUrl(ciphertext ?? jobCiphertext(id)),
  }));
}
