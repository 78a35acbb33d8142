import { BY_CURSOR, paginate, query, toConnectionPage } from '../api';
import type { ClientProposalListQueryVariables, Page, PagedList, UpworkClient } from '../api';
import { CLIENT_PROPOSAL_FIELDS } from './clientProposal';
import type { ClientProposalNode } from './clientProposal';

const document = query(
  'ClientProposalList',
  /* GraphQL */ `
    query ClientProposalList(
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
  {
    batch: true,
    example: (first) => ({
      jobPostingId: first('JobPosting.id'),
      pagination: { first: PAGE_SIZE },
    }),
  },
);

/** Upwork: a freelancer's own proposals come in pages of 40 at most; for these it is not known. */
const PAGE_SIZE = 40;

type ClientProposalQuery = Omit<ClientProposalListQueryVariables, 'pagination'>;

/** The pages of the proposals for a job posting. */
export const clientProposalPages = (
  client: UpworkClient,
  variables: ClientProposalQuery,
): PagedList<ClientProposalNode> => ({
  order: BY_CURSOR,
  async fetchPage(after) {
    const { clientProposals } = await client.send(document, {
      ...variables,
      pagination: { first: PAGE_SIZE, after },
    });
    return toConnectionPage(clientProposals);
  },
});

/** The proposals for a job posting page by page, each once. */
export const listClientProposals = (
  client: UpworkClient,
  variables: ClientProposalQuery,
): AsyncGenerator<Page<ClientProposalNode>> =>
  paginate(clientProposalPages(client, variables).fetchPage);
