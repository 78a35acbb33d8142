import { query, takeRecords } from '../../api';
import type { ContractType, UpworkClient } from '../../api';
import { readJobId } from '../../fields/locators/job';
import type { Parameters } from '../../fields/parameters';
import { screeningQuestions } from '../../records/job';
import { listProposals } from '../../records/proposal.pages';
import { PROPOSAL_STATUSES } from '../../records/proposalStatus';

/** Requires all fields: a question that the key can't read would go unanswered. */
const document = query(
  'ProposalJob',
  /* GraphQL */ `
    query ProposalJob($id: ID!) {
      marketplaceJobPosting(id: $id) {
        id
        content {
          title
        }
        contractTerms {
          contractType
        }
        contractorSelection {
          proposalRequirement {
            coverLetterRequired
            freelancerMilestonesAllowed
            screeningQuestions {
              question
              sequenceNumber
            }
          }
        }
      }
      organization {
        id
      }
      user {
        id
        nid
      }
    }
  `,
  {
    requiresAllFields: true,
    example: (first) => ({ id: first('MarketplaceJobPostingSearchResult.id') }),
  },
);

/** What a proposal has to take into account about a job. */
export interface JobToApplyFor {
  id: string;
  title: string | null;
  type: ContractType;
  coverLetterRequired: boolean;
  milestonesAllowed: boolean;
  questions: string[];
  /** The organization that would submit the proposal. */
  organizationId: string | null;
  /** The connected user: the ID, and the user name, which Upwork calls nid. */
  freelancer: { id: string; nid: string } | null;
}

export async function readJobToApplyFor(
  client: UpworkClient,
  parameters: Parameters,
): Promise<JobToApplyFor> {
  const id = readJobId(parameters);
  const {
    marketplaceJobPosting: posting,
    organization,
    user,
  } = await client.send(document, { id });
  if (!posting) {
    throw parameters.invalid('jobId', `names the job ${id}, which Upwork can't find`);
  }
  const contractType = posting.contractTerms?.contractType;
  if (!contractType) {
    throw parameters.invalid(
      'jobId',
      `names the job ${id}, but Upwork does not say how it is paid`,
    );
  }
  const requirement = posting.contractorSelection?.proposalRequirement;
  return {
    id,
    title: posting.content?.title ?? null,
    type: contractType,
    coverLetterRequired: requirement?.coverLetterRequired ?? false,
    milestonesAllowed:
      contractType === 'FIXED' && (requirement?.freelancerMilestonesAllowed ?? true),
    questions: screeningQuestions(requirement) ?? [],
    organizationId: organization?.id ?? null,
    freelancer: user?.nid === undefined ? null : { id: user.id, nid: user.nid },
  };
}

/**
 * Throws if there is already a proposal for the job. Upwork: `applied` is only in the search, which
 * can't search by ID, so this reads the lists of proposals. After a withdrawal you can apply again.
 */
export async function assertNoProposal(
  client: UpworkClient,
  parameters: Parameters,
  jobId: string,
): Promise<void> {
  const pages = listProposals(client, {
    statuses: PROPOSAL_STATUSES.filter((status) => status !== 'Withdrawn'),
    filter: { jobPostingIds_any: [jobId] },
    sort: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
  });
  const [found] = await takeRecords(pages, 1, ({ status }) => status?.status !== 'Withdrawn');
  if (!found) return;
  throw parameters.invalid(
    'jobId',
    `names the job ${jobId}, for which there is already a proposal: ${found.id}`,
    'Nothing was submitted, and no Connects were spent.',
  );
}
