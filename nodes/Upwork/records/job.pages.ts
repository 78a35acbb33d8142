import { FROM_ZERO, paginate, query, toConnectionPage, ZERO_CURSOR } from '../api';
import type { MarketplaceJobPostingSearchSortField, Page, PagedList, UpworkClient } from '../api';
import { toSearchFilter } from './job.filter';
import type { JobFilter } from './job.filter';
import { JOB_SEARCH_FIELDS } from './job';
import type { JobSearchNode } from './job';

const document = query(
  'JobSearch',
  /* GraphQL */ `
    query JobSearch(
      $filter: MarketplaceJobPostingsSearchFilter
      $sort: [MarketplaceJobPostingSearchSortAttribute]
    ) {
      marketplaceJobPostingsSearch(
        marketPlaceJobFilter: $filter
        searchType: USER_JOBS_SEARCH
        sortAttributes: $sort
      ) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...JobSearchFields
          }
        }
      }
    }
    ${JOB_SEARCH_FIELDS}
  `,
  {
    batch: true,
    example: () => ({
      filter: { pagination_eq: { first: PAGE_SIZE, after: ZERO_CURSOR } },
      sort: [{ field: 'RECENCY' }],
    }),
  },
);

/** Upwork: pages of up to 100 jobs are in use. */
const PAGE_SIZE = 100;

/** The pages of a job search. Upwork may include jobs that don't match: see `matchesFilter`. */
export const jobPages = (
  client: UpworkClient,
  filter: JobFilter,
  sort: MarketplaceJobPostingSearchSortField,
): PagedList<JobSearchNode> => ({
  order: FROM_ZERO,
  async fetchPage(after) {
    const { marketplaceJobPostingsSearch: connection } = await client.send(document, {
      filter: { ...toSearchFilter(filter), pagination_eq: { first: PAGE_SIZE, after } },
      sort: [{ field: sort }],
    });
    return toConnectionPage(connection);
  },
});

/** A job search page by page, each job once. */
export function listJobs(
  client: UpworkClient,
  filter: JobFilter,
  sort: MarketplaceJobPostingSearchSortField,
): AsyncGenerator<Page<JobSearchNode>> {
  const { fetchPage, order } = jobPages(client, filter, sort);
  return paginate(fetchPage, order);
}
