import type { UpworkClient } from '../../api/client';
import { query } from '../../api/documents/document';
import { cursorPages, eachOnce, pageOf } from '../../api/pages';
import type { Batch } from '../../api/pages';
import type { ClientProposalsQueryVariables } from '../../graphql.generated';
import { CLIENT_PROPOSAL_FIELDS } from '../../output/clientProposal';
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
            ...ClientProposalFields
          }
        }
      }
    }
    ${CLIENT_PROPOSAL_FIELDS}
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
    const { clientProposals } = await client.send(document, {
      ...wanted,
      pagination: { first: PAGE_SIZE, after },
    });
    return pageOf(clientProposals);
  }, null);
  return eachOnce(pages);
}
