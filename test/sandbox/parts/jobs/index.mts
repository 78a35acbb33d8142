import type { World } from '../../world/index.mts';
import type { Job } from '../../world/jobs.mts';
import type { Part } from '../part.mts';
import { unknownId, type UnknownIdOptions } from '../unknownId.mts';
import type { JobsOptions } from './options.mts';
import { contents, posting } from './posting.mts';
import { search, type SearchArguments } from './search.mts';

const READ_JOBS = 'Read marketplace Job Postings';

/** The freelancer's view of jobs: search, one job, several jobs. */
export function jobsPart({ jobs, clock }: World, options: JobsOptions & UnknownIdOptions): Part {
  function readable(id: string): Job | undefined {
    const job = jobs.byId(id);
    return job?.state === 'CLOSED' && !options.readableClosedJobs ? undefined : job;
  }

  return {
    needs: {
      'Query.marketplaceJobPostingsSearch': READ_JOBS,
      'Query.marketplaceJobPosting': READ_JOBS,
      'Query.marketplaceJobPostingsContents': READ_JOBS,
    },
    enterpriseOnly: [
      'MarketplacePostingOwnership.company',
      'MarketplacePostingActivityStat.applicationsBidStats',
    ],
    roots: {
      marketplaceJobPostingsSearch: (args: SearchArguments) =>
        search(jobs, clock.now(), args, options),
      marketplaceJobPosting({ id }: { id: string }) {
        const job = readable(id);
        return job ? posting(job) : unknownId(options, 'error', `Opening not found for uid=${id}`);
      },
      // How Upwork handles unknown IDs is not known; it probably leaves them out.
      marketplaceJobPostingsContents: ({ ids }: { ids: string[] }) =>
        ids.flatMap((id) => {
          const job = readable(id);
          if (job) return contents(job);
          const missing = unknownId(options, 'null', `Opening not found for uid=${id}`);
          return options.unknownIds === 'nulls' ? [missing] : [];
        }),
    },
  };
}
