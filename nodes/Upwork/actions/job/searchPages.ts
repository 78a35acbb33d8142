import type { UpworkClient } from '../../api/client';
import { query } from '../../api/documents/document';
import { pageOf, zeroCursorPages } from '../../api/pages';
import type { Batch } from '../../api/pages';
import type { MarketplaceJobPostingSearchSortField } from '../../graphql.generated';
import { jobFromSearch } from '../../output/job';
import type { Job, JobSearchNode } from '../../output/job';
import { toSearchFilter } from './filter';
import type { JobFilter } from './filter';

const document = query(
  'JobSearch',
  /* GraphQL */ `
    query JobSearch(
      $filter: MarketplaceJobPostingsSearchFilter
      $sort: [MarketplaceJobPostingSearchSortAttribute]
    ) {
      marketplaceJobPostingsSearch(
        marketPlaceJobFilter: $filter
        searchType: USER_JOBS_SEARCH
        sortAttributes: $sort
      ) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ciphertext
            title
            description
            publishedDateTime
            category
            subcategory
            durationLabel
            totalApplicants
            hourlyBudgetMin {
              rawValue
              currency
            }
            hourlyBudgetMax {
              rawValue
              currency
            }
            skills {
              prettyName
            }
            client {
              totalHires
              totalPostedJobs
              totalReviews
              totalFeedback
              totalSpent {
                rawValue
                currency
              }
              verificationStatus
              location {
                country
                city
              }
            }
            job {
              contractTerms {
                contractType
                experienceLevel
                personsToHire
                fixedPriceContractTerms {
                  amount {
                    rawValue
                    currency
                  }
                }
                hourlyContractTerms {
                  engagementType
                }
              }
              contractorSelection {
                proposalRequirement {
                  coverLetterRequired
                  screeningQuestions {
                    question
                    sequenceNumber
                  }
                }
              }
            }
          }
        }
      }
    }
  `,
);

/** Upwork: pages of up to 100 jobs are in use. Few large pages spare the rate limit. */
const PAGE_SIZE = 100;

export interface FoundJob {
  id: string;
  job: Job;
  /** As Upwork gives it. */
  node: JobSearchNode;
}

/** A job search page by page. Upwork may let jobs through that the filter does not want: see `fits`. */
export function searchPages(
  client: UpworkClient,
  filter: JobFilter,
  sort: MarketplaceJobPostingSearchSortField,
): AsyncGenerator<Batch<FoundJob>> {
  return zeroCursorPages(async (after) => {
    const { marketplaceJobPostingsSearch: connection } = await client.send(document, {
      filter: { ...toSearchFilter(filter), pagination_eq: { first: PAGE_SIZE, after } },
      sort: [{ field: sort }],
    });
    const page = pageOf(connection);
    return {
      ...page,
      records: page.records.map((node) => ({ id: node.id, job: jobFromSearch(node), node })),
    };
  });
}
