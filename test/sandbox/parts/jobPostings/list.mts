import type { JobPosting, PostingAccess, PostingStatus } from '../../world/jobPostings.mts';
import type { World } from '../../world/index.mts';
import { CLIENT, ME } from '../../world/account.mts';
import { clientPage, type ClientPageOptions } from '../clientPage.mts';
import { connection, inOrder, type Pagination, type SortOrder } from '../connection.mts';
import { incorrectValue } from '../part.mts';
import { jobPosting, type JobPostingsOptions } from './view.mts';

export interface JobPostingsArguments {
  jobPostingFilter: JobPostingsFilter;
  sortAttribute?: { field: string; sortOrder: SortOrder } | null;
}

interface JobPostingsFilter {
  pagination_eq?: Pagination | null;
  title_eq?: string | null;
  postByTeamIds_any?: string[] | null;
  postByPersonIds_any?: string[] | null;
  excludePostByPersonIds_any?: string[] | null;
  statusAndAccess_any?: StatusAndAccess[] | null;
  categoryGroupIds_any?: string[] | null;
  contractType_eq?: JobPosting['contractType'] | null;
  createdDateTimeFrom_eq?: string | null;
  createdDateTimeTo_eq?: string | null;
}

interface StatusAndAccess {
  statuses_any?: PostingStatus[] | null;
  accesses_any?: PostingAccess[] | null;
}

function timeOf(text: string): number {
  const time = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(time)) throw incorrectValue();
  return time;
}

/** All postings belong to the only team and person. */
function postingTest(filter: JobPostingsFilter): (posting: JobPosting) => boolean {
  const from = filter.createdDateTimeFrom_eq ? timeOf(filter.createdDateTimeFrom_eq) : -Infinity;
  const to = filter.createdDateTimeTo_eq ? timeOf(filter.createdDateTimeTo_eq) : Infinity;
  return ({ title, status, access, category, contractType, createdAt }) =>
    title.toLowerCase().includes((filter.title_eq ?? '').toLowerCase()) &&
    (filter.postByTeamIds_any ?? [CLIENT.id]).includes(CLIENT.id) &&
    (filter.postByPersonIds_any ?? [ME.id]).includes(ME.id) &&
    !filter.excludePostByPersonIds_any?.includes(ME.id) &&
    (filter.statusAndAccess_any ?? [{}]).some(
      ({ statuses_any: statuses, accesses_any: accesses }) =>
        (statuses ?? [status]).includes(status) && (accesses ?? [access]).includes(access),
    ) &&
    (filter.categoryGroupIds_any ?? [category.id]).includes(category.id) &&
    (filter.contractType_eq ?? contractType) === contractType &&
    createdAt >= from &&
    createdAt <= to;
}

/**
 * `organization { jobPosting }`. Which fields Upwork sorts by is unknown: here it is always the
 * creation time.
 */
export function jobPostingList(
  world: World,
  args: JobPostingsArguments,
  options: ClientPageOptions & JobPostingsOptions,
) {
  const { pagination_eq: pagination, ...filter } = args.jobPostingFilter;
  const found = world.jobPostings.all
    .filter(postingTest(filter))
    .sort(inOrder(({ createdAt }) => createdAt, args.sortAttribute?.sortOrder ?? 'DESC'));
  return connection(found, clientPage(pagination, options), (posting) =>
    jobPosting(world, posting, options),
  );
}
