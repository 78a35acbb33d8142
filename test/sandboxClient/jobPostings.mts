import { AS_CLIENT, at, type SandboxClient } from './sandboxClient.mts';

export const LIST = /* GraphQL */ `
  query Postings($filter: JobPostingsFilter!, $sort: SortAttribute) {
    organization {
      jobPosting(jobPostingFilter: $filter, sortAttribute: $sort) {
        totalCount
        edges {
          node {
            id
            visibility
            info {
              status
              groupId
              auditTime {
                createdDateTime
              }
            }
            content {
              title
            }
            contractTerms {
              contractType
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`;

interface Listed {
  id: string;
  access: string;
  status: string;
  groupId: string;
  created: string;
  title: string;
  contractType: string;
}

export async function list(
  client: SandboxClient,
  filter: object,
  sort?: object,
): Promise<Listed[]> {
  const data = await client.data(LIST, { filter, sort }, AS_CLIENT);
  const edges = at(data, 'organization', 'jobPosting', 'edges');
  if (!Array.isArray(edges)) throw new Error('No list of job postings');
  return edges.map((edge: unknown) => ({
    id: String(at(edge, 'node', 'id')),
    access: String(at(edge, 'node', 'visibility')),
    status: String(at(edge, 'node', 'info', 'status')),
    groupId: String(at(edge, 'node', 'info', 'groupId')),
    created: String(at(edge, 'node', 'info', 'auditTime', 'createdDateTime')),
    title: String(at(edge, 'node', 'content', 'title')),
    contractType: String(at(edge, 'node', 'contractTerms', 'contractType')),
  }));
}

export const ONE = /* GraphQL */ `
  query One($id: ID!) {
    jobPosting(jobPostingId: $id) {
      version
      visibility
      info {
        status
        categoryId
        groupId
        filledDateTime
        auditTime {
          modifiedDateTime
        }
      }
      content {
        title
        description
      }
      classification {
        category {
          name
        }
        subCategory {
          name
        }
        skills {
          preferredLabel
        }
      }
      contractTerms {
        contractType
        personsToHire
        experienceLevel
        fixedPriceContractTerms {
          amount {
            rawValue
          }
        }
        hourlyContractTerms {
          engagementType
          hourlyBudgetMin
          hourlyBudgetMax
          engagementDuration {
            label
          }
        }
      }
      contractorSelection {
        proposalRequirement {
          screeningQuestions {
            question
          }
        }
        qualification {
          englishProficiency
        }
        location {
          countries
        }
      }
      proposalsStatistics {
        totalInvitesSent
      }
    }
  }
`;

export async function one(client: SandboxClient, id: unknown): Promise<unknown> {
  return at(await client.data(ONE, { id }, AS_CLIENT), 'jobPosting');
}

/** A category, one of its subcategories, and a duration. */
export async function lookUp(client: SandboxClient) {
  const data = await client.data(`{
    ontologyCategories { id preferredLabel subcategories { id preferredLabel services { id } } }
    proposalMetadata { engagementDurationValues { id label } }
  }`);
  const category = at(data, 'ontologyCategories', 1);
  return {
    category,
    subcategory: at(category, 'subcategories', 0),
    duration: at(data, 'proposalMetadata', 'engagementDurationValues', 2),
  };
}
