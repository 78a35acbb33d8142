import { query } from '../../api';
import type { UpworkClient } from '../../api';
import { toRequirements } from '../../records/job';
import { readJobId } from '../../fields/locators/job';
import { takeRecords } from '../../fields/limit';
import type { Parameters } from '../../fields/parameters';
import { listProposals } from '../../records/proposal.pages';
import { STATUSES } from '../../records/proposalStatus';

/** With all of its fields or not at all: a question that the key may not read would go unanswered. */
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
    }
  `,
  { requiresAllFields: true },
);

/** What has to be known of a job before a proposal for it can be written down. */
export interface JobToApplyFor {
  id: string;
  title: string | null;
  type: 'hourly' | 'fixed';
  coverLetterRequired: boolean;
  milestonesAllowed: boolean;
  questions: string[];
  /** The organization that would submit the proposal. */
  organizationId: string | null;
}

export async function readJobToApplyFor(
  client: UpworkClient,
  parameters: Parameters,
): Promise<JobToApplyFor> {
  const id = readJobId(parameters);
  const { marketplaceJobPosting: posting, organization } = await client.send(document, { id });
  if (!posting) {
    throw parameters.invalid('jobId', `names the job ${id}, which Upwork does not know`);
  }
  const contractType = posting.contractTerms?.contractType;
  if (!contractType) {
    throw parameters.invalid(
      'jobId',
      `names the job ${id}, of which Upwork does not tell how it is paid`,
    );
  }
  const requirement = posting.contractorSelection?.proposalRequirement;
  const { coverLetterRequired, screeningQuestions } = toRequirements(requirement);
  return {
    id,
    title: posting.content?.title ?? null,
    type: contractType === 'HOURLY' ? 'hourly' : 'fixed',
    coverLetterRequired: coverLetterRequired ?? false,
    milestonesAllowed:
      contractType === 'FIXED' && (requirement?.freelancerMilestonesAllowed ?? true),
    questions: screeningQuestions,
    organizationId: organization?.id ?? null,
  };
}

/**
 * Refuses a job that there is a proposal for. Upwork: whether one has `applied` only the search tells,
 * which can't look for an id; the lists of proposals can. Who has withdrawn may want to apply again.
 */
export async function assertNoProposal(
  client: UpworkClient,
  parameters: Parameters,
  jobId: string,
): Promise<void> {
  const batches = listProposals(client, {
    statuses: STATUSES.filter((status) => status !== 'Withdrawn'),
    filter: { jobPostingIds_any: [jobId] },
    sort: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
  });
  const [found] = await takeRecords(batches, 1, ({ status }) => status?.status !== 'Withdrawn');
  if (!found) return;
  throw parameters.invalid(
    'jobId',
    `names the job ${jobId}, for which there is a proposal already: ${found.id}`,
    'Nothing was submitted, and no Connects were spent.',
  );
}
