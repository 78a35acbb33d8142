import type { Job } from '../../world/jobs.mts';
import type { JobBoard } from '../../world/jobBoard.mts';
import { connection, type Page, type Pagination } from '../connection.mts';
import { UpworkError } from '../part.mts';
import { type JobFilter, jobTest } from './filter.mts';
import type { JobsOptions } from './options.mts';
import { searchResult } from './searchResult.mts';

export interface SearchArguments {
  marketPlaceJobFilter?: (JobFilter & { pagination_eq?: Pagination | null }) | null;
  sortAttributes?: { field: SortField }[] | null;
}

type SortField = 'RECENCY' | 'RELEVANCE' | 'CLIENT_TOTAL_CHARGE' | 'CLIENT_RATING';

const DEFAULT_PAGE: Page = { offset: 0, size: 10 };
const LARGEST_PAGE = 100;

/** The jobs are sorted newest first, and sorting is stable: without renewals, RECENCY changes nothing. */
const ORDERS: Record<SortField, (one: Job, other: Job) => number> = {
  RECENCY: () => 0,
  // How Upwork determines relevance is unknown: any fixed order will do.
  RELEVANCE: (one, other) => Number(other.premium) - Number(one.premium),
  CLIENT_TOTAL_CHARGE: (one, other) => other.client.totalSpent - one.client.totalSpent,
  CLIENT_RATING: (one, other) => other.client.rating - one.client.rating,
};

function latestFirst(one: Job, other: Job): number {
  return (other.renewedAt ?? other.publishedAt) - (one.renewedAt ?? one.publishedAt);
}

function orderOf(field: SortField, { renewedJobsFirst }: JobsOptions) {
  return field === 'RECENCY' && renewedJobsFirst ? latestFirst : ORDERS[field];
}

/**
 * Upwork: the first page is requested with `after: "0"`, the next with `endCursor`; a page without `after` is
 * an exception, no pagination at all means ten jobs.
 */
function readPage(pagination: Pagination | null | undefined): Page {
  if (!pagination) return DEFAULT_PAGE;
  const { after, first } = pagination;
  if (!/^\d+$/.test(after ?? '') || first < 1 || first > LARGEST_PAGE) {
    throw new UpworkError('Exception occurred');
  }
  return { offset: Number(after), size: first };
}

/** marketplaceJobPostingsSearch. `searchType` is ignored, as by Upwork. */
export function search(board: JobBoard, now: number, args: SearchArguments, options: JobsOptions) {
  const { pagination_eq: pagination, ...filter } = args.marketPlaceJobFilter ?? {};
  const page = readPage(pagination);
  const { length } = filter.searchExpression_eq ?? '';
  if (options.longestExpression > 0 && length > options.longestExpression) {
    throw new UpworkError('Underling search failed');
  }
  const [sort] = args.sortAttributes ?? [];
  const found = board
    .newestFirst()
    .filter(({ state }) => state === 'OPEN')
    .filter(jobTest(filter, now, options))
    .sort(orderOf(sort?.field ?? 'RELEVANCE', options));
  return connection(found, page, (job) => searchResult(job, now, options));
}
