import { AS_CLIENT, at, type SandboxClient } from './sandboxClient.mts';

export interface ListedPosting {
  id: string;
  status: string;
  received: number;
}

/** The client's job postings, newest first. */
export async function postings(client: SandboxClient): Promise<ListedPosting[]> {
  const data = await client.data(
    `{ organization { jobPosting(jobPostingFilter: { pagination_eq: { first: 50 } }) {
      edges { node { id info { status } proposalsStatistics { totalProposals } } }
    } } }`,
    {},
    AS_CLIENT,
  );
  const edges = at(data, 'organization', 'jobPosting', 'edges');
  if (!Array.isArray(edges)) throw new Error('No list of job postings');
  return edges.map((edge: unknown) => ({
    id: String(at(edge, 'node', 'id')),
    status: String(at(edge, 'node', 'info', 'status')),
    received: Number(at(edge, 'node', 'proposalsStatistics', 'totalProposals')),
  }));
}

export const RECEIVED = /* GraphQL */ `
  query Received(
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
      totalCount
      edges {
        node {
          id
          user {
            id
            name
            freelancerProfile {
              personalData {
                title
              }
              countryDetails {
                name
              }
              aggregates {
                jobSuccessScore
                totalEarnings {
                  rawValue
                }
              }
            }
          }
          organization {
            flag {
              agency
            }
          }
          terms {
            chargeRate {
              rawValue
            }
          }
          status {
            status
            reason {
              id
              reason
              description
            }
          }
          annotations
          auditDetails {
            modifiedByUser {
              name
            }
            createdDateTime {
              rawValue
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;

export interface ListedProposal {
  id: string;
  freelancerId: string;
  name: string;
  title: string;
  country: string;
  jobSuccess: number;
  earned: number;
  isAgency: boolean;
  chargeRate: number;
  status: string;
  reason: unknown;
  annotations: unknown;
  modifiedBy: unknown;
  created: number;
}

function listedProposal(node: unknown): ListedProposal {
  const profile = at(node, 'user', 'freelancerProfile');
  return {
    id: String(at(node, 'id')),
    freelancerId: String(at(node, 'user', 'id')),
    name: String(at(node, 'user', 'name')),
    title: String(at(profile, 'personalData', 'title')),
    country: String(at(profile, 'countryDetails', 'name')),
    jobSuccess: Number(at(profile, 'aggregates', 'jobSuccessScore') ?? 0),
    earned: Number(at(profile, 'aggregates', 'totalEarnings', 'rawValue')),
    isAgency: at(node, 'organization', 'flag', 'agency') === true,
    chargeRate: Number(at(node, 'terms', 'chargeRate', 'rawValue')),
    status: String(at(node, 'status', 'status')),
    reason: at(node, 'status', 'reason'),
    annotations: at(node, 'annotations'),
    modifiedBy: at(node, 'auditDetails', 'modifiedByUser', 'name'),
    created: Number(at(node, 'auditDetails', 'createdDateTime', 'rawValue')),
  };
}

const LARGEST_PAGE = 50;

/** All proposals for a job posting, or a page of them; newest first by default. */
export async function received(
  client: SandboxClient,
  jobPostingId: string | undefined,
  { pagination, ...options }: Record<string, unknown> = {},
): Promise<ListedProposal[]> {
  if (pagination !== undefined) return pageOf(client, { jobPostingId, pagination, ...options });
  const all: ListedProposal[] = [];
  for (let size = LARGEST_PAGE; size === LARGEST_PAGE; ) {
    const after = String(all.length);
    const variables = { jobPostingId, pagination: { first: LARGEST_PAGE, after }, ...options };
    const page = await pageOf(client, variables);
    all.push(...page);
    size = page.length;
  }
  return all;
}

async function pageOf(
  client: SandboxClient,
  variables: Record<string, unknown>,
): Promise<ListedProposal[]> {
  const data = await client.data(RECEIVED, variables, AS_CLIENT);
  const edges = at(data, 'clientProposals', 'edges');
  if (!Array.isArray(edges)) throw new Error('No list of proposals');
  return edges.map((edge: unknown) => listedProposal(at(edge, 'node')));
}
