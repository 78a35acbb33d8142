import { action, checkCount, ControlError } from '../../action.mts';
import {
  either,
  isBoolean,
  isNothing,
  isNull,
  isNumber,
  isOneOf,
  isRecord,
  isString,
} from '../../guards.mts';
import type { World } from '../../world/index.mts';
import {
  type OwnStatus,
  PROPOSAL_STATUSES,
  type SubmittedProposal,
} from '../../world/ownProposals.mts';
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
  /** Default: true. Whether the change moves the time of the last modification. */
  movesTime?: boolean;
}

export interface AddOwnProposals {
  /** Default: 1. */
  count?: number;
  status: OwnStatus;
  /** Default: 0. */
  createdSecondsAgo?: number;
  /** Default: never modified. */
  modifiedSecondsAgo?: number;
}

export interface AddedOwnProposal {
  id: string;
  jobId: string;
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
  /**
   * Adds proposals of the freelancer for new jobs. One that is `Activated` is an invitation, one that is `Offered` a
   * direct offer.
   */
  addOwnProposals(input: AddOwnProposals): AddedOwnProposal[];
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

const isSetProposalStatus = isRecord<
  Pick<SetProposalStatus, 'proposalId' | 'status'>,
  { movesTime: boolean }
>({ proposalId: isString, status: isOneOf(...PROPOSAL_STATUSES) }, { movesTime: isBoolean });

const isAddOwnProposals = isRecord<
  Pick<AddOwnProposals, 'status'>,
  Required<Omit<AddOwnProposals, 'status'>>
>(
  { status: isOneOf(...PROPOSAL_STATUSES) },
  { count: isNumber, createdSecondsAgo: isNumber, modifiedSecondsAgo: isNumber },
);

export function proposalsControl({ clock, jobPostings, receivedProposals, ownProposals }: World) {
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

  function addOwnProposals({
    count = 1,
    status,
    createdSecondsAgo = 0,
    modifiedSecondsAgo,
  }: AddOwnProposals): AddedOwnProposal[] {
    checkCount('addOwnProposals', count);
    const momentAgo = (seconds: number) => clock.now() - seconds * 1000;
    const added = {
      status,
      createdAt: momentAgo(createdSecondsAgo),
      modifiedAt: modifiedSecondsAgo === undefined ? null : momentAgo(modifiedSecondsAgo),
    };
    return Array.from({ length: count }, () => ownProposals.add(added)).map(({ id, jobId }) => ({
      id,
      jobId,
    }));
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
    addOwnProposals: action(isAddOwnProposals, addOwnProposals),
    setProposalStatus: action(
      isSetProposalStatus,
      ({ proposalId, status, movesTime }: SetProposalStatus) => {
        const proposal = ownProposals.byId(proposalId);
        if (!proposal) {
          throw new ControlError(
            `setProposalStatus: the freelancer has no proposal "${proposalId}"`,
          );
        }
        ownProposals.change(proposal, status, movesTime);
      },
    ),
    submittedProposals: action(isNothing, (): SubmittedProposals => {
      const proposals = structuredClone(ownProposals.submitted);
      return { count: proposals.length, proposals, connectsLeft: ownProposals.connects };
    }),
  };
}
