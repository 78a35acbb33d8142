import type { World } from '../../world/index.mts';
import { reasonsOf } from '../../world/reasons.mts';
import { forClients, forVendors } from '../access.mts';
import { COMMON } from '../identity.mts';
import { DURATIONS } from '../jobs/values.mts';
import type { Part } from '../part.mts';
import { type ClientProposalsArguments, clientProposals, findClientProposal } from './client.mts';
import { clientProposalActions } from './clientActions.mts';
import { type CreateJobProposalInput, createJobProposal } from './submit.mts';
import { vendorProposalRoots } from './vendor.mts';

const CLIENT_PROPOSALS = 'Client Proposals – Read and Write';

interface ReasonsArguments {
  reasonType?: string | null;
  all?: boolean | null;
}

function reasons({ reasonType, all }: ReasonsArguments) {
  return reasonsOf(reasonType ?? '', all ?? false);
}

/**
 * The permission that unlocks the freelancer's own proposals. Upwork: unknown, so tests try
 * several.
 */
export interface ProposalsOptions {
  ownProposalsPermission: string;
}

/** Proposals: the freelancer's own, and those that the client has received. */
export function proposalsPart(world: World, { ownProposalsPermission }: ProposalsOptions): Part {
  return {
    needs: {
      'Query.vendorProposals': ownProposalsPermission,
      'Query.vendorProposal': ownProposalsPermission,
      'Query.reasons': COMMON,
      'Query.proposalMetadata': COMMON,
      'Query.clientProposals': CLIENT_PROPOSALS,
      'Query.clientProposal': CLIENT_PROPOSALS,
      'Mutation.shortlistClientProposal': CLIENT_PROPOSALS,
      'Mutation.declineClientProposal': CLIENT_PROPOSALS,
      'Mutation.hideClientProposal': CLIENT_PROPOSALS,
      'Mutation.markClientProposalAsRead': CLIENT_PROPOSALS,
      'Mutation.messageClientProposal': CLIENT_PROPOSALS,
      'Mutation.createJobProposal': 'Submit Proposal',
    },
    enterpriseOnly: [],
    roots: {
      ...vendorProposalRoots(world),
      reasons,
      proposalMetadata: () => ({ engagementDurationValues: Object.values(DURATIONS), reasons }),
      clientProposals: forClients((args: ClientProposalsArguments) => clientProposals(world, args)),
      clientProposal: forClients(({ id }: { id: string }) => findClientProposal(world, id)),
      ...clientProposalActions(world),
      createJobProposal: forVendors(({ input }: { input: CreateJobProposalInput }) =>
        createJobProposal(world, input),
      ),
    },
  };
}
