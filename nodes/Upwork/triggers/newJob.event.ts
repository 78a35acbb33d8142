import { matchesFilter, isNarrowed, toSearchFilter } from '../records/job.filter';
import { jobFilterFields, readJobFilter } from '../fields/jobFilter';
import { listJobs } from '../records/job.pages';
import { simplifyField } from '../fields/simplify';
import { upworkTime } from '../records/dates';
import type { TriggerEvent } from './event';

export const newJob: TriggerEvent = {
  value: 'newJob',
  name: 'New Job',
  description: 'When a job posting that fits your filters appears',
  fields: [
    {
      displayName:
        "Set a search query or at least one filter: Upwork's terms do not allow watching all of its jobs, and a narrow search keeps you within its rate limits",
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
    const simplify = parameters.flag('simplify');
    return {
      scope: JSON.stringify(toSearchFilter(filter)),
      async *batches() {
        for await (const { records, isLast } of listJobs(client, filter, 'RECENCY')) {
          yield {
            isLast,
            records: records.map(({ id, job, node }) => {
              const at = upworkTime(node.publishedDateTime ?? '');
              return {
                id,
                // A date that can't be read must not hide the job.
                at: Number.isNaN(at) ? now : at,
                json: simplify ? { ...job } : { ...node },
                wanted: matchesFilter(job, filter, now),
              };
            }),
          };
        }
      },
    };
  },
};
