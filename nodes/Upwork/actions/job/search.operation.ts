import { systemClock, takeRecords } from '../../api';
import type { MarketplaceJobPostingSearchSortField } from '../../api';
import type { Choice } from '../../fields/builders';
import {
  jobFiltersField,
  postedWithinDaysField,
  queryField,
  readJobFilter,
} from '../../fields/jobFilter';
import { limitFields, readLimit } from '../../fields/limit';
import { outputOf, simplifyField } from '../../fields/simplify';
import { sortField } from '../../fields/sort';
import { matchesFilter } from '../../records/job.filter';
import { listJobs } from '../../records/job.pages';
import { toJob, toJobTerms } from '../../records/job';
import type { Operation } from '../operation';

const SORTS: Choice<MarketplaceJobPostingSearchSortField>[] = [
  { name: 'Highest Client Rating First', value: 'CLIENT_RATING' },
  { name: 'Highest Client Spend First', value: 'CLIENT_TOTAL_CHARGE' },
  { name: 'Most Relevant First', value: 'RELEVANCE' },
  { name: 'Newest First', value: 'RECENCY' },
];

export const search: Operation = {
  value: 'search',
  name: 'Search',
  action: 'Search jobs',
  description: 'Find jobs on the marketplace',
  output: 'job',
  permissions: ['Read marketplace Job Postings'],
  fields: [
    queryField,
    ...limitFields,
    sortField(SORTS, 'RECENCY', 'Which jobs come first'),
    simplifyField,
    jobFiltersField(postedWithinDaysField),
  ],

  async execute(client, parameters) {
    const filter = readJobFilter(parameters);
    const limit = readLimit(parameters);
    const sort = parameters.choice('sort', SORTS) ?? 'RECENCY';
    const now = systemClock.now();
    const found = await takeRecords(listJobs(client, filter, sort), limit, (node) =>
      matchesFilter(toJobTerms(node), filter, now),
    );
    return found.map(outputOf(parameters, toJob));
  },
};
