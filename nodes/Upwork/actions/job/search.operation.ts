import { systemClock, takeRecords } from '../../api';
import type { MarketplaceJobPostingSearchSortField } from '../../api';
import type { Choice } from '../../fields/builders';
import { jobFilterFields, readJobFilter } from '../../fields/jobFilter';
import { limitFields, readLimit } from '../../fields/limit';
import { outputOf, simplifyField } from '../../fields/simplify';
import { matchesFilter } from '../../records/job.filter';
import { listJobs } from '../../records/job.pages';
import { toJob, toJobTerms } from '../../records/job';
import type { Operation } from '../operation';

const SORTS: Choice<MarketplaceJobPostingSearchSortField>[] = [
  { name: 'Client Rating', value: 'CLIENT_RATING' },
  { name: 'Client Spend', value: 'CLIENT_TOTAL_CHARGE' },
  { name: 'Newest', value: 'RECENCY' },
  { name: 'Relevance', value: 'RELEVANCE' },
];

export const search: Operation = {
  value: 'search',
  name: 'Search',
  action: 'Search jobs',
  description: 'Find job postings in the marketplace',
  output: 'job',
  permissions: ['Read marketplace Job Postings'],
  fields: [
    ...jobFilterFields,
    ...limitFields,
    {
      displayName: 'Sort By',
      name: 'sort',
      type: 'options',
      options: SORTS,
      default: 'RECENCY',
      description: 'Which jobs come first',
    },
    simplifyField,
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
