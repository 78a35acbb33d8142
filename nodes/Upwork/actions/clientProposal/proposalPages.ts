import type { UpworkClient } from '../../api/client';
import { query } from '../../api/document';
import { cursorPages, eachOnce } from '../../api/pages';
import type { Batch } from '../../api/pages';
import type { ClientProposalsQueryVariables } from '../../graphql.generated';
import type { ClientProposalNode } from '../../output/clientProposal';

const document = query(
  'ClientProposals',
  /* GraphQL */ `
    query ClientProposals(
      $jobPostingId: ID!
      $filter: ClientProposalFilter
      $sort: ClientProposalSortAttribute
      $pagination: Pagination
    ) {
      clientProposals(
        jobPostingId: $jobPostingId
        filter: $filter
        sortAttribute: $sort
        pagination: $pagination
      ) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            coverLetter
            annotations
            job {
              id
            }
            user {
              id
              name
              freelancerProfile {
                personalData {
                  title
                  profileUrl
                  chargeRate {
                    rawValue
                    currency
                  }
                }
                countryDetails {
                  name
                }
                aggregates {
                  jobSuccessScore
                  totalHours
                  totalEarnings {
                    rawValue
                  }
                }
              }
            }
            organization {
              name
              flag {
                agency
              }
            }
            terms {
              chargeRate {
                rawValue
                currency
              }
              estimatedDuration {
                label
              }
            }
            projectPlan {
              milestones {
                description
                dueDate
                amount
              }
            }
            status {
              status
              reason {
                reason
                description
              }
            }
            auditDetails {
              createdDateTime {
                rawValue
              }
              modifiedDateTime {
                rawValue
              }
            }
          }
        }
      }
    }
  `,
);

/** Upwork: a freelancer's own proposals come in pages of 40 at most; nobody has told of these. */
const PAGE_SIZE = 40;

type Wanted = Omit<ClientProposalsQueryVariables, 'pagination'>;

/** The proposals for a job posting page by page, each once. */
export function proposalPages(
  client: UpworkClient,
  wanted: Wanted,
): AsyncGenerator<Batch<ClientProposalNode>> {
  const pages = cursorPages(async (after) => {
    const { clientProposals: connection } = await client.send(document, {
      ...wanted,
      pagination: { first: PAGE_SIZE, after },
    });
    return {
      records: (connection?.edges ?? []).flatMap((edge) => edge?.node ?? []),
      endCursor: connection?.pageInfo?.endCursor,
      hasNextPage: connection?.pageInfo?.hasNextPage,
    };
  }, null);
  return eachOnce(pages);
}
