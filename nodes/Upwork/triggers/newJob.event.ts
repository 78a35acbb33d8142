import { jobFilterFields, readJobFilter } from '../fields/jobFilter';
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
        "Set a search query or at least one filter: Upwork's terms do not allow watching all of its jobs, and a narrow search stays within its rate limits",
      name: 'filterNotice',
      type: 'notice',
      default: '',
    },
    ...jobFilterFields,
    simplifyField,
  ],

  source(client, parameters, now) {
    const filter = readJobFilter(parameters);
    if (!isNarrowed(filter)) {
      throw parameters.invalid(
        'query',
        'is empty and no filter is set: this trigger needs at least one of them',
        "Upwork's terms do not allow watching all of its jobs. Enter what you are looking for.",
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
