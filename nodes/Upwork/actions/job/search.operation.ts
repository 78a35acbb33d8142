import { systemClock } from '../../api';
import { limitFields, readLimit, takeRecords } from '../../fields/limit';
import type { Operation } from '../operation';
import { simplifyField } from '../../fields/simplify';
import { matchesFilter } from '../../records/job.filter';
import { jobFilterFields, readJobFilter } from '../../fields/jobFilter';
import { listJobs } from '../../records/job.pages';

const SORTS = ['RECENCY', 'RELEVANCE', 'CLIENT_TOTAL_CHARGE', 'CLIENT_RATING'] as const;

export const search: Operation = {
  value: 'search',
  name: 'Search',
  action: 'Search jobs',
  description: 'Find job postings in the marketplace',
  output: 'job',
  permission: 'Read marketplace Job Postings',
  fields: [
    ...jobFilterFields,
    ...limitFields,
    {
      displayName: 'Sort By',
      name: 'sort',
      type: 'options',
      options: [
        { name: 'Client Rating', value: 'CLIENT_RATING' },
        { name: 'Client Spend', value: 'CLIENT_TOTAL_CHARGE' },
        { name: 'Newest', value: 'RECENCY' },
        { name: 'Relevance', value: 'RELEVANCE' },
      ],
      default: 'RECENCY',
      description: 'Which jobs come first',
    },
    simplifyField,
  ],

  async execute(client, parameters) {
    const filter = readJobFilter(parameters);
    const limit = readLimit(parameters);
    const sort = parameters.option('sort', SORTS) ?? 'RECENCY';
    const now = systemClock.now();
    const found = await takeRecords(listJobs(client, filter, sort), limit, ({ job }) =>
      matchesFilter(job, filter, now),
    );
    return parameters.flag('simplify')
      ? found.map(({ job }) => ({ ...job }))
      : found.map(({ node }) => ({ ...node }));
  },
};
