import type { UpworkClient } from '../../api/client';
import { query } from '../../api/documents/document';
import { requirementsOf } from '../../output/job';
import { readJobId } from '../job/locator';
import { takeFrom } from '../limit';
import type { Parameters } from '../parameters';
import { proposalBatches } from './statusLists';
import { STATUSES } from './statuses';

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
  { needsAllFields: true },
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
  const { coverLetterRequired, screeningQuestions } = requirementsOf(requirement);
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
export async function refuseSecondProposal(
  client: UpworkClient,
  parameters: Parameters,
  jobId: string,
): Promise<void> {
  const batches = proposalBatches(client, {
    statuses: STATUSES.filter((status) => status !== 'Withdrawn'),
    filter: { jobPostingIds_any: [jobId] },
    sort: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
  });
  const [found] = await takeFrom(batches, 1, ({ status }) => status?.status !== 'Withdrawn');
  if (!found) return;
  throw parameters.invalid(
    'jobId',
    `names the job ${jobId}, for which there is a proposal already: ${found.id}`,
    'Nothing was submitted, and no Connects were spent.',
  );
}
