import { query, ZERO_CURSOR } from '../../../../api';
import type { CheckNewestJobsQuery, PartialData } from '../../../../api';
import { upworkTime } from '../../../../records/dates';
import { allMatch, allOf, failsWith, findIn, held, notHeld, notSeen, unseen } from '../assumption';
import type { Assumption, Finding } from '../assumption';

const filters = query(
  'CheckJobFilters',
  /* GraphQL */ `
    query CheckJobFilters {
      fixed: marketplaceJobPostingsSearch(
        marketPlaceJobFilter: { jobType_eq: FIXED, pagination_eq: { first: 1, after: "0" } }
        searchType: USER_JOBS_SEARCH
      ) {
        totalCount
      }
      budget: marketplaceJobPostingsSearch(
        marketPlaceJobFilter: {
          jobType_eq: FIXED
          budgetRange_eq: { rangeStart: 5000 }
          pagination_eq: { first: 1, after: "0" }
        }
        searchType: USER_JOBS_SEARCH
      ) {
        totalCount
      }
      hourly: marketplaceJobPostingsSearch(
        marketPlaceJobFilter: { jobType_eq: HOURLY, pagination_eq: { first: 1, after: "0" } }
        searchType: USER_JOBS_SEARCH
      ) {
        totalCount
      }
      rate: marketplaceJobPostingsSearch(
        marketPlaceJobFilter: {
          jobType_eq: HOURLY
          hourlyRate_eq: { rangeStart: 100 }
          pagination_eq: { first: 1, after: "0" }
        }
        searchType: USER_JOBS_SEARCH
      ) {
        totalCount
      }
      workload: marketplaceJobPostingsSearch(
        marketPlaceJobFilter: {
          jobType_eq: HOURLY
          workload_eq: FULL_TIME
          pagination_eq: { first: 1, after: "0" }
        }
        searchType: USER_JOBS_SEARCH
      ) {
        totalCount
      }
    }
  `,
);

const categoryName = query(
  'CheckCategoryName',
  /* GraphQL */ `
    query CheckCategoryName {
      marketplaceJobPostingsSearch(
        marketPlaceJobFilter: {
          categoryIds_any: ["Web, Mobile & Software Dev"]
          pagination_eq: { first: 1, after: "0" }
        }
        searchType: USER_JOBS_SEARCH
      ) {
        totalCount
      }
    }
  `,
);

const longExpression = query(
  'CheckLongExpression',
  /* GraphQL */ `
    query CheckLongExpression($filter: MarketplaceJobPostingsSearchFilter) {
      marketplaceJobPostingsSearch(marketPlaceJobFilter: $filter, searchType: USER_JOBS_SEARCH) {
        totalCount
      }
    }
  `,
  {
    example: () => ({
      filter: {
        searchExpression_eq: `n8n${' OR automation'.repeat(30)}`,
        pagination_eq: { first: 1, after: ZERO_CURSOR },
      },
    }),
  },
);

const newest = query(
  'CheckNewestJobs',
  /* GraphQL */ `
    query CheckNewestJobs {
      marketplaceJobPostingsSearch(
        marketPlaceJobFilter: { pagination_eq: { first: 100, after: "0" } }
        searchType: USER_JOBS_SEARCH
        sortAttributes: [{ field: RECENCY }]
      ) {
        pageInfo {
          endCursor
        }
        edges {
          node {
            id
            publishedDateTime
            renewedDateTime
            client {
              totalReviews
              totalFeedback
            }
          }
        }
      }
    }
  `,
);

