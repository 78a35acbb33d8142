import type { UpworkClient } from '../../api/client';
import { query } from '../../api/document';
import { cursorPages, eachOnce } from '../../api/pages';
import type { Batch } from '../../api/pages';
import type { JobPostingsFilter } from '../../graphql.generated';
import type { JobPostingNode } from '../../output/jobPosting';

const document = query(
  'JobPostings',
  /* GraphQL */ `
    query JobPostings($filter: JobPostingsFilter!) {
      organization {
        jobPosting(jobPostingFilter: $filter) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              visibility
              info {
                status
                publishDateTime
                filledDateTime
                auditTime {
                  createdDateTime
                  modifiedDateTime
                }
                hourlyBudgetMin {
                  rawValue
                  currency
                }
                hourlyBudgetMax {
                  rawValue
                  currency
                }
              }
              content {
                title
                description
              }
              classification {
                category {
                  id
                  name
                }
                subCategory {
                  name
                }
                skills {
                  preferredLabel
                  prettyName
                }
                additionalSkills {
                  preferredLabel
                  prettyName
                }
              }
              contractTerms {
                contractType
                experienceLevel
                personsToHire
                fixedPriceContractTerms {
                  amount {
                    rawValue
                    currency
                  }
                  engagementDuration {
                    label
                  }
                }
                hourlyContractTerms {
                  engagementType
                  engagementDuration {
                    label
                  }
                }
              }
              contractorSelection {
                proposalRequirement {
                  coverLetterRequired
                  screeningQuestions {
                    question
                  }
                }
              }
              proposalsStatistics {
                totalProposals
                totalShortlisted
                totalMessaged
                totalHired
                totalInvitesSent
              }
            }
          }
        }
      }
    }
  `,
);

/** Upwork: other lists of clients come in pages of 50 at most; nobody has told of this one. */
const PAGE_SIZE = 50;

/** The client's job postings page by page, each once. */
export function postingPages(
  client: UpworkClient,
  filter: JobPostingsFilter,
): AsyncGenerator<Batch<JobPostingNode>> {
  const pages = cursorPages(async (after) => {
    const { organization } = await client.send(document, {
      filter: { ...filter, pagination_eq: { first: PAGE_SIZE, after } },
    });
    const connection = organization?.jobPosting;
    return {
      records: (connection?.edges ?? []).flatMap((edge) => edge?.node ?? []),
      endCursor: connection?.pageInfo?.endCursor,
      hasNextPage: connection?.pageInfo?.hasNextPage,
    };
  }, null);
  return eachOnce(pages);
}
