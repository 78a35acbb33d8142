import { accountCases } from './account.mts';
import { clientProposalCases } from './clientProposal.mts';
import { graphqlCases } from './graphql.mts';
import { jobCases } from './job.mts';
import { jobPostingCases } from './jobPosting.mts';
import { messageCases } from './message.mts';
import type { ResourceCases } from './operationCase.mts';
import { proposalCases } from './proposal.mts';
import { roomCases } from './room.mts';

/** Every operation of the Upwork node. */
export const allCases: ResourceCases[] = [
  accountCases,
  clientProposalCases,
  graphqlCases,
  jobCases,
  jobPostingCases,
  messageCases,
  proposalCases,
  roomCases,
];