export const jobs: readonly Assumption[] = [
  {
    fact: '`after` is an offset, so pages shift while new jobs appear.',
    check: (evidence) =>
      findIn(evidence, newest, ({ marketplaceJobPostingsSearch: search }) => {
        const cursor = search?.pageInfo?.endCursor;
        return allMatch(cursor ? [cursor] : [], /^\d+$/, 'cursors');
      }),
  },
  {
    fact: '`budgetRange_eq` lets hourly jobs through, `hourlyRate_eq` lets fixed-price jobs through. Both accept whole numbers and may have no effect at all.',
    documents: [filters],
    check: (evidence) =>
      findIn(evidence, filters, ({ fixed, budget, hourly, rate, workload }) =>
        held(
          [
            `Fixed-price jobs: ${counted(fixed)}; with a budget of at least 5,000: ${counted(budget)}.`,
            `Hourly jobs: ${counted(hourly)}; with a rate of at least 100: ${counted(rate)}; full-time: ${counted(workload)}.`,
          ].join(' '),
        ),
      ),
  },
  {
    fact: "`workload_eq` finds nothing. The package doesn't use it.",
    check: (evidence) => findIn(evidence, filters, ({ workload }) => findsNothing(workload)),
  },
  {
    fact: 'Category, subcategory, occupation and skill filters accept numeric IDs; a name finds nothing, without an error.',
    documents: [categoryName],
    check: (evidence) =>
      findIn(evidence, categoryName, ({ marketplaceJobPostingsSearch }) =>
        findsNothing(marketplaceJobPostingsSearch),
      ),
  },
  {
    fact: 'A search expression of more than about 340 characters fails with "Underling search failed".',
    documents: [longExpression],
    check: (evidence) => failsWith(evidence, longExpression, /search failed|340 characters/i),
  },
  {
    fact: "How late a job may appear in the search isn't known. The trigger allows six hours by default.",
    check: unseen("Can't be checked without watching the search for a while."),
  },
  {
    fact: 'In the order by recency, the position of a renewed job depends on the time of its renewal, its `renewedDateTime`.',
    documents: [newest],
    check: (evidence) => findIn(evidence, newest, findRenewed),
  },
  {
    fact: '`category` and `subcategory` of a search result are slugs. The labels are in `job.classification`, as for a job that is read by its ID.',
    check: (evidence) =>
      allOf([
        allMatch(
          evidence.texts('MarketplaceJobPostingSearchResult.category'),
          /^[a-z0-9_]+$/,
          'categories',
        ),
        allMatch(
          evidence.texts('MarketplaceJobPostingSearchResult.subcategory'),
          /^[a-z0-9_]+$/,
          'subcategories',
        ),
      ]),
  },
  {
    fact: 'A client without reviews has a rating of 0.',
    check: (evidence) => findIn(evidence, newest, findUnrated),
  },
  {
    fact: 'A closed job that is read by its ID has the status `CLOSED`, or fails with "Opening not found".',
    check: unseen('The check does not know which jobs are closed.'),
  },
  {
    fact: 'A job that is removed or private is in no search, and fails with "Opening not found" when it is read by its ID.',
    check: unseen('The check does not know which jobs are removed or private.'),
  },
];

type NewestJobs = PartialData<CheckNewestJobsQuery>;

const jobsIn = ({ marketplaceJobPostingsSearch: search }: NewestJobs) =>
  (search?.edges ?? []).flatMap((edge) => edge?.node ?? []);

type NewestJob = ReturnType<typeof jobsIn>[number];

function findRenewed(data: NewestJobs): Finding {
  const found = jobsIn(data);
  const renewed = found.filter(isRenewed);
  if (renewed.length === 0) return notSeen(`None of the newest ${found.length} jobs was renewed.`);
  const onTop = renewed.filter((job) =>
    found
      .slice(found.indexOf(job) + 1)
      .some((below) => !isRenewed(below) && published(below) > published(job)),
  );
  const details = `${onTop.length} of ${renewed.length} renewed jobs were listed above jobs that were published later.`;
  return onTop.length > 0 ? held(details) : notHeld(details);
}

const isRenewed = ({ renewedDateTime }: NewestJob): boolean => Boolean(renewedDateTime);

const published = ({ publishedDateTime }: NewestJob): number => upworkTime(publishedDateTime ?? '');

function findUnrated(data: NewestJobs): Finding {
  const ratings = jobsIn(data)
    .filter(({ client }) => client?.totalReviews === 0)
    .map(({ client }) => client?.totalFeedback);
  if (ratings.length === 0) return notSeen('Every client had reviews.');
  const rated = ratings.filter((rating) => rating !== 0).length;
  return rated === 0
    ? held(`${ratings.length} of ${ratings.length} clients without reviews have a rating of 0.`)
    : notHeld(`${rated} of ${ratings.length} clients without reviews have a different rating.`);
}

type CountedSearch = { totalCount?: number | null | undefined } | null | undefined;

const counted = (search: CountedSearch): string => String(search?.totalCount ?? 'unknown');

const findsNothing = (search: CountedSearch): Finding =>
  search?.totalCount === 0
    ? held('No jobs were found.')
    : notHeld(`Jobs found: ${counted(search)}.`);
