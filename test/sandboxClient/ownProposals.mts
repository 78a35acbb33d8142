import type { JobChanges, Sandbox } from '../sandbox/index.mts';
import { FREELANCER, ME } from './ids.mts';
import { at, type SandboxClient } from './sandboxClient.mts';

export const LIST = /* GraphQL */ `
  query Own(
    $filter: VendorProposalFilter!
    $sort: VendorProposalSortAttribute!
    $pagination: Pagination!
  ) {
    vendorProposals(filter: $filter, sortAttribute: $sort, pagination: $pagination) {
      totalCount
      edges {
        cursor
        node {
          id
          status {
            status
          }
          marketplaceJobPosting {
            id
          }
          auditDetails {
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

export const NEWEST = { field: 'CREATEDDATETIME', sortOrder: 'DESC' };

export function variables(
  filter: object,
  pagination: object = { first: 40 },
  sort: object = NEWEST,
) {
  return { filter: { status_eq: 'Accepted', ...filter }, sort, pagination };
}

export interface Listed {
  id: string;
  jobId: string;
  status: string;
  created: number;
}

export function listed(data: unknown): Listed[] {
  const edges = at(data, 'vendorProposals', 'edges');
  if (!Array.isArray(edges)) throw new Error('No list of proposals');
  return edges.map((edge: unknown) => ({
    id: String(at(edge, 'node', 'id')),
    jobId: String(at(edge, 'node', 'marketplaceJobPosting', 'id')),
    status: String(at(edge, 'node', 'status', 'status')),
    created: Number(at(edge, 'node', 'auditDetails', 'createdDateTime', 'rawValue')),
  }));
}

export async function bucket(
  client: SandboxClient,
  status: string,
  headers = {},
): Promise<Listed[]> {
  return listed(await client.data(LIST, variables({ status_eq: status }), headers));
}

export const SUBMIT = /* GraphQL */ `
  mutation Submit($input: CreateJobProposalInput!) {
    createJobProposal(input: $input) {
      newProposalId
      status
      error
    }
  }
`;

/** The input for submitting a proposal for a new job. */
export function submission({ control }: Sandbox, job: JobChanges = {}) {
  const [added] = control.addJobs({
    job: { applied: false, freelancersToHire: 1, screeningQuestions: [], ...job },
  });
  return {
    jobReference: added?.id,
    coverLetter: 'I would like to help.',
    chargedAmount: 40,
    teamOrgId: FREELANCER,
    selectedContractor: { id: ME, oDeskUserID: 'robinsandbox' },
  };
}

/** Submits a proposal that no client has seen yet. @returns its ID */
export async function submit(sandbox: Sandbox, client: SandboxClient): Promise<string> {
  const data = await client.data(SUBMIT, { input: submission(sandbox) });
  return String(at(data, 'createJobProposal', 'newProposalId'));
}
