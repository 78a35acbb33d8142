import { paginate, query, toConnectionPage, uniqueById } from '../api';
import type { ClientProposalsQueryVariables, Page, UpworkClient } from '../api';
import { CLIENT_PROPOSAL_FIELDS } from './clientProposal';
import type { ClientProposalNode } from './clientProposal';

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

type ClientProposalQuery = Omit<ClientProposalsQueryVariables, 'pagination'>;

/** The proposals for a job posting page by page, each once. */
export function listClientProposals(
  client: UpworkClient,
  wanted: ClientProposalQuery,
): AsyncGenerator<Page<ClientProposalNode>> {
  const pages = paginate(async (after) => {
    const { clientProposals } = await client.send(document, {
      ...wanted,
      pagination: { first: PAGE_SIZE, after },
    });
    return toConnectionPage(clientProposals);
  }, null);
  return uniqueById(pages);
}
