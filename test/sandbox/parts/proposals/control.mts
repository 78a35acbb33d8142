import { action, ControlError } from '../../action.mts';
import { either, isNothing, isNull, isNumber, isOneOf, isRecord, isString } from '../../guards.mts';
import type { World } from '../../world/index.mts';
import { OWN_STATUSES, type OwnStatus, type SubmittedProposal } from '../../world/ownProposals.mts';
import type { ReceivedChanges } from '../../world/receivedProposals.mts';
import { dateText } from '../dates.mts';

export interface AddReceivedProposal {
  jobPostingId: string;
  /** The content of the proposal; the sandbox makes up the rest. */
  proposal?: ReceivedChanges;
  /** Default: 0. How long ago it was created. It is listed only now. */
  createdSecondsAgo?: number;
}

export interface EditReceivedProposal {
  proposalId: string;
  coverLetter?: string;
  status?: 'Activated' | 'Withdrawn';
}

export interface AddedProposal {
  id: string;
  jobPostingId: string;
  freelancerName: string;
  createdDateTime: string;
}

export interface SubmittedProposals {
  count: number;
  proposals: readonly SubmittedProposal[];
  connectsLeft: number;
}

export interface SetProposalStatus {
  proposalId: string;
  status: OwnStatus;
}

/** The control actions for proposals. */
export interface ProposalsControl {
  /** A freelancer applies for one of the client's job postings, now. */
  addReceivedProposal(input: AddReceivedProposal): AddedProposal;
  /** A freelancer changes the text of a received proposal, or withdraws it and restores it, now. */
  editReceivedProposal(input: EditReceivedProposal): void;
  /**
   * Changes the status of one of the freelancer's own proposals, now. Once active, it has a room
   * with a message.
   */
  setProposalStatus(input: SetProposalStatus): void;
  /** The proposals that were submitted through the API, oldest first. */
  submittedProposals(): SubmittedProposals;
}

type FreelancerChanges = Required<NonNullable<ReceivedChanges['freelancer']>>;

const isAddReceivedProposal = isRecord<
  { jobPostingId: string },
  Required<Omit<AddReceivedProposal, 'jobPostingId'>>
>(
  { jobPostingId: isString },
  {
    proposal: isRecord<object, Required<ReceivedChanges>>(
      {},
      {
        coverLetter: isString,
        chargedAmount: isNumber,
        freelancer: isRecord<object, FreelancerChanges>(
          {},
          {
            name: isString,
            title: isString,
            country: isString,
            countryCode: isString,
            jobSuccess: either(isNumber, isNull),
          },
        ),
      },
    ),
    createdSecondsAgo: isNumber,
  },
);

const isEditReceivedProposal = isRecord<
  { proposalId: string },
  Required<Omit<EditReceivedProposal, 'proposalId'>>
>({ proposalId: isString }, { coverLetter: isString, status: isOneOf('Activated', 'Withdrawn') });

const isSetProposalStatus = isRecord<SetProposalStatus, object>(
  { proposalId: isString, status: isOneOf(...OWN_STATUSES) },
  {},
);

export function proposalsControl({ jobPostings, receivedProposals, ownProposals }: World) {
  function addReceivedProposal({
    jobPostingId,
    proposal = {},
    createdSecondsAgo = 0,
  }: AddReceivedProposal): AddedProposal {
    const posting = jobPostings.byId(jobPostingId);
    if (!posting) {
      const known = jobPostings.all.map(({ id }) => id).join(', ');
      throw new ControlError(`There is no job posting ${jobPostingId}. There are: ${known}.`);
    }
    const { id, freelancer, createdAt } = receivedProposals.add(
      posting,
      proposal,
      createdSecondsAgo,
    );
    return {
      id,
      jobPostingId,
      freelancerName: freelancer.name,
      createdDateTime: dateText(createdAt),
    };
  }

  return {
    addReceivedProposal: action(isAddReceivedProposal, addReceivedProposal),
    editReceivedProposal: action(
      isEditReceivedProposal,
      ({ proposalId, ...changes }: EditReceivedProposal) => {
        const proposal = receivedProposals.byId(proposalId);
        if (!proposal) {
          throw new ControlError(`editReceivedProposal: there is no proposal "${proposalId}"`);
        }
        receivedProposals.edit(proposal, changes);
      },
    ),
    setProposalStatus: action(isSetProposalStatus, ({ proposalId, status }: SetProposalStatus) => {
      const proposal = ownProposals.byId(proposalId);
      if (!proposal) {
        throw new ControlError(`setProposalStatus: the freelancer has no proposal "${proposalId}"`);
      }
      ownProposals.change(proposal, status);
    }),
    submittedProposals: action(isNothing, (): SubmittedProposals => {
      const proposals = structuredClone(ownProposals.submitted);
      return { count: proposals.length, proposals, connectsLeft: ownProposals.connects };
    }),
  };
}
