import { mapPages } from '../api';
import { flagField, textField } from '../fields/builders';
import { jobFiltersField, queryField, readJobFilter } from '../fields/jobFilter';
import type { Parameters } from '../fields/parameters';
import { outputOf, simplifyField } from '../fields/simplify';
import { momentOf } from '../records/dates';
import { isNarrowed, matchesFilter, toSearchFilter } from '../records/job.filter';
import type { JobFilter } from '../records/job.filter';
import { jobPages } from '../records/job.pages';
import { toJob, toJobTerms } from '../records/job';
import type { JobSearchNode } from '../records/job';
import type { TriggerEvent } from './event';
import { listsSource } from './sources/lists/listsSource';
import type { WatchedList } from './sources/lists/listsSource';
import type { CursorRecord } from './sources/scan';
import { keyOf } from './sources/seen/seenIds';

/** So many searches fit into one request. */
const MAX_SEARCHES = 10;

export const newJob: TriggerEvent = {
  value: 'newJob',
  name: 'New Job',
  description: 'When a job posting that matches your filters appears',
  records: 'jobs',
  output: 'newJob',
  permissions: ['Read marketplace Job Postings'],
  fields: [
    {
      displayName:
        "Enter a search query or add a filter, because Upwork's terms don't allow watching all of its jobs. Poll every 5 minutes or less often: no job is missed in between.",
      name: 'filterNotice',
      type: 'notice',
      default: '',
    },
    queryField,
    simplifyField,
    jobFiltersField(),
    {
      displayName: 'More Searches',
      name: 'moreSearches',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      placeholder: 'Add Search',
      default: {},
      description:
        'Other searches to watch at the same time. A job that several searches find comes once.',
      options: [
        {
          displayName: 'Search',
          name: 'search',
          values: [
            {
              ...textField('Label', 'label', 'What the search is called in the output'),
              placeholder: 'e.g. Automation',
            },
            queryField,
            jobFiltersField(),
          ],
        },
      ],
    },
  ],
  options: [
    {
      ...flagField(
        'Include Renewed Jobs',
        'includeRenewed',
        'Whether to emit a job again when the client renews it',
      ),
      default: false,
    },
  ],

  source(client, parameters, now) {
    const toOutput = outputOf(parameters, toJob);
    const includesRenewed = parameters.flag('options.includeRenewed');
    return listsSource<JobRecord, JobList>({
      lists: readSearches(parameters).map(({ filter, key, label }) => ({
        // Renewed jobs make it another list, whose renewals until now aren't new.
        key: includesRenewed ? `${key}+` : key,
        label,
        matches: ({ node }) => matchesFilter(toJobTerms(node), filter, now),
        pages: mapPages(jobPages(client, filter, 'RECENCY'), (node) =>
          appearances(node, includesRenewed),
        ),
      })),
      toEvent: ({ id, at, node, isRenewed }, lists) => ({
        id,
        at,
        output: () => ({
          ...toOutput(node),
          search: lists.map(({ label }) => label).join(', '),
          isRenewed,
        }),
      }),
    });
  },
};

interface JobList extends WatchedList<JobRecord> {
  label: string;
}

interface JobRecord extends CursorRecord {
  node: JobSearchNode;
  isRenewed: boolean;
}

/** The publication of a job, and its renewal as an event of its own. Upwork: a renewed job is on top of the list. */
function appearances(node: JobSearchNode, includesRenewed: boolean): JobRecord[] {
  const publishedAt = momentOf(node.publishedDateTime);
  const renewedAt = momentOf(node.renewedDateTime);
  const rank =
    publishedAt === null || renewedAt === null ? publishedAt : Math.max(publishedAt, renewedAt);
  const published = { id: node.id, at: publishedAt, rank, node, isRenewed: false };
  if (!includesRenewed || renewedAt === null) return [published];
  return [
    published,
    { ...published, id: `${node.id}/${renewedAt}`, at: renewedAt, isRenewed: true },
  ];
}

interface Search {
  /** Differs with what Upwork's search returns. */
  key: string;
  label: string;
  filter: JobFilter;
}

/** The search of the node's own fields, if it has any, and those that were added. */
function readSearches(parameters: Parameters): Search[] {
  const added = parameters.entries('moreSearches.search');
  const own = readJobFilter(parameters);
  const isUsed = added.length === 0 || isNarrowed(own);
  const entries = [
    ...(isUsed ? [{ entry: parameters, filter: own }] : []),
    ...added.map((entry) => ({ entry, filter: readJobFilter(entry) })),
  ];
  if (entries.length > MAX_SEARCHES) {
    throw parameters.invalid(
      'moreSearches',
      `makes ${entries.length} searches`,
      `Use ${MAX_SEARCHES} at most, and another trigger for the rest.`,
    );
  }
  const keys = new Map<string, number>();
  return entries.map(({ entry, filter }, index) => {
    if (!isNarrowed(filter)) throw notNarrowed(entry);
    const key = keyOf(JSON.stringify(toSearchFilter(filter)));
    const same = keys.get(key) ?? 0;
    keys.set(key, same + 1);
    return {
      key: same === 0 ? key : `${key}/${same}`,
      label: entry.line('label') ?? filter.query ?? `Search ${index + 1}`,
      filter,
    };
  });
}

const notNarrowed = (parameters: Parameters): Error =>
  parameters.invalid(
    'query',
    'is empty, and no filter narrows the search',
    "Enter what you are looking for, or add a filter. Upwork's terms do not allow watching all of its jobs. Budget, hourly rate and several experience levels are checked after the search and don't narrow it.",
  );
