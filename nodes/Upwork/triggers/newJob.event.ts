import { jobFiltersField, queryField, readJobFilter } from '../fields/jobFilter';
import { outputOf, simplifyField } from '../fields/simplify';
import { upworkTime } from '../records/dates';
import { isNarrowed, matchesFilter, toSearchFilter } from '../records/job.filter';
import { listJobs } from '../records/job.pages';
import { toJob, toJobTerms } from '../records/job';
import type { TriggerEvent } from './event';

export const newJob: TriggerEvent = {
  value: 'newJob',
  name: 'New Job',
  description: 'When a job posting that matches your filters appears',
  permissions: ['Read marketplace Job Postings'],
  fields: [
    {
      displayName:
        "Enter a search query or add a filter, because Upwork's terms don't allow watching all of its jobs. Polling every 5 to 15 minutes is enough: no job is missed in between.",
      name: 'filterNotice',
      type: 'notice',
      default: '',
    },
    queryField,
    simplifyField,
    jobFiltersField(),
  ],

  source(client, parameters, now) {
    const filter = readJobFilter(parameters);
    if (!isNarrowed(filter)) {
      throw parameters.invalid(
        'query',
        'is empty, and no filter narrows the search',
        "Enter what you are looking for, or add a filter. Upwork's terms do not allow watching all of its jobs, and it can't search for several experience levels.",
      );
    }
    const toOutput = outputOf(parameters, toJob);
    return {
      scope: JSON.stringify(toSearchFilter(filter)),
      async *pages() {
        for await (const { records, isLast } of listJobs(client, filter, 'RECENCY')) {
          yield {
            isLast,
            records: records.map((node) => {
              const at = upworkTime(node.publishedDateTime ?? '');
              return {
                id: node.id,
                // An unreadable date must not hide the job.
                at: Number.isNaN(at) ? now : at,
                json: toOutput(node),
                matches: matchesFilter(toJobTerms(node), filter, now),
              };
            }),
          };
        }
      },
    };
  },
};
